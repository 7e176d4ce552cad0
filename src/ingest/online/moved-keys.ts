import { type FormerId, retireIds } from '../../graph/resolve.log.js';
import { rorNode } from './employments.js';
import { findSuccessors } from './former-ids.js';
import type { Going, MovePlan } from './move-plan.js';
import type { Writing } from './writing.js';

/**
 * Keeps what other sources call nodes that go: what stands for such a node need not have its ROR key, and what ORCID
 * says of the key is meant for it. Called once the ids themselves are noted as former ones.
 */
export async function keepKeys({ transaction, now }: Writing, { going }: MovePlan): Promise<void> {
  const keys = new Map<string, Going>();
  for (const one of going) {
    const key = keyOf(one);
    if (key !== null && key !== one.from && !keys.has(key)) keys.set(key, one);
  }
  if (keys.size === 0) return;
  const leading = await findSuccessors(transaction, keys.keys());
  const notes = [...keys]
    .filter(([key, { to }]) => leading.get(key) !== to)
    .map(
      ([id, { from }]): FormerId => ({
        id,
        state: 'MERGED',
        targets: [from],
        reason: 'It is the same institution, by ROR id.',
      }),
    );
  if (notes.length > 0) await retireIds(transaction, notes, now);
}

/** What another source than that of its id calls a node that others stand for; null where none does. */
function keyOf({ node: { kind, properties }, to }: Going): string | null {
  if (to === null) return null;
  return kind === 'institution' && typeof properties.ror === 'string' ? rorNode(properties.ror) : null;
}
