import { BadInputError, conflict } from '../core/errors.js';
import { newId } from '../core/ids.js';
import { read } from '../core/queries.js';
import { type FormerNote, retireIds } from '../graph/resolve.log.js';
import { writeNodes } from '../ingest/online/statements.js';
import { type AuthoredEdge, readEdges, replaceEdges, type WorkEdges } from '../ingest/online/work-edges.js';
import { sortKey } from '../ingest/sort-key.js';
import { type Curator, curate, findResearchers, keepCuration } from './curations.js';

const formerTargets = read<{ id: string }, { readonly target: string }>('curation.parts');

/** What it takes to undo a split: what was noted of the id before. */
export interface BeforeSplit {
  readonly note: FormerNote['before'];
}

/**
 * Moves works of a record to a new one, since they are another person's. The old id keeps naming the rest; sources go on
 * to name both by it, and each work stays where it was put. Throws NOT_FOUND, BAD_USER_INPUT naming works that are not the
 * record's, and CONFLICT where nothing would be left.
 * @returns the id of the new record
 */
export function splitResearcher(curator: Curator, researcherId: string, workIds: readonly string[]): Promise<string> {
  const id = newId();
  const newRecord = `rg:${newId()}`;
  return curate(curator, async (writing) => {
    const { transaction, now, touched } = writing;
    const [record] = await findResearchers(transaction, [researcherId]);
    const works = [...new Set(workIds)];
    if (works.length === 0) throw new BadInputError('workIds', 'must name at least one work');
    const edges = await readEdges(writing, works);
    const placeOf = (work: WorkEdges | undefined) => work?.authored.find(([author]) => author === researcherId);
    const others = works.filter((work) => placeOf(edges.get(work)) === undefined);
    if (others.length > 0)
      throw new BadInputError('workIds', `must be works of ${researcherId}`, others.slice(0, 10).join(' '));
    if (record?.properties.worksCount === works.length)
      throw conflict('These are all works of the record: a split leaves some with it.');

    const places = [...edges.values()].map((work) => placeOf(work) as AuthoredEdge);
    const name = mostFrequent(places.map(([, , printed]) => printed));
    const node = { id: newRecord, name, sortName: sortKey(name), sources: record?.properties.sources };
    await transaction.run(writeNodes.researcher, { rows: [node] });
    touched.create('researcher', newRecord);
    const after = [...edges.values()].map((work) => ({
      ...work,
      authored: work.authored.map((edge) => (edge[0] === researcherId ? movedTo(newRecord, edge) : edge)),
    }));
    await replaceEdges(writing, edges, after);
    for (const work of works) touched.update('work', work);
    const targets = await partsOf(researcherId);
    const reason = 'A moderator found the record to be several people.';
    const [note] = await retireIds(
      transaction,
      [{ id: researcherId, state: 'SPLIT', targets, reason, curation: id }],
      now,
    );
    touched.split(researcherId);
    const before: BeforeSplit = { note: note?.before ?? null };
    const researcherIds = [researcherId, newRecord];
    await keepCuration(writing, { id, kind: 'SPLIT', by: curator.by, researcherIds, workIds: works }, before);
    return { researcher: newRecord, concerns: researcherIds, action: 'SPLIT', curation: id };

    async function partsOf(split: string): Promise<readonly string[]> {
      const known = await transaction.run(formerTargets, { id: split });
      return [split, ...known.map(({ target }) => target).filter((target) => target !== split), newRecord];
    }
  });
}

/** The same place, held by another record; sources go on to state the id that they stated. */
const movedTo = (
  id: string,
  [from, position, name, corresponding, institutionIds, sources, statedAs]: AuthoredEdge,
): AuthoredEdge => [id, position, name, corresponding, institutionIds, sources, statedAs ?? from];

/** The name that is printed most often, of several the one first met. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as [string, number])[0];
}
