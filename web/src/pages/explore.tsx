import { ConnectionDocument } from '../gen/graphql.js';
import { GraphSection } from '../parts/graph-section.js';
import { Failed, NotFound, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { nameOf } from '../text/node.js';
import { useQuery } from '../use-query.js';

const LIMITS = { works: 40, topics: 15, institutions: 15, researchers: 40 };

/** A larger graph around any node. */
export function ExplorePage({ id }: { readonly id: string }) {
  const { data, failure, loading, retry } = useQuery(ConnectionDocument, { ids: [id], node: id });
  const node = data?.node;
  useTitle(node ? `Around ${nameOf(node)}` : undefined);
  if (failure) return <Failed failure={failure} retry={retry} />;
  if (!node) return loading ? <Skeleton lines={9} label="Loading the graph" /> : <NotFound what="node" id={id} />;
  return (
    <>
      <h1>{nameOf(node)}</h1>
      <GraphSection id={node.id} name={nameOf(node)} title="In context" limits={LIMITS} explorer={false}>
        <p class="quiet">
          Choose a node to see what it is and why it is connected. A second click on it, or Enter, opens its page.
        </p>
      </GraphSection>
    </>
  );
}
