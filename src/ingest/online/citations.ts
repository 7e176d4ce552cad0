import type { Transaction } from '../../core/database.js';
import { addSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import {
  type Citer,
  cites,
  citesSources,
  earlierCiters,
  type Pair,
  presentWorks,
  type SourcedPair,
  type StoredWorkEdges,
  uncite,
} from './statements.js';
import type { Touched } from './touched.js';

/** Lucene refuses a query of more than 1,024 terms. */
const TERMS = 1_000;

const quoted = (id: string): string => `"${id.replace(/["\\]/g, '\\$&')}"`;

/** The works in the graph that cite any of these ids. Must be asked before the transaction writes works. */
export async function findEarlierCiters(transaction: Transaction, ids: readonly string[]): Promise<Citer[]> {
  const asked: Promise<Citer[]>[] = [];
  for (let start = 0; start < ids.length; start += TERMS) {
    const part = ids.slice(start, start + TERMS);
    const wanted = Object.fromEntries(part.map((id) => [id, true as const]));
    asked.push(transaction.run(earlierCiters, { query: part.map(quoted).join(' '), wanted }));
  }
  return (await Promise.all(asked)).flat();
}

/** Which of the works that these records cite are in the graph. */
export async function findCited(
  transaction: Transaction,
  works: ReadonlyMap<string, WorkRecord>,
): Promise<ReadonlySet<string>> {
  const references = new Set([...works.values()].flatMap((work) => work.references));
  const present = references.size === 0 ? [] : await transaction.run(presentWorks, { ids: [...references] });
  return new Set(present.map(({ id }) => id));
}

export interface CitationNews {
  /** Records of the works that were just written. */
  readonly works: ReadonlyMap<string, WorkRecord>;
  /** Their edges as they were. */
  readonly before: ReadonlyMap<string, StoredWorkEdges>;
  readonly citers: readonly Citer[];
  /** Ids of the works that they cite and that were in the graph before. */
  readonly cited: ReadonlySet<string>;
  readonly source: string;
}

/** Brings citations up to date: what the written works cite, and who cited them before they were here. */
export function writeCitations(transaction: Transaction, news: CitationNews, touched: Touched): void {
  const { works, before, citers, cited: found, source } = news;
  const added: SourcedPair[] = [];
  const kept: SourcedPair[] = [];
  const lost: Pair[] = [];
  for (const { id, references: cited } of works.values()) {
    const former = new Map(before.get(id)?.cites);
    for (const to of cited.filter((reference) => found.has(reference) || works.has(reference))) {
      const known = former.get(to);
      const sources = addSource(known, source);
      if (known === undefined) added.push({ from: id, to, sources });
      else if (known !== sources) kept.push({ from: id, to, sources });
      former.delete(to);
    }
    for (const to of former.keys()) lost.push({ from: id, to });
  }
  for (const { citing, sources, cited } of citers)
    if (!works.has(citing)) added.push(...cited.map((to) => ({ from: citing, to, sources })));

  for (const { from, to } of [...lost, ...kept, ...added]) {
    touched.update('work', from);
    touched.update('work', to);
  }
  if (lost.length > 0) transaction.send(uncite, { rows: lost });
  if (kept.length > 0) transaction.send(citesSources, { rows: kept });
  if (added.length > 0) transaction.send(cites, { rows: added });
}
