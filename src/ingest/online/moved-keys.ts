import { type FormerId, retireIds } from '../../graph/resolve.log.js';
import { articleKey } from '../arxiv/article-work.js';
import { rorNode } from './employments.js';
import { findSuccessors } from './former-ids.js';
import { type Going, knownIds, type MovePlan } from './move-plan.js';
import type { Writing } from './writing.js';

/**
 * Keeps what other sources call nodes that go: what stands for such a node need not have its ROR key or arXiv id, and
 * what those sources say of the key is meant for it. Called once the ids themselves are noted as former ones.
 */
export async function keepKeys({ transaction, now }: Writing, { going }: MovePlan): Promise<void> {
  const keys = new Map<string, { readonly going: Going; readonly reason: string }>();
  for (const one of going) {
    const [key, reason] = keyOf(one) ?? [];
    if (key !== undefined && reason !== undefined && key !== one.from && !keys.has(key))
      keys.set(key, { going: one, reason });
  }
  if (keys.size === 0) return;
  const leading = await findSuccessors(transaction, keys.keys());
  // A node that is there counts for more than a note of what it was.
  const known = new Set((await transaction.run(knownIds, { ids: [...keys.keys()] })).map(({ id }) => id));
  const notes = [...keys]
    .filter(
      ([
        key,
        {
          going: { to },
        },
      ]) => !known.has(key) && leading.get(key) !== to,
    )
    .map(
      ([
        id,
        {
          going: { from, to },
          reason,
        },
      ]): FormerId => {
        if (to === null) return { id, state: 'DELETED', targets: [], reason: `${from}, which it was, was deleted.` };
        return { id, state: 'MERGED', targets: [from], reason };
      },
    );
  if (notes.length > 0) await retireIds(transaction, notes, now);
}

/**
 * What another source than that of its id calls a node, and why its id stands for that. Of a work that is deleted only
 * where arXiv told of it: its article went with it, until arXiv is read again.
 */
function keyOf({ node: { kind, properties }, to }: Going): readonly [key: string, reason: string] | null {
  const { ror, arxivId, supplement } = properties;
  if (kind === 'institution' && typeof ror === 'string' && to !== null)
    return [rorNode(ror), 'It is the same institution, by ROR id.'];
  if (kind === 'work' && typeof arxivId === 'string' && (to !== null || supplement !== undefined))
    return [articleKey(arxivId), 'It is the same work, by DOI or arXiv id.'];
  return null;
}
