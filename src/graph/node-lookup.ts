import type { Loaders } from '../context.js';
import { parseIdentifier } from './identifiers.js';
import { type NodeRecord, NodeType, typeNames } from './node.type.js';

/** The node of that kind and id, or null. */
export function loadNode(loaders: Loaders, type: NodeType, id: string): Promise<NodeRecord | null> {
  switch (type) {
    case NodeType.RESEARCHER:
      return loaders.researcher.byId.load(id);
    case NodeType.WORK:
      return loaders.work.byId.load(id);
    case NodeType.TOPIC:
      return loaders.topic.byId.load(id);
    case NodeType.INSTITUTION:
      return loaders.institution.byId.load(id);
  }
}

/** What a text identifies, as kind and node id, also of an id that moved; null where nothing in the graph is meant. */
export async function locate(loaders: Loaders, text: string): Promise<{ id: string; type: NodeType } | null> {
  for (const { by, value } of parseIdentifier(text)) {
    const found = await loaders.graph.locate.load(`${by} ${value}`);
    if (found) return found;
  }
  return null;
}

/** What texts identify, as node ids, each once; a text that means nothing in the graph stays as it is. */
export async function locateIds(loaders: Loaders, texts: readonly string[]): Promise<readonly string[]> {
  const ids = await Promise.all(texts.map(async (text) => (await locate(loaders, text))?.id ?? text));
  return [...new Set(ids)];
}

/**
 * The node that a text identifies: a node id, an OpenAlex URL, an ORCID iD, a DOI, an arXiv id or a ROR id.
 * A node id that names its kind is one look-up; anything else is located first, an id that moved where it went to.
 * Null where there is none.
 */
export async function findNode(loaders: Loaders, text: string, wanted?: NodeType): Promise<NodeRecord | null> {
  for (const { by, value, type } of parseIdentifier(text)) {
    if (wanted && type && type !== wanted) continue;
    const known = by === 'id' ? (type ?? wanted) : null;
    const direct = known ? await loadNode(loaders, known, value) : null;
    if (direct) return direct;
    const located = await loaders.graph.locate.load(`${by} ${value}`);
    if (located && (!wanted || located.type === wanted)) return loadNode(loaders, located.type, located.id);
  }
  return null;
}

/** `findNode` for many, in the order asked. */
export const findNodes = (
  loaders: Loaders,
  texts: readonly string[],
  wanted?: NodeType,
): Promise<(NodeRecord | null)[]> => Promise.all(texts.map((text) => findNode(loaders, text, wanted)));

/** As `findNodes` for those who ask for nothing but ids: nothing else is read. */
export const findIds = (
  loaders: Loaders,
  texts: readonly string[],
  wanted: NodeType,
): Promise<(Pick<NodeRecord, '__typename' | 'id'> | null)[]> =>
  Promise.all(
    texts.map(async (text) => {
      for (const { by, value, type } of parseIdentifier(text)) {
        const located = type && type !== wanted ? null : await loaders.graph.locate.load(`${by} ${value}`);
        if (located?.type === wanted) return { __typename: typeNames[wanted], id: located.id };
      }
      return null;
    }),
  );
