import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** The project's examples, by file name. */
const examples: Readonly<Record<string, string>> = import.meta.glob('../../../examples/queries/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Those that open as tabs at the first visit; the others are in examples/. */
const TABS = ['in-context', 'profile', 'type-ahead', 'how-they-know-each-other', 'why-empty', 'what-to-read-next'];

const tabs = TABS.flatMap((name) => {
  const [, query] = Object.entries(examples).find(([path]) => path.endsWith(`/${name}.graphql`)) ?? [];
  return query === undefined ? [] : [{ query }];
});

const given = new URLSearchParams(location.search);
const query = given.get('query');
const asked = query === null ? null : { query, variables: given.get('variables') ?? '' };

const place = document.getElementById('graphiql');
if (place)
  createRoot(place).render(
    createElement(
      GraphiQL,
      {
        fetcher: createGraphiQLFetcher({ url: '/graphql' }),
        // At the first visit the question stands in a tab before the examples; later it gets a tab beside those kept.
        defaultTabs: asked === null ? tabs : [asked, ...tabs],
        ...(asked === null ? {} : { initialQuery: asked.query, initialVariables: asked.variables }),
        shouldPersistHeaders: false,
        defaultEditorToolsVisibility: 'variables',
      },
      createElement(GraphiQL.Logo, null, createElement('a', { href: '/' }, 'Research graph')),
    ),
  );
