import { restoreIds } from '../../graph/resolve.log.js';
import type { OrcidRecord } from '../orcid/orcid-record.js';
import type { KindSummary } from '../summary.js';
import { researchersByOrcid } from './author-matcher.js';
import { type Claims, findByDoi, placeOf, writeClaims } from './claims.js';
import { findInstitutions, institutionStatements } from './employments.js';
import { findSuccessors } from './former-ids.js';
import type { Move } from './move-plan.js';
import { moveNodes } from './moves.js';
import { namesOf, type PersonStatement, personKey, readStatement, statementOf } from './person-record.js';
import { type People, writePeople } from './stated-nodes.js';
import { type StoredNode, storedNodes } from './statements.js';
import { readEdges } from './work-edges.js';
import type { Writing } from './writing.js';

interface PlacedPerson {
  readonly person: OrcidRecord;
  readonly id: string;
  readonly stored: StoredNode | undefined;
}

/** Why the key of a person whom ORCID alone knew gives way to another. */
export const SAME_PERSON = 'It is the same person, by ORCID iD.';

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
  for (const { stored } of placed) summary[stored?.orcidRecord == null ? 'created' : 'updated']++;

  const present = placed.filter(({ person }) => !person.withdrawn && person.mergedInto === null);
  const statements = new Map(present.map(({ id, person }) => [id, statementOf(person)]));
  await writeResearchers(writing, statements);
  await writeClaims(
    writing,
    present.map(({ id, person }): Claims => ({ researcher: id, names: namesOf(person), works: person.works })),
  );
  const former = present.filter(({ id, person }) => id !== personKey(person.orcid));
  await moveNodes(
    writing,
    former.map(({ id, person }) => samePerson(personKey(person.orcid), id)),
  );
  await withdraw(
    writing,
    placed.filter(({ person }) => person.withdrawn || person.mergedInto !== null),
  );
}

export const samePerson = (from: string, to: string): Move => ({ kind: 'researcher', from, to, reason: SAME_PERSON });

/** Writes what ORCID says of researchers, by their ids, with the institutions that it names. */
export async function writeResearchers(writing: Writing, people: People): Promise<void> {
  if (people.size === 0) return;
  const stating = [...people.values()].filter((person): person is PersonStatement => person !== null);
  const known = await findInstitutions(writing.transaction, stating);
  await writePeople(writing, people, institutionStatements(stating, known));
  for (const id of people.keys()) writing.touched.edges('researcher', id, true);
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
  const keys = people.map(({ orcid }) => personKey(orcid));
  const successors = await findSuccessors(transaction, keys);
  const owners = await transaction.run(researchersByOrcid, { orcids: people.map(({ orcid }) => orcid) });
  const byOrcid = new Map(owners.map(({ orcid, id }) => [orcid, id]));
  const idOf = ({ orcid }: OrcidRecord): string =>
    successors.get(personKey(orcid)) ?? byOrcid.get(orcid) ?? personKey(orcid);
  const stored = new Map(
    (await transaction.run(storedNodes.researcher, { ids: people.map(idOf) })).map((node) => [node.id, node]),
  );
  const news = people.filter((person) => {
    const node = stored.get(idOf(person));
    const before = readStatement(node?.orcidRecord);
    if (before === null) return !person.withdrawn && person.mergedInto === null;
    return before.orcid !== person.orcid || isNewer(person, before);
  });
  const back = news.filter(({ orcid }) => successors.get(personKey(orcid)) === null);
  if (back.length > 0)
    await restoreIds(
      transaction,
      back.map(({ orcid }) => personKey(orcid)),
    );
  const authors = await findAuthors(
    writing,
    news.filter((person) => idOf(person) === personKey(person.orcid)).map(statementOf),
  );
  const known = new Map(
    (await transaction.run(storedNodes.researcher, { ids: [...authors.values()] })).map((node) => [node.id, node]),
  );
  return news.map((person) => {
    const author = authors.get(person.orcid);
    const id = author ?? idOf(person);
    return { person, id, stored: stored.get(idOf(person)) ?? known.get(id) };
  });
}

/**
 * Researchers without an iD who stand, under one of the person's names, on the bylines of works that the person claims:
 * of several the one on most of them, then the first by id.
 */
export async function findAuthors(
  writing: Writing,
  people: readonly PersonStatement[],
): Promise<ReadonlyMap<string, string>> {
  const claiming = people.filter(({ works }) => works.length > 0);
  const found = await findByDoi(
    writing,
    claiming.flatMap(({ works }) => works.map(({ doi }) => doi)),
  );
  const edges = await readEdges(writing, [...new Set([...found.values()].map(({ id }) => id))]);
  const holders = new Map<string, Map<string, number>>();
  for (const person of claiming) {
    const counts = new Map<string, number>();
    for (const { doi } of person.works) {
      const work = found.get(doi);
      const place = work === undefined ? -1 : placeOf(work.byline, namesOf(person));
      const [holder] = edges.get(work?.id ?? '')?.authored.find(([, position]) => position === place + 1) ?? [];
      if (place !== -1 && holder !== undefined && !/^(?:arxiv|orcid):/.test(holder))
        counts.set(holder, (counts.get(holder) ?? 0) + 1);
    }
    holders.set(person.orcid, counts);
  }
  const ids = [...new Set([...holders.values()].flatMap((counts) => [...counts.keys()]))];
  const nodes = ids.length === 0 ? [] : await writing.transaction.run(storedNodes.researcher, { ids });
  const free = new Set(nodes.filter(({ fields, orcidRecord }) => !fields.orcid && !orcidRecord).map(({ id }) => id));
  const authors = new Map<string, string>();
  for (const [orcid, counts] of holders) {
    const [best] = [...counts]
      .filter(([id]) => free.has(id))
      .sort(([one, works], [other, more]) => more - works || (one < other ? -1 : 1));
    if (best === undefined) continue;
    authors.set(orcid, best[0]);
    free.delete(best[0]);
  }
  return authors;
}

/** Takes back what ORCID said of people whose records it shows no longer. */
async function withdraw(writing: Writing, gone: readonly PlacedPerson[]): Promise<void> {
  if (gone.length === 0) return;
  await writeClaims(
    writing,
    gone.map(({ id }) => ({ researcher: id, names: [], works: [] })),
  );
  const others = gone.filter(({ id, person }) => id !== personKey(person.orcid));
  await writeResearchers(writing, new Map(others.map(({ id }) => [id, null])));
  await moveNodes(
    writing,
    gone
      .filter(({ id, person }) => id === personKey(person.orcid))
      .map(({ id, person: { mergedInto } }) => ({
        ...{ kind: 'researcher', from: id, to: mergedInto === null ? null : personKey(mergedInto) },
        reason: mergedInto === null ? 'ORCID shows this record no longer.' : 'Its owner has another ORCID iD.',
      })),
  );
}
