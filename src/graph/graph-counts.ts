import type { Context } from '../context.js';
import { graphInfo } from './graph.loaders.js';
import type { GraphCounts } from './graph-info.type.js';

/** How much the graph holds, from counts that the database keeps. */
export async function graphCounts({ database }: Context): Promise<GraphCounts> {
  const [info] = await database.read(graphInfo, {});
  if (!info) throw new Error('The graph was never set up');
  return info.counts;
}
