import { read } from '../../core/queries.js';
import { presentIds, presentReferences, type Successors } from './former-ids.js';
import { type Properties, writeNodes } from './statements.js';
import type { Writing } from './writing.js';

/** The lists of other ids that a work keeps. */
interface Lists {
  readonly id: string;
  readonly references?: readonly string[] | null;
  readonly institutionIds?: readonly string[] | null;
}

const listsOfWorks = read<{ readonly ids: readonly string[] }, Lists>('ingest.lists-of-works');

const orAbsent = (ids: readonly string[]): readonly string[] | null => (ids.length === 0 ? null : ids);

/** Both lists as they are to be stored when other ids stand for those in them. */
export const listsAfter = ({ id, references, institutionIds }: Lists, targets: Successors): Properties => ({
  references: orAbsent(presentReferences(id, references ?? [], targets)),
  institutionIds: orAbsent(presentIds(institutionIds ?? [], targets)),
});

/** Puts the ids that stand for others in their place in the lists that works keep, each once. */
export async function renewLists({ transaction }: Writing, ids: readonly string[], targets: Successors): Promise<void> {
  if (ids.length === 0) return;
  const works = await transaction.run(listsOfWorks, { ids });
  await transaction.run(writeNodes.work, {
    rows: works.map((work) => ({ id: work.id, ...listsAfter(work, targets) })),
  });
}
