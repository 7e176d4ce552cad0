import Builder from 'fast-xml-builder';
import { type FileNode, isUndirected, type SliceFile } from './slice-file.js';
import { xmlText } from './xml-text.js';

type Value = string | number | boolean | null;
interface Key<Element> {
  readonly name: string;
  readonly type: 'string' | 'double' | 'int' | 'boolean';
  readonly value: (element: Element) => Value;
}
type Edge = SliceFile['edges'][number];

const graphKeys: readonly Key<SliceFile>[] = [
  { name: 'center', type: 'string', value: ({ center }) => center.id },
  { name: 'totalWorks', type: 'int', value: ({ totals }) => totals.works },
  { name: 'totalTopics', type: 'int', value: ({ totals }) => totals.topics },
  { name: 'totalInstitutions', type: 'int', value: ({ totals }) => totals.institutions },
  { name: 'totalResearchers', type: 'int', value: ({ totals }) => totals.researchers },
];
const nodeKeys: readonly Key<FileNode>[] = [
  { name: 'label', type: 'string', value: ({ label }) => label },
  { name: 'type', type: 'string', value: ({ type }) => type },
  { name: 'weight', type: 'double', value: ({ weight }) => weight },
  { name: 'year', type: 'int', value: ({ year }) => year },
  { name: 'distance', type: 'int', value: ({ distance }) => distance },
];
const edgeKeys: readonly Key<Edge>[] = [
  { name: 'kind', type: 'string', value: ({ type }) => type },
  { name: 'weight', type: 'double', value: ({ weight }) => weight },
  { name: 'sources', type: 'string', value: ({ sources }) => sources.join(' ') },
  { name: 'undirected', type: 'boolean', value: ({ type }) => isUndirected(type) },
];

const declare = (element: string, keys: readonly Key<never>[]) =>
  keys.map(({ name, type }) => ({
    '@id': `${element}-${name}`,
    '@for': element,
    '@attr.name': name,
    '@attr.type': type,
  }));

const dataOf = <Element>(kind: string, keys: readonly Key<Element>[], element: Element) =>
  keys.flatMap(({ name, value }) => {
    const given = value(element);
    return given === null ? [] : [{ '@key': `${kind}-${name}`, '#text': xmlText(String(given)) }];
  });

const builder = new Builder({
  // Else directed="true" would be written as directed alone.
  suppressBooleanAttributes: false,
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
});

/** GraphML with typed keys. `mixed` leaves pairs undirected, which networkx refuses beside directed edges. */
export function toGraphml(slice: SliceFile, { mixed }: { readonly mixed: boolean }): string {
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    graphml: {
      '@xmlns': 'http://graphml.graphdrawing.org/xmlns',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:schemaLocation':
        'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
      key: [...declare('graph', graphKeys), ...declare('node', nodeKeys), ...declare('edge', edgeKeys)],
      graph: {
        '@id': 'neighbourhood',
        // Each edge says what it is; graphology hears of the others only where pairs are the default.
        '@edgedefault': mixed ? 'undirected' : 'directed',
        data: dataOf('graph', graphKeys, slice),
        node: slice.nodes.map((node) => ({ '@id': xmlText(node.id), data: dataOf('node', nodeKeys, node) })),
        edge: slice.edges.map((edge) => ({
          '@id': xmlText(edge.id),
          '@source': xmlText(edge.source),
          '@target': xmlText(edge.target),
          '@directed': String(!(mixed && isUndirected(edge.type))),
          data: dataOf('edge', edgeKeys, edge),
        })),
      },
    },
  });
}
