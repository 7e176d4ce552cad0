import { csvHeader, csvRows } from './csv.js';
import { isUndirected, type SliceFile } from './slice-file.js';

const NODE_COLUMNS = ['Id', 'Label', 'Type', 'Weight', 'Year', 'Distance'];
const EDGE_COLUMNS = ['Source', 'Target', 'Type', 'Kind', 'Weight', 'Id'].concat(
  ['SourceLabel', 'SourceType', 'TargetLabel', 'TargetType'],
  ['Sources'],
);

/** The node table, with the column names that Gephi and Cytoscape know. */
export const toNodesCsv = ({ nodes }: SliceFile): string =>
  csvHeader(NODE_COLUMNS) +
  csvRows(nodes.map(({ id, label, type, weight, year, distance }) => [id, label, type, weight, year, distance]));

/** The edge table. `Type` is what Gephi means by it, Directed or Undirected; the type of an edge is its `Kind`. */
export function toEdgesCsv({ nodes, edges }: SliceFile): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = edges.map(({ id, source, target, type, weight, sources }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    return [source, target, isUndirected(type) ? 'Undirected' : 'Directed', type, weight, id].concat(
      [from?.label ?? '', from?.type ?? '', to?.label ?? '', to?.type ?? ''],
      [sources.join(' ')],
    );
  });
  return csvHeader(EDGE_COLUMNS) + csvRows(rows);
}
