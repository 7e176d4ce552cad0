import { useState } from 'preact/hooks';
import { edgeInShort, KINDS, kindName } from '../graph/sentences.js';
import type { GraphEdge, GraphNode } from '../graph/types.js';
import { KindSign } from '../parts/kind.js';
import type { Kind } from '../route.js';
import { capitalised, figure } from '../text/words.js';
import type { PartProps } from './parts.js';

type Order = 'rank' | 'name' | 'year' | 'weight';

interface Props extends PartProps {
  readonly selected: string | null;
  onSelect(id: string, by: 'keyboard'): void;
}

/** The same graph as a table: the same filters, the same actions. */
export function NodeTable(props: Props) {
  const { graph, sifted } = props;
  const [order, setOrder] = useState<Order>('rank');
  const shown = graph.nodes.filter(
    ({ id }) => id !== graph.center.id && !sifted.gone.has(id) && !sifted.dimmed.has(id),
  );
  const head = (by: Order, name: string) => (
    <th scope="col" aria-sort={order !== by ? undefined : by === 'name' ? 'ascending' : 'descending'}>
      <button type="button" class="link" onClick={() => setOrder(order === by ? 'rank' : by)}>
        {name}
      </button>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="node-table" tabIndex={0} aria-label="The graph as a list">
      <table>
        <caption class="unseen">What is around {graph.center.label}, by kind</caption>
        <thead>
          <tr>
            {head('name', 'Name')}
            {head('year', 'Year')}
            {head('weight', 'Size')}
            <th scope="col">Connection with the centre</th>
            <th scope="col">
              <span class="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        {KINDS.map((kind) => (
          <Group
            key={kind}
            {...props}
            kind={kind}
            nodes={sorted(
              shown.filter(({ type }) => type === kind),
              order,
            )}
          />
        ))}
      </table>
      {shown.length === 0 && <p class="empty">Nothing fits these filters.</p>}
    </section>
  );
}

function sorted(nodes: readonly GraphNode[], order: Order): readonly GraphNode[] {
  switch (order) {
    case 'rank':
      return nodes;
    case 'name':
      return [...nodes].sort((one, other) => one.label.localeCompare(other.label));
    case 'year':
      return [...nodes].sort((one, other) => (other.year ?? 0) - (one.year ?? 0));
    case 'weight':
      return [...nodes].sort((one, other) => other.weight - one.weight);
  }
}

function Group(props: Props & { readonly kind: Kind; readonly nodes: readonly GraphNode[] }) {
  const { kind, nodes, selected, onSelect, actions, graph, known, next } = props;
  if (nodes.length === 0) return null;
  const between = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges)
    for (const [one, other] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ])
      if (other === graph.center.id && one) between.set(one, [...(between.get(one) ?? []), edge]);
  const connection = (id: string) => {
    const edges = between.get(id);
    if (edges) return edges.map((edge) => edgeInShort(edge)).join(', ');
    const through = next.get(id);
    return through === undefined ? 'none shown' : `through ${known.get(through)?.label ?? through}`;
  };
  return (
    <tbody>
      <tr class="group-head">
        <th scope="rowgroup" colSpan={5}>
          <KindSign kind={kind} /> {capitalised(kindName(kind, true))} <span class="count">{figure(nodes.length)}</span>
        </th>
      </tr>
      {nodes.map(({ id, label, year, weight }) => (
        <tr key={id} class={id === selected ? 'chosen' : undefined}>
          <th scope="row">
            <button type="button" class="link" aria-pressed={id === selected} onClick={() => onSelect(id, 'keyboard')}>
              {label}
            </button>
          </th>
          <td class="number">{year}</td>
          <td class="number">
            {figure(weight)} <span class="quiet">{kind === 'WORK' ? 'cited' : weight === 1 ? 'work' : 'works'}</span>
          </td>
          <td>{connection(id)}</td>
          <td class="row-actions">
            <button type="button" class="link" aria-label={`Expand ${label}`} onClick={() => actions.expand(id)}>
              Expand
            </button>
            <button type="button" class="link" aria-label={`Centre ${label}`} onClick={() => actions.recentre(id)}>
              Centre
            </button>
            <button type="button" class="link" aria-label={`Hide ${label}`} onClick={() => actions.hide(id)}>
              Hide
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
