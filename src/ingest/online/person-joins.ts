import { read } from '../../core/queries.js';
import { researchersByOrcid } from './author-matcher.js';
import { moveNodes } from './moves.js';
import { personKey, readStatement } from './person-record.js';
import { type Seat, seatPeople } from './seats.js';
import type { Writing } from './writing.js';

interface HeldRecord {
  readonly id: string;
  readonly orcid: string;
  readonly orcidRecord: string;
}

const orcidSeats = read<{ ids: readonly string[] }, HeldRecord & { readonly holder: string }>('ingest.orcid-seats');
const orcidStrangers = read<{ ids: readonly string[] }, HeldRecord>('ingest.orcid-strangers');
const rorNodes = read<{ ids: readonly string[] }, { readonly id: string; readonly former: string }>('ingest.ror-nodes');

/**
 * Lets what ORCID says follow the iD, among the researchers who were just written: to whoever has it by their own record,
 * from whoever has another by theirs.
 */
export async function joinPersons(writing: Writing): Promise<void> {
  const { transaction, touched } = writing;
  const ids = touched.changed('researcher');
  if (ids.length === 0) return;
  const seats = new Map<string, Seat>();
  for (const { id, orcid, holder, orcidRecord } of await transaction.run(orcidSeats, { ids })) {
    const person = readStatement(orcidRecord);
    if (person?.orcid === orcid && !seats.has(orcid)) seats.set(orcid, { person, from: holder, to: id });
  }
  await seatPeople(writing, [...seats.values()]);

  const strangers = (await transaction.run(orcidStrangers, { ids })).flatMap(({ id, orcid, orcidRecord }) => {
    const person = readStatement(orcidRecord);
    return person === null || person.orcid === orcid ? [] : [{ id, person }];
  });
  if (strangers.length === 0) return;
  const owners = await transaction.run(researchersByOrcid, { orcids: strangers.map(({ person }) => person.orcid) });
  const ownerOf = new Map(owners.flatMap(({ orcid, id, isOwn }) => (isOwn ? [[orcid, id] as const] : [])));
  await seatPeople(
    writing,
    strangers.map(({ id, person }) => ({
      ...{ person, from: id },
      to: ownerOf.get(person.orcid) ?? personKey(person.orcid),
    })),
  );
}

/** Joins institutions that ROR's key alone named to those of the same key among the ones just written. */
export async function joinInstitutions(writing: Writing): Promise<void> {
  const ids = writing.touched.changed('institution');
  const rows = ids.length === 0 ? [] : await writing.transaction.run(rorNodes, { ids });
  const joined = new Map<string, string>();
  for (const { id, former } of rows) if (!joined.has(former)) joined.set(former, id);
  const reason = 'It is the same institution, by ROR id.';
  await moveNodes(
    writing,
    [...joined].map(([from, to]) => ({ kind: 'institution', from, to, reason })),
  );
}
