import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readGraph, type TestDatabase } from './graph.js';

/** A sequence of numbers from 0 to below `bound`, the same each time. */
function numbers(): (bound: number) => number {
  let state = 1;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

/** Writes works as OpenAlex's snapshot holds them, compressed: of few authors each, many of whom write together again. */
export function writeOpenAlexWorks(path: string, count: number): void {
  const next = numbers();
  const lines = Array.from({ length: count }, (_, at) => {
    const authors = [...new Set(Array.from({ length: 1 + next(4) }, () => next(count / 4)))];
    return JSON.stringify({
      id: `https://openalex.org/W${at + 1}`,
      title: `Work ${at + 1}`,
      publication_year: 1990 + next(30),
      cited_by_count: next(50),
      authorships: authors.map((author) => ({
        author: { id: `https://openalex.org/A${author + 1}`, display_name: `Author ${author + 1}` },
        institutions: [{ id: `https://openalex.org/I${1 + (author % 50)}`, display_name: `Institute ${author % 50}` }],
      })),
      topics: [{ id: `https://openalex.org/T${1 + next(30)}`, display_name: 'A topic', score: 0.9 }],
      referenced_works: Array.from({ length: next(5) }, () => `https://openalex.org/W${1 + next(count)}`),
    });
  });
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`));
}

/** When something happened, and who is writing: what two runs that end alike may differ in. */
const MOMENTS = new Set(['updatedAt', 'arrivedAt', 'at', 'lastImportAt', 'changeLog']);

const withoutMoments = (key: string, value: unknown): unknown => {
  if (MOMENTS.has(key)) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const isLog = (label: string): boolean => label === 'Change';

/**
 * One text for everything that is stored, nodes, edges and what the change log tells, but the moments at which it
 * happened, and the order in which one chunk's changes are told: that in which the statements happened to find them.
 */
export async function checksum(graph: TestDatabase): Promise<string> {
  const { nodes, edges } = await readGraph(graph);
  const stored = nodes.filter(({ label, properties }) => !isLog(label) && properties.id !== 'import-lease');
  const changes = nodes
    .filter(({ label }) => isLog(label))
    .flatMap(({ properties: { kind, nodeType, ids } }) => (ids as string[]).map((id) => [kind, nodeType, id]));
  const texts = [...stored, ...edges, ...changes].map((entry) => JSON.stringify(entry, withoutMoments));
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex');
}

/**
 * As `checksum`, without what tells how the graph came to be: the log, which a bulk import does not write, and the
 * notes on `Meta` (version, numbers of the log, locks). What Meta says of all figures, `maxAuthors`, stays.
 */
export async function graphChecksum(graph: TestDatabase): Promise<string> {
  const { nodes, edges } = await readGraph(graph);
  const [meta] = nodes.filter(({ label, properties }) => label === 'Meta' && properties.id === 'graph');
  const stored = nodes.filter(({ label }) => !isLog(label) && label !== 'Meta');
  const texts = [...stored, ...edges, { maxAuthors: meta?.properties.maxAuthors }].map((entry) =>
    JSON.stringify(entry, withoutMoments),
  );
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex');
}

const KINDS = new Set(['Researcher', 'Work', 'Topic', 'Institution', 'Source']);
const BOOKKEEPING = new Set(['BECAME', 'CONCERNS']);

/** One line for every node of the four kinds, every edge among them and what is counted of sources, but for moments. */
export async function scholarlyGraph(graph: TestDatabase): Promise<readonly string[]> {
  const { nodes, edges } = await readGraph(graph);
  const stored = [
    ...nodes.filter(({ label }) => KINDS.has(label)),
    ...edges.filter(({ type }) => !BOOKKEEPING.has(type)),
  ];
  return stored.map((entry) => JSON.stringify(entry, withoutMoments)).sort();
}
