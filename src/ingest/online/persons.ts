import { restoreIds, retireIds } from '../../graph/resolve.log.js';
import type { OrcidRecord } from '../orcid/orcid-record.js';
import type { KindSummary } from '../summary.js';
import { researchersByOrcid } from './author-matcher.js';
import { findAuthors } from './claim-authors.js';
import { findFormer, findSuccessors } from './former-ids.js';
import { moveNodes } from './moves.js';
import { handBack } from './paper-authors.js';
import { type PersonStatement, personKey, readStatement, statementOf } from './person-record.js';
import { seatPeople, takeBack } from './seats.js';
import { storedNodes } from './statements.js';
import type { Writing } from './writing.js';

interface PlacedPerson {
  readonly person: OrcidRecord;
  /** Who holds what ORCID said of the person before; null where nobody does. */
  readonly from: string | null;
  readonly to: string;
}

/**
 * Writes what ORCID records say: beside the record of the researcher who has the iD, or of the one who stands on the
 * bylines of the works that its owner claims, else as a researcher of its own.
 */
export async function writePersons(
  writing: Writing,
  read: readonly OrcidRecord[],
  summary: KindSummary,
): Promise<void> {
  const placed = await placePersons(writing, newestPersons(read));
  summary.read += read.length;
  summary.unchanged += read.length - placed.length;
  for (const { from } of placed) summary[from === null ? 'created' : 'updated']++;
  const isShown = ({ person }: PlacedPerson): boolean => !person.withdrawn && person.mergedInto === null;
  await seatPeople(
    writing,
    placed.filter(isShown).map(({ person, from, to }) => ({
      ...{ person: statementOf(person), from, to, works: person.works },
    })),
  );
  await withdraw(
    writing,
    placed.filter((one) => !isShown(one)),
  );
}

type Dated = Pick<PersonStatement, 'updated' | 'hash'>;

/** Whether a record takes the place of another of its person: it is dated later, else its hash is greater. */
const isNewer = (person: Dated, known: Dated): boolean =>
  person.updated === known.updated ? person.hash > known.hash : (person.updated ?? '') > (known.updated ?? '');

/** Of each person the record that wins over its others. */
function newestPersons(read: readonly OrcidRecord[]): readonly OrcidRecord[] {
  const newest = new Map<string, OrcidRecord>();
  for (const person of read) {
    const known = newest.get(person.orcid);
    if (known === undefined || isNewer(person, known)) newest.set(person.orcid, person);
  }
  return [...newest.values()];
}

/** Finds whose record each is; those that tell nothing new are left out. */
async function placePersons(writing: Writing, people: readonly OrcidRecord[]): Promise<readonly PlacedPerson[]> {
  const { transaction } = writing;
  const { successors, endedAt } = await findFormer(
    transaction,
    people.map(({ orcid }) => personKey(orcid)),
  );
  const owners = await transaction.run(researchersByOrcid, { orcids: people.map(({ orcid }) => orcid) });
  const ownerOf = new Map(owners.flatMap(({ orcid, id, isOwn }) => (isOwn ? [[orcid, id] as const] : [])));
  const holderOf = ({ orcid }: OrcidRecord): string => successors.get(personKey(orcid)) ?? personKey(orcid);
  const nodes = await transaction.run(storedNodes.researcher, { ids: people.map(holderOf) });
  const held = new Map(nodes.map(({ id, orcidRecord }) => [id, readStatement(orcidRecord)]));
  const statementBefore = (person: OrcidRecord): PersonStatement | null => {
    const before = held.get(holderOf(person)) ?? null;
    return before?.orcid === person.orcid ? before : null;
  };
  const news = people.filter((person) => {
    const before = statementBefore(person);
    if (before !== null) return isNewer(person, before);
    // A record of before it was withdrawn does not bring it back.
    const ended = endedAt.get(personKey(person.orcid));
    return !person.withdrawn && person.mergedInto === null && (ended === undefined || (person.updated ?? '') > ended);
  });
  const unplaced = news.filter(
    (person) => !ownerOf.has(person.orcid) && holderOf(person) === personKey(person.orcid) && !person.withdrawn,
  );
  const authors = await findAuthors(writing, unplaced.map(statementOf));
  return news.map((person) => ({
    person,
    from: statementBefore(person) === null ? null : holderOf(person),
    to: ownerOf.get(person.orcid) ?? authors.get(person.orcid) ?? holderOf(person),
  }));
}

/** Takes back what ORCID said of people whose records it shows no longer. */
async function withdraw(writing: Writing, gone: readonly PlacedPerson[]): Promise<void> {
  if (gone.length === 0) return;
  const { transaction, now } = writing;
  const holders = gone.flatMap(({ from }) => from ?? []);
  await takeBack(writing, holders);
  await handBack(
    writing,
    holders.filter((id) => id.startsWith('orcid:')),
  );
  const merged = gone.flatMap(({ person }) => person.mergedInto ?? []).map(personKey);
  const successors = await findSuccessors(transaction, merged);
  for (const { person, from } of gone) {
    const key = personKey(person.orcid);
    const other = person.mergedInto === null ? null : personKey(person.mergedInto);
    if (from === key) await moveNodes(writing, [{ kind: 'researcher', from: key, to: null, reason: SHOWN_NO_LONGER }]);
    await restoreIds(transaction, [key]);
    const target = other === null ? null : (successors.get(other) ?? other);
    const note = { id: key, date: person.updated };
    await retireIds(
      transaction,
      [
        target === null
          ? { ...note, state: 'DELETED', targets: [], reason: SHOWN_NO_LONGER }
          : { ...note, state: 'MERGED', targets: [target], reason: 'Its owner has another ORCID iD.' },
      ],
      now,
    );
  }
}

const SHOWN_NO_LONGER = 'ORCID shows this record no longer.';
