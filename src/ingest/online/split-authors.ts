import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import type { WorkRecord } from '../records.js';

interface Assignment {
  readonly work: string;
  /** The id as the source states it. */
  readonly id: string;
  readonly researcher: string;
}
interface PartRow {
  readonly id: string;
  readonly researchers: readonly string[];
  readonly topics: readonly string[];
  readonly institutions: readonly string[];
}

const assignedAuthors = read<{ rows: readonly { work: string; id: string; parts: readonly string[] }[] }, Assignment>(
  'ingest.assigned-authors',
);
type Named = Readonly<Record<string, true>>;
const partsOfSplit = read<{ ids: readonly string[]; researchers: Named; topics: Named; institutions: Named }, PartRow>(
  'ingest.parts-of-split',
);

/** Which part of a split record wrote each work that names it, keyed `<work> <id>`; with those that were decided anew. */
export interface SplitAuthors {
  readonly researchers: ReadonlyMap<string, string>;
  readonly decided: readonly Assignment[];
}

/** A shared coauthor tells more than a shared place, and that more than a shared topic. */
const WEIGHTS = { researchers: 4, institutions: 2, topics: 1 } as const;

/**
 * Finds the part of a split record that each work belongs to. Where the work is in the graph its edges say; a new one goes
 * to the part that it has most in common with: coauthors, institutions, topics. With nothing in common, or as much with
 * several, it stays with the first, which goes by the record's own id.
 * @param parts of each split id, itself first
 */
export async function findSplitAuthors(
  transaction: Transaction,
  works: readonly WorkRecord[],
  parts: ReadonlyMap<string, readonly string[]>,
): Promise<SplitAuthors> {
  const rows = works.flatMap((work) =>
    work.authorships.flatMap(({ researcherId: id }) => {
      const all = parts.get(id);
      return all === undefined ? [] : [{ work, id, parts: all }];
    }),
  );
  if (rows.length === 0) return { researchers: new Map(), decided: [] };
  const assigned = await transaction.run(assignedAuthors, {
    rows: rows.map(({ work, ...row }) => ({ ...row, work: work.id })),
  });
  const researchers = new Map(assigned.map(({ work, id, researcher }) => [`${work} ${id}`, researcher]));
  const open = rows.filter(({ work, id }) => !researchers.has(`${work.id} ${id}`));
  if (open.length === 0) return { researchers, decided: [] };

  const named = (ids: readonly string[]): Named => Object.fromEntries(ids.map((id) => [id, true as const]));
  const all = open.map(({ work }) => work);
  const found = await transaction.run(partsOfSplit, {
    ids: [...new Set(open.flatMap((row) => row.parts))],
    researchers: named(all.flatMap(({ authorships }) => authorships.map(({ researcherId }) => researcherId))),
    topics: named(all.flatMap(({ topics }) => topics.map(({ id }) => id))),
    institutions: named(all.flatMap(({ institutionIds }) => institutionIds)),
  });
  const evidence = new Map(found.map((row) => [row.id, row]));
  const decided = open.map(({ work, id, parts: candidates }): Assignment => {
    const scores = candidates.map((part) => ({ part, score: scoreOf(work, evidence.get(part)) }));
    const best = Math.max(...scores.map(({ score }) => score));
    const winners = scores.filter(({ score }) => score === best);
    const researcher = winners.length === 1 ? (winners[0]?.part ?? id) : (candidates[0] ?? id);
    researchers.set(`${work.id} ${id}`, researcher);
    return { work: work.id, id, researcher };
  });
  return { researchers, decided };
}

function scoreOf(work: WorkRecord, part: PartRow | undefined): number {
  const common = (ids: readonly string[], known: readonly string[] = []): number =>
    ids.filter((id) => known.includes(id)).length;
  return (
    WEIGHTS.researchers *
      common(
        work.authorships.map(({ researcherId }) => researcherId),
        part?.researchers,
      ) +
    WEIGHTS.institutions * common(work.institutionIds, part?.institutions) +
    WEIGHTS.topics *
      common(
        work.topics.map(({ id }) => id),
        part?.topics,
      )
  );
}
