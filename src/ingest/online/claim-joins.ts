import { read } from '../../core/queries.js';
import { findAuthors } from './claim-authors.js';
import { claimKey } from './claimed-work.js';
import { writeClaims } from './claims.js';
import { moveNodes } from './moves.js';
import { namesOf, personKey, readStatement } from './person-record.js';
import { seatPeople } from './seats.js';
import type { Writing } from './writing.js';

interface Claimant {
  readonly work: string;
  readonly key: string;
  readonly researcher: string;
  readonly orcidRecord: string | null;
}

/** Whether anybody claims a work: where nobody does, nothing is to be weighed. */
export const hasClaims = read<Record<string, never>, { readonly any: boolean }>('ingest.has-claims');
const claimantsOfWorks = read<{ ids: readonly string[] }, Claimant>('ingest.claimants-of-works');
const stubsOfWorks = read<{ ids: readonly string[] }, { readonly id: string; readonly stub: string }>(
  'ingest.stubs-of-works',
);

/**
 * Weighs claims anew where works came or changed: works that claims alone made known become one with them, and those who
 * claim a work are found on its byline, be it as an author whom another source knows without an iD.
 */
export async function joinClaims(writing: Writing): Promise<void> {
  const { transaction, touched } = writing;
  const ids = touched.changed('work');
  if (ids.length === 0) return;
  const stubs = new Map<string, string>();
  for (const { id, stub } of await transaction.run(stubsOfWorks, { ids })) if (!stubs.has(stub)) stubs.set(stub, id);
  await moveNodes(
    writing,
    [...stubs].map(([from, to]) => ({ kind: 'work', from, to, reason: 'It is the same work, by DOI or arXiv id.' })),
  );
  const claimants = await transaction.run(claimantsOfWorks, { ids });
  if (claimants.length === 0) return;
  const people = new Map(claimants.map(({ researcher, orcidRecord }) => [researcher, readStatement(orcidRecord)]));
  await writeClaims(
    writing,
    [...people].flatMap(([researcher, person]) => {
      if (person === null) return [];
      const keys = new Set(claimants.filter((row) => row.researcher === researcher).map(({ key }) => key));
      const works = person.works.filter(({ doi }) => keys.has(claimKey(doi))).map(({ doi }) => ({ doi }));
      return [{ researcher, names: namesOf(person), works, partial: true }];
    }),
  );
  const alone = [...people].flatMap(([id, person]) => (person && id === personKey(person.orcid) ? [person] : []));
  const authors = await findAuthors(writing, alone);
  await seatPeople(
    writing,
    alone.flatMap((person) => {
      const to = authors.get(person.orcid);
      return to === undefined ? [] : [{ person, from: personKey(person.orcid), to }];
    }),
  );
}
