import type { Transaction } from '../../core/database.js';
import { read, write } from '../../core/queries.js';
import { findEarlierCiters } from './citations.js';
import type { MovePlan } from './move-plan.js';
import { renewLists } from './moved-lists.js';
import type { SourcedPair } from './statements.js';
import { readEdges } from './work-edges.js';
import type { Writing } from './writing.js';

/** A work that cites another, by its edge or by its list of references alone. */
interface Citation {
  readonly citing: string;
  readonly cited: string;
  readonly sources: string;
}

const citingWorks = read<{ readonly ids: readonly string[] }, Citation>('ingest.citing-works');
const linkCiters = write<{ readonly rows: readonly SourcedPair[] }>('ingest.link-citers');

/**
 * Who cites works that go, or names ids that stand for works from now on; and what works cite that go. Must be asked before the
 * moves write anything.
 */
export async function findCitations(
  transaction: Transaction,
  { going, renamed, aliases }: MovePlan,
): Promise<readonly Citation[]> {
  const works = going.filter(({ node }) => node.kind === 'work').map(({ from }) => from);
  const arriving = works.flatMap((id) => renamed.get(id) ?? []);
  const citers = works.length === 0 ? [] : await transaction.run(citingWorks, { ids: works });
  const naming = (await findEarlierCiters(transaction, [...aliases.keys(), ...arriving])).flatMap(
    ({ citing, cited, sources }) => cited.map((id) => ({ citing, cited: id, sources })),
  );
  const edges = await readEdges({ transaction }, works);
  const cites = [...edges.values()].flatMap((work) =>
    work.cites.map(([cited, sources]) => ({ citing: work.id, cited, sources })),
  );
  return [...citers, ...naming, ...cites];
}

/** Lets those who cite works that go cite the ones that stand for these. Edges of works that go go with them. */
export async function moveCitations(
  writing: Writing,
  { going, renamed, targets }: MovePlan,
  citations: readonly Citation[],
): Promise<void> {
  const { transaction, touched } = writing;
  const leaving = new Map(
    going.filter(({ node }) => node.kind === 'work').map(({ from }) => [from, renamed.get(from)]),
  );
  const rows = new Map<string, SourcedPair>();
  const changed = new Set<string>();
  for (const { citing, cited, sources } of citations) {
    const from = leaving.has(citing) ? leaving.get(citing) : citing;
    // A work that goes for good takes its citations with it.
    if (from === undefined) touched.update('work', cited);
    if (from === undefined) continue;
    if (from === citing) changed.add(from);
    const to = targets.has(cited) ? targets.get(cited) : cited;
    if (to != null && to !== from && !rows.has(`${from} ${to}`)) rows.set(`${from} ${to}`, { from, to, sources });
  }
  await renewLists(writing, [...changed], targets);
  for (const id of changed) touched.update('work', id);
  for (const { to } of rows.values()) touched.update('work', to);
  if (rows.size > 0) await transaction.run(linkCiters, { rows: [...rows.values()] });
}
