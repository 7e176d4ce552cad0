import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { describe, isUndirected, type SliceFile } from './slice-file.js';
import { xmlText } from './xml-text.js';

/** GEXF 1.2, as Gephi reads it: an edge's type is its `kind`. `mixed` leaves pairs undirected. */
export function toGexf(slice: SliceFile, { mixed }: { readonly mixed: boolean }): string {
  const graph = new MultiGraph();
  graph.replaceAttributes({ creator: 'research-graph', description: xmlText(describe(slice)) });
  for (const { id, label, type, weight, year, distance } of slice.nodes)
    graph.addNode(xmlText(id), { label: xmlText(label), type, weight, year, distance });
  for (const { id, source, target, type, weight, sources } of slice.edges) {
    const add = mixed && isUndirected(type) ? 'addUndirectedEdgeWithKey' : 'addDirectedEdgeWithKey';
    graph[add](xmlText(id), xmlText(source), xmlText(target), { kind: type, weight, sources: sources.join(' ') });
  }
  return gexf.write(graph, {
    version: '1.2',
    formatNode: (_key, { label, ...attributes }) => ({ label, attributes }),
    // The kind stands twice: Gephi reads the attribute of the element, others the value.
    formatEdge: (_key, { weight, kind, sources }) => ({ weight, kind, attributes: { kind, sources } }),
  });
}
