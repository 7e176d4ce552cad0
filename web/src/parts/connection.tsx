import { ConnectionDocument } from '../gen/graphql.js';
import { edgeInWords } from '../graph/sentences.js';
import { explorerOf, pathOf } from '../route.js';
import { aboutNode, kindOf, nameOf } from '../text/node.js';
import { Rich } from '../text/rich.js';
import { useQuery } from '../use-query.js';
import { KindLabel } from './kind.js';
import { Failed, Skeleton } from './state.js';

const SHORT = 320;
const NAMES = { Researcher: 'Researcher', Work: 'Work', Topic: 'Topic', Institution: 'Institution' } as const;

interface Props {
  readonly center: string;
  readonly id: string;
  /** The name of the centre. */
  readonly name: string;
  onClose(): void;
}

/** What was chosen in a graph, and why it is connected with the centre, with the evidence. */
export function Connection({ center, id, name, onClose }: Props) {
  const { data, failure, retry } = useQuery(ConnectionDocument, { ids: [center, id], node: id });
  if (failure) return <Failed failure={failure} retry={retry} />;
  const node = data?.node?.id === id ? data.node : null;
  if (!data || !node) return <Skeleton lines={5} label="Loading what was chosen" />;
  const title = nameOf(node);
  const called = (which: string) => (which === center ? name : node.__typename === 'Work' ? 'this work' : title);
  const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return (
    <div class="connection" aria-live="polite">
      <button type="button" class="icon-button close" aria-label="Close" onClick={onClose}>
        ×
      </button>
      <KindLabel kind={kindOf(node)}>{NAMES[node.__typename]}</KindLabel>
      <h3>
        <a href={pathOf(node.__typename, node.id)}>{node.__typename === 'Work' ? <Rich text={node.title} /> : title}</a>
      </h3>
      <p class="quiet">{aboutNode(node)}</p>
      {id !== center && (
        <>
          <h4>Why connected</h4>
          {data.subgraph.edges.length === 0 && <p>Through others in this graph, not directly.</p>}
          {data.subgraph.edges.map((edge) => (
            <div key={edge.id}>
              <p>{sentence(edgeInWords(edge, called(edge.source), called(edge.target)))}</p>
              {edge.works.length > 0 && (
                <ul class="evidence">
                  {edge.works.map((work) => (
                    <li key={work.id}>
                      <a href={pathOf('WORK', work.id)}>
                        <Rich text={work.title} />
                      </a>{' '}
                      {work.year}
                    </li>
                  ))}
                </ul>
              )}
              <p class="quiet small">Source: {edge.sources.join(', ')}</p>
            </div>
          ))}
        </>
      )}
      {node.__typename === 'Work' && node.abstract && (
        <p class="small">
          <Rich text={cut(node.abstract)} />
        </p>
      )}
      {node.__typename === 'Topic' && node.description && <p class="small">{node.description}</p>}
      <p class="connection-links">
        <a href={pathOf(node.__typename, node.id)}>Open its page</a>
        <a href={explorerOf(node.id)}>Explore from here</a>
      </p>
    </div>
  );
}

/** Cut between words, and never inside a formula. */
function cut(text: string): string {
  if (text.length <= SHORT) return text;
  const short = text.slice(0, text.lastIndexOf(' ', SHORT));
  const dollars = short.split('$').length - 1;
  return `${dollars % 2 === 0 ? short : short.slice(0, short.lastIndexOf('$')).trimEnd()} …`;
}
