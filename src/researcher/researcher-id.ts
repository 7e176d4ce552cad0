import type { Context } from '../context.js';
import { notFound } from '../core/errors.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';

/** The id of the researcher that an identifier of any kind names today. Throws NOT_FOUND. */
export async function researcherId({ loaders }: Context, text: string): Promise<string> {
  const researcher = await findNode(loaders, text, NodeType.RESEARCHER);
  if (researcher === null) throw notFound('researcher', text);
  return researcher.id;
}
