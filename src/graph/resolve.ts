import type { Loaders } from '../context.js';
import { parseIdentifier } from './identifiers.js';
import type { NodeRecord, NodeType } from './node.type.js';
import { loadNode } from './node-lookup.js';
import { IdState } from './resolve.type.js';

/** What `graph.former-ids` returns. */
export interface FormerIdRow {
  readonly state: 'MERGED' | 'SPLIT' | 'DELETED';
  readonly at: string;
  readonly reason: string;
  readonly targets: readonly (readonly [id: string, type: NodeType])[];
}

/** What became of an id, with the nodes that stand for it fetched only where they are selected. */
export interface Resolution {
  readonly id: string;
  readonly state: IdState;
  readonly at: string | null;
  readonly reason: string | null;
  readonly targets: Promise<readonly NodeRecord[]>;
}

/** What became of the id that a text names. A node that is there counts for more than a note that it went. */
export async function resolveId(loaders: Loaders, text: string): Promise<Resolution> {
  for (const { by, value } of parseIdentifier(text)) {
    const [located, former] = await Promise.all([
      loaders.graph.locate.load(`${by} ${value}`),
      by === 'id' ? loaders.graph.formerIds.load(value) : null,
    ]);
    if (located && !located.moved && former?.state !== 'SPLIT')
      return resolution(loaders, text, IdState.CURRENT, [[located.id, located.type]]);
    if (former) return resolution(loaders, text, IdState[former.state], former.targets, former);
  }
  return resolution(loaders, text, IdState.UNKNOWN, []);
}

function resolution(
  loaders: Loaders,
  id: string,
  state: IdState,
  targets: FormerIdRow['targets'],
  { at, reason }: { readonly at: string | null; readonly reason: string | null } = { at: null, reason: null },
): Resolution {
  return {
    ...{ id, state, at, reason },
    get targets() {
      return Promise.all(targets.map(([target, type]) => loadNode(loaders, type, target))).then((nodes) =>
        nodes.filter((node) => node !== null),
      );
    },
  };
}
