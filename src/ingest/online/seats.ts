import { write } from '../../core/queries.js';
import { restoreIds } from '../../graph/resolve.log.js';
import { claimKey } from './claimed-work.js';
import { type Claims, writeClaims } from './claims.js';
import { findInstitutions, institutionStatements } from './employments.js';
import type { Move } from './move-plan.js';
import { moveNodes } from './moves.js';
import { namesOf, type PersonStatement, personKey } from './person-record.js';
import { type People, writePeople } from './stated-nodes.js';
import type { Writing } from './writing.js';

const writeClaimKeys = write<{ rows: readonly { id: string; keys: readonly string[] }[] }>('ingest.write-claims');

/** Where what ORCID says of a person is kept from now on. */
export interface Seat {
  readonly person: PersonStatement;
  /** The researcher who holds it now; null where nobody does. */
  readonly from: string | null;
  readonly to: string;
  /** The works claimed, where more than their DOIs is known. */
  readonly works?: Claims['works'];
}

/** Why the key of a person whom ORCID alone knew gives way to another. */
const SAME_PERSON = 'It is the same person, by ORCID iD.';

export const samePerson = (from: string, to: string): Move => ({ kind: 'researcher', from, to, reason: SAME_PERSON });

/**
 * Gives what ORCID says of people to researchers: names, affiliations and claims go from who held it, and the key of the
 * iD leads to who holds it then.
 */
export async function seatPeople(writing: Writing, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  const leaving = seats.flatMap(({ person, from, to }) =>
    from === null || from === to || from === personKey(person.orcid) ? [] : [from],
  );
  await takeBack(writing, leaving);
  const alone = seats.filter(({ person, to }) => to === personKey(person.orcid)).map(({ to }) => to);
  if (alone.length > 0) await restoreIds(writing.transaction, alone);
  await moveNodes(
    writing,
    seats
      .filter(({ person, to }) => to !== personKey(person.orcid))
      .map(({ person, to }) => samePerson(personKey(person.orcid), to)),
  );
  await writeResearchers(writing, new Map(seats.map(({ person, to }) => [to, person])));
  await writeClaims(
    writing,
    seats.map(({ person, to, works }) => ({ ...claimsOf(person, to), ...(works && { works }) })),
  );
}

/** Takes from researchers what ORCID says; what other sources say stays. */
export async function takeBack(writing: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await writeClaims(
    writing,
    ids.map((researcher) => ({ researcher, names: [], works: [] })),
  );
  await writeResearchers(writing, new Map(ids.map((id) => [id, null])));
}

/** What a person claims, for the researcher who holds it. */
export const claimsOf = (person: PersonStatement, researcher: string): Claims => ({
  researcher,
  names: namesOf(person),
  works: person.works.map(({ doi }) => ({ doi })),
});

/** Writes what ORCID says of researchers, by their ids, with the institutions that it names. */
export async function writeResearchers(writing: Writing, people: People): Promise<void> {
  if (people.size === 0) return;
  const stating = [...people.values()].filter((person): person is PersonStatement => person !== null);
  const known = await findInstitutions(writing.transaction, stating);
  await writePeople(writing, people, institutionStatements(stating, known));
  const rows = [...people].map(([id, person]) => ({
    id,
    keys: [...new Set((person?.works ?? []).map(({ doi }) => claimKey(doi)))],
  }));
  await writing.transaction.run(writeClaimKeys, { rows });
  for (const id of people.keys()) writing.touched.edges('researcher', id, true);
}
