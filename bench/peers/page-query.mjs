import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit } from 'graphql';

const FOLDER = 'web/src/queries';
/** What the page of a researcher asks when it is opened, and what it sends along: web/src/pages/researcher.tsx. */
const ASKED = {
  ResearcherProfile: {},
  ResearcherConnections: {},
  Slice: { limits: { works: 24, topics: 10, institutions: 8, researchers: 25 } },
  WorksOfResearcher: { first: 20 },
  FacetsOfResearcher: {},
};
const IDENTITY = { ResearcherIdentity: {} };

const definitions = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .flatMap((name) => parse(readFileSync(join(FOLDER, name), 'utf8')).definitions)
    .map((definition) => [definition.name.value, definition]),
);

/** An operation whose variables and top fields carry its name, so that it stands beside others; `id` is common to all. */
function apart(name) {
  const own = (variable) => (variable === 'id' ? variable : `${name}Of${variable}`);
  const operation = definitions.get(name);
  if (!operation) throw new Error(`The page has no query ${name} any more: mend bench/peers/page-query.mjs`);
  return visit(operation, {
    Variable: (node) => ({ ...node, name: { ...node.name, value: own(node.name.value) } }),
    Field: (node, _key, _parent, path) =>
      path.length === 3
        ? { ...node, alias: { kind: Kind.NAME, value: `${name}Of${(node.alias ?? node.name).value}` } }
        : undefined,
  });
}

/** The fragments that a definition needs, and those that they need. */
function fragmentsOf(definition, found = new Map()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.set(value, definitions.get(value));
      fragmentsOf(definitions.get(value), found);
    },
  });
  return found;
}

/** One query of all that, and its variables but for `id`; with what the page asks of namesakes where `withIdentity`. */
export function pageQuery(withIdentity = false) {
  const asked = Object.entries({ ...ASKED, ...(withIdentity ? IDENTITY : {}) });
  const operations = asked.map(([name]) => apart(name));
  const variableDefinitions = new Map(
    operations.flatMap((each) => each.variableDefinitions).map((each) => [each.variable.name.value, each]),
  );
  const operation = {
    ...operations[0],
    name: { kind: Kind.NAME, value: 'ResearcherPage' },
    variableDefinitions: [...variableDefinitions.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: operations.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  };
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsOf(operation).values()] };
  const variables = Object.fromEntries(
    asked.flatMap(([name, values]) => Object.entries(values).map(([key, value]) => [`${name}Of${key}`, value])),
  );
  return { query: print(document), variables };
}
