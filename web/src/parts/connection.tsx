import { ConnectionDocument } from '../gen/graphql.js';
import { explorerOf, pathOf } from '../route.js';
import { cut } from '../text/cut.js';
import { aboutNode, kindOf, nameOf } from '../text/node.js';
import { Rich } from '../text/rich.js';
import { useQuery } from '../use-query.js';
import { KindLabel } from './kind.js';
import { Reason } from './reason.js';
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
            <Reason key={edge.id} edge={edge} called={called} />
          ))}
        </>
      )}
      {node.__typename === 'Work' && node.abstract && (
        <p class="small">
          <Rich text={cut(node.abstract, SHORT)} />
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
