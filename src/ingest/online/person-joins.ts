import { read } from '../../core/queries.js';
import type { WorkRecord } from '../records.js';
import { claimedKey } from './claimed-work.js';
import { writeClaims } from './claims.js';
import { moveNodes } from './moves.js';
import { namesOf, type PersonStatement, personKey, readStatement } from './person-record.js';
import { findAuthors, samePerson, writeResearchers } from './persons.js';
import { storedNodes } from './statements.js';
import { readEdges } from './work-edges.js';
import type { Writing } from './writing.js';

const personsOfResearchers = read<
  { ids: readonly string[] },
  { readonly id: string; readonly person: string; readonly orcidRecord: string | null }
>('ingest.persons-of-researchers');
const rorNodes = read<{ ids: readonly string[] }, { readonly id: string; readonly former: string }>('ingest.ror-nodes');

/** Joins people whom ORCID alone knew to researchers of the same iD among those that were just written. */
export async function joinPersons(writing: Writing): Promise<void> {
  const ids = writing.touched.ids('researcher');
  const rows = ids.length === 0 ? [] : await writing.transaction.run(personsOfResearchers, { ids });
  const joined = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!joined.has(row.person)) joined.set(row.person, row);
  const people = [...joined.values()].flatMap(({ orcidRecord }) => readStatement(orcidRecord) ?? []);
  await unite(
    writing,
    people,
    new Map([...joined.values()].map(({ person, id }) => [person.slice('orcid:'.length), id])),
  );
}

/**
 * Lets researchers stand for people whom ORCID alone knew, with what ORCID says of those.
 * @param ids the researchers, by iD; people who are not among them stay
 */
async function unite(
  writing: Writing,
  people: readonly PersonStatement[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  if (ids.size === 0) return;
  await moveNodes(
    writing,
    [...ids].map(([orcid, id]) => samePerson(personKey(orcid), id)),
  );
  const known = people.flatMap((person) => {
    const id = ids.get(person.orcid);
    return id === undefined ? [] : [[id, person] as const];
  });
  await writeResearchers(writing, new Map(known));
  await writeClaims(
    writing,
    known.map(([researcher, person]) => ({ ...claimsOf(person), researcher, partial: true })),
  );
}

const claimsOf = (person: PersonStatement) => ({
  names: namesOf(person),
  works: person.works.map(({ doi }) => ({ doi })),
});

/** Joins institutions that ROR's key alone named to those of the same key among the ones just written. */
export async function joinInstitutions(writing: Writing): Promise<void> {
  const ids = writing.touched.ids('institution');
  const rows = ids.length === 0 ? [] : await writing.transaction.run(rorNodes, { ids });
  const joined = new Map<string, string>();
  for (const { id, former } of rows) if (!joined.has(former)) joined.set(former, id);
  const reason = 'It is the same institution, by ROR id.';
  await moveNodes(
    writing,
    [...joined].map(([from, to]) => ({ kind: 'institution', from, to, reason })),
  );
}

/**
 * Finds works that claims alone made known among works that were just written, and joins them: the key of the other
 * source stands for both, and those who claimed it are found on its byline, be it as an author whom that source knows
 * without an iD.
 */
export async function joinClaims(writing: Writing, works: ReadonlyMap<string, WorkRecord>): Promise<void> {
  const dois = new Map<string, WorkRecord>();
  for (const work of works.values())
    if (work.doi !== null && work.id !== claimedKey(work.doi)) dois.set(work.doi, work);
  if (dois.size === 0) return;
  const edges = await readEdges(writing, [...dois.keys()].map(claimedKey));
  if (edges.size === 0) return;
  const claimed = [...dois].filter(([doi]) => edges.has(claimedKey(doi)));
  const claimants = claimed.flatMap(([doi]) =>
    (edges.get(claimedKey(doi))?.authored ?? []).map(([id]) => ({ doi, id })),
  );
  const ids = [...new Set(claimants.map(({ id }) => id))];
  const nodes = await writing.transaction.run(storedNodes.researcher, { ids });
  const people = new Map(nodes.map(({ id, orcidRecord }) => [id, readStatement(orcidRecord)]));
  await moveNodes(
    writing,
    claimed.map(([doi, { id }]) => ({ kind: 'work', from: claimedKey(doi), to: id, reason: 'The same DOI.' })),
  );
  await writeClaims(
    writing,
    claimants.flatMap(({ doi, id }) => {
      const person = people.get(id);
      return person ? [{ researcher: id, names: namesOf(person), works: [{ doi }], partial: true }] : [];
    }),
  );
  const alone = [...people].flatMap(([id, person]) => (person && id === personKey(person.orcid) ? [person] : []));
  await unite(writing, alone, await findAuthors(writing, alone));
}
