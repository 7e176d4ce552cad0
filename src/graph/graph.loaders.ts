import { one } from '../core/loaders.js';
import type { NodeType } from './node.type.js';

export const graphLoaders = {
  /** Keyed `<property> <value>`, with property one of id, orcid, doi, arxivId, ror. */
  locate: one<{ readonly id: string; readonly type: NodeType }>('graph.locate', { maxKeys: 500 }),
} as const;
