import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import { bestParts } from '../../identity/best-part.js';
import { MOST_WORKS } from '../../identity/identity.js';
import { identityLoaders } from '../../identity/identity.loaders.js';
import { identityWork } from '../../identity/record-identity.js';
import type { IdentityWork } from '../../identity/record-works.js';
import type { WorkRecord } from '../records.js';

interface Assignment {
  readonly work: string;
  /** The id as the source states it. */
  readonly id: string;
  readonly researcher: string;
}
const assignedAuthors = read<{ rows: readonly { work: string; id: string; parts: readonly string[] }[] }, Assignment>(
  'ingest.assigned-authors',
);
/** Where a topic stands. */
interface TopicFacts {
  readonly id: string;
  readonly subfield: string | null;
  readonly field: string | null;
  readonly domain: string | null;
}
const topicLevels = read<{ ids: readonly string[] }, TopicFacts>('ingest.topic-levels');

/** Which part of a split record wrote each work that names it, keyed `<work> <id>`; with those that were decided anew. */
export interface SplitAuthors {
  readonly researchers: ReadonlyMap<string, string>;
  readonly decided: readonly Assignment[];
}

interface Row {
  readonly work: WorkRecord;
  readonly id: string;
  readonly parts: readonly string[];
}

/**
 * Finds the part of a split record that each work belongs to. Where the work is in the graph its edges say; a new one goes
 * to the part that it hangs together with best, as `bestParts` of identity finds it.
 * @param parts of each split id, itself first
 * @param maxAuthors of larger works no coauthors are compared
 */
export async function findSplitAuthors(
  transaction: Transaction,
  works: readonly WorkRecord[],
  parts: ReadonlyMap<string, readonly string[]>,
  maxAuthors: number,
): Promise<SplitAuthors> {
  const rows = works.flatMap((work) =>
    work.authorships.flatMap(({ researcherId: id }): Row[] => {
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
  const decided = open.length === 0 ? [] : await decide(transaction, open, maxAuthors);
  for (const { work, id, researcher } of decided) researchers.set(`${work} ${id}`, researcher);
  return { researchers, decided };
}

async function decide(transaction: Transaction, rows: readonly Row[], maxAuthors: number): Promise<Assignment[]> {
  const keys = [...new Set(rows.flatMap((row) => row.parts))];
  const found = await transaction.run(identityLoaders.works.statement, { keys, limit: MOST_WORKS, maxAuthors });
  const ids = [...new Set(rows.flatMap(({ work }) => work.topics.map((topic) => topic.id)))];
  const levels = new Map((await transaction.run(topicLevels, { ids })).map((topic) => [topic.id, topic]));
  return [...new Set(rows.map(({ id }) => id))].flatMap((id) => {
    const arriving = rows.filter((row) => row.id === id);
    const parts = arriving[0]?.parts ?? [id];
    const places = bestParts(
      parts.map((part) => found.filter(({ key }) => key === part).map(({ value }) => identityWork(value))),
      arriving.map(({ work }) => arrivingWork(work, id, levels, maxAuthors)),
    );
    return arriving.map(({ work }, at) => ({ work: work.id, id, researcher: parts[places[at]?.part ?? 0] ?? id }));
  });
}

/** A record as the graph's works of its author are compared. */
function arrivingWork(
  { authorships, byline, topics, source: venue, ...work }: WorkRecord,
  id: string,
  levels: ReadonlyMap<string, TopicFacts>,
  maxAuthors: number,
): IdentityWork {
  const own = authorships.find(({ researcherId }) => researcherId === id);
  const seats = new Set(authorships.map(({ position }) => position));
  const named = authorships.filter((one) => one !== own).map(({ researcherId, name }) => ({ id: researcherId, name }));
  const others = byline.flatMap((name, at) => (seats.has(at + 1) ? [] : [{ id: null, name }]));
  const level = (kind: 'subfield' | 'field' | 'domain') => topics.flatMap(({ id }) => levels.get(id)?.[kind] ?? []);
  return {
    ...{ id: work.id, title: work.titleText ?? work.title, year: work.year, venue, references: work.references },
    printedName: own?.name ?? '',
    coauthors: byline.length > maxAuthors ? [] : [...named, ...others],
    organisations: (own?.institutionIds ?? []).map((organisation) => ({ id: organisation })),
    topics: topics.map((topic) => topic.id),
    ...{ subfields: level('subfield'), fields: level('field'), domains: level('domain') },
  };
}
