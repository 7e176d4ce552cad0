import { NamesDocument } from '../gen/graphql.js';
import type { GraphNode } from '../graph/types.js';
import { explorerOf } from '../route.js';
import { nameOf } from '../text/node.js';
import { useQuery } from '../use-query.js';
import { readView, writeView } from './view.js';

/** The centres that led here; each goes back to itself. */
export function Trail({ trail, center }: { readonly trail: readonly string[]; readonly center: GraphNode }) {
  const { data } = useQuery(NamesDocument, trail.length > 0 ? { ids: [...trail] } : null);
  if (trail.length === 0) return null;
  const view = readView(new URLSearchParams(location.search));
  const addressOf = (at: number) =>
    `${explorerOf(trail[at] ?? '')}${writeView({ ...view, selected: null, opened: [], hidden: [], pinned: [], path: null, text: '', trail: trail.slice(0, at) })}`;
  return (
    <nav class="trail" aria-label="Trail">
      <ol>
        {trail.map((id, at) => {
          const node = data?.nodes[at];
          return (
            <li key={`${at} ${id}`}>
              <a href={addressOf(at)}>{node ? nameOf(node) : id}</a>
            </li>
          );
        })}
        <li aria-current="page">{center.label}</li>
      </ol>
    </nav>
  );
}
