import { read } from '../../core/queries.js';
import { logChanges } from '../../graph/changes.log.js';
import type { ResearcherRecord } from '../records.js';
import { writeAffiliations } from './affiliations.js';
import { writeDerivedEdges } from './derived-edges.js';
import { moveNodes } from './moves.js';
import { countRecords, institutionFigures, researcherFigures, topicFigures } from './statements.js';
import type { Writing } from './writing.js';

const forsakenAuthors = read<{ ids: readonly string[] }, { readonly id: string }>('ingest.forsaken-authors');

/** What holds for everything that is written into the graph. */
export interface FinishOptions {
  readonly maxAuthors: number;
  /** How many changes the log keeps at least. */
  readonly changesKept?: number | undefined;
}

/**
 * The end of a transaction that changed source edges: derived edges, affiliations and figures follow, and the log.
 * @param records of researchers, where new ones were written
 */
export async function finishWriting(
  writing: Writing,
  { maxAuthors, changesKept }: FinishOptions,
  records: ReadonlyMap<string, ResearcherRecord> = new Map(),
): Promise<void> {
  const { transaction, source, now, touched, derived, counts } = writing;
  await removeForsaken(writing);
  // What affiliations follow from is asked first: they are made ready while the server counts the rest.
  await Promise.all([
    stateAffiliations(writing, [...new Set([...touched.ids('researcher'), ...records.keys()])], records),
    writeDerivedEdges(transaction, derived, maxAuthors),
  ]);
  const figures = [
    ['researcher', researcherFigures],
    ['topic', topicFigures],
    ['institution', institutionFigures],
  ] as const;
  for (const [kind, statement] of figures) {
    const ids = touched.ids(kind);
    if (ids.length > 0) transaction.send(statement, { ids });
  }
  transaction.send(countRecords, { rows: counts.rows(), source, now });
  await logChanges(transaction, touched.changes, { now, kept: changesKept });
}

/** Brings the affiliations of researchers up to date. */
export async function stateAffiliations(
  { transaction, source, touched }: Writing,
  ids: readonly string[],
  records: ReadonlyMap<string, ResearcherRecord>,
): Promise<void> {
  if (ids.length > 0) await writeAffiliations(transaction, { ids, records, source }, touched);
}

/** An author known from papers alone goes with the last of them. */
async function removeForsaken(writing: Writing): Promise<void> {
  const ids = writing.touched.ids('researcher').filter((id) => id.startsWith('arxiv:'));
  if (ids.length === 0) return;
  const reason = 'No paper names this author any more.';
  const forsaken = await writing.transaction.run(forsakenAuthors, { ids });
  await moveNodes(
    writing,
    forsaken.map(({ id }) => ({ kind: 'researcher', from: id, to: null, reason })),
  );
}
