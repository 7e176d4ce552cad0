import type { MovePlan } from './move-plan.js';
import { nodesOfIds } from './move-plan.js';
import { supplementWorks } from './supplement-works.js';
import type { Supplement } from './supplements.js';
import type { Writing } from './writing.js';

/**
 * Hands what arXiv says of works that go to those that stand for them, where these have nothing of arXiv's and are no
 * other article. Called once edges and nodes have moved.
 */
export async function moveSupplements(writing: Writing, { going, renamed }: MovePlan): Promise<void> {
  const handed = new Map<string, Supplement>();
  for (const { node, from, to } of going) {
    const { supplement } = node.properties;
    if (to === null || renamed.has(from) || typeof supplement !== 'string' || handed.has(to)) continue;
    handed.set(to, JSON.parse(supplement) as Supplement);
  }
  if (handed.size === 0) return;
  for (const { id, properties } of await writing.transaction.run(nodesOfIds, { ids: [...handed.keys()] })) {
    const isOther = properties.arxivId !== undefined && properties.arxivId !== handed.get(id)?.fields.arxivId;
    if (properties.supplement !== undefined || isOther) handed.delete(id);
  }
  await supplementWorks(writing, handed);
}
