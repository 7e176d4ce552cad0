import type { Database } from '../core/database.js';
import { read, type Statement } from '../core/queries.js';

type Value = string | number | boolean | null;
/** A key, null where the node itself is meant, and values. */
type Entry = readonly [key: string | null, ...values: Value[]];
interface Row {
  readonly id: string;
  readonly stored: readonly Entry[];
  readonly counted: readonly Entry[];
}
interface PageParams {
  readonly ids: readonly string[];
  readonly maxAuthors: number;
}

/** Something stored that is not what the source edges say. */
export interface Difference {
  /** The label or edge type. */
  readonly kind: string;
  /** The node's id; of an edge the ids of both ends. */
  readonly ids: readonly string[];
  /** The property; `edges` where there are too many or too few edges. */
  readonly property: string;
  readonly stored: Value;
  readonly recounted: Value;
}

/** What a check found. */
export interface CheckReport {
  /** How many nodes were looked at. */
  readonly nodes: number;
  /** How many differences there are. */
  readonly total: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

/** One derived thing: how it is recounted, and the names of the values that its statement returns. */
interface Recount {
  readonly kind: string;
  readonly statement: Statement<PageParams, Row>;
  readonly properties: readonly string[];
}

const recount = (kind: string, file: string, ...properties: readonly string[]): Recount => ({
  kind,
  statement: read(`check.${file}`),
  properties,
});

interface Pages {
  readonly ids: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }>;
  readonly recounts: readonly Recount[];
}

const ofResearchers = [
  recount(
    'Researcher',
    'researcher-figures',
    ...['worksCount', 'citationCount', 'hIndex', 'firstYear', 'lastYear'],
    ...['topicsCount', 'collaboratorsCount', 'closeCollaboratorsCount'],
  ),
  recount('COAUTHOR', 'coauthors', 'works', 'strength', 'firstYear', 'lastYear'),
  recount('RESEARCHES', 'researches', 'works', 'topicId'),
  recount('AFFILIATED', 'affiliated', 'works', 'institutionId', 'stated', 'fromYear', 'toYear', 'current'),
];
const ofWorks = [
  recount('Work', 'work-figures', 'authorCount'),
  recount('ABOUT', 'about', 'topicId', 'citationCount', 'year'),
  recount('PRODUCED_AT', 'produced-at', 'institutionId', 'citationCount', 'year'),
  recount('CITES', 'cites'),
];
const ofInstitutions = [
  recount('Institution', 'institution-figures', 'worksCount'),
  recount('ACTIVE_IN', 'active-in', 'works', 'topicId', 'institutionId'),
  recount('PARTNER', 'partners', 'works', 'lowerId', 'higherId'),
];
const pages: readonly Pages[] = [
  { ids: read('check.researchers'), recounts: ofResearchers },
  { ids: read('check.works'), recounts: ofWorks },
  { ids: read('check.topics'), recounts: [recount('Topic', 'topic-figures', 'worksCount')] },
  { ids: read('check.institutions'), recounts: ofInstitutions },
];
const ofSources: Recount = recount('Source', 'sources', 'records');

export interface CheckOptions {
  /** Works with more names than this count in no joint figure. */
  readonly maxAuthors: number;
  /** How many differences to list; all are counted. 100 where it is not given. */
  readonly limit?: number;
  /** Told how many nodes were looked at so far. */
  readonly onProgress?: (nodes: number) => void;
}

const PAGE = 500;

/** Recounts every derived edge, copy and figure from the source edges, a page of nodes at a time. Changes nothing. */
export async function checkGraph(
  database: Database,
  { maxAuthors, limit = 100, onProgress }: CheckOptions,
): Promise<CheckReport> {
  const differences: Difference[] = [];
  let nodes = 0;
  let total = 0;
  const compare = async ({ kind, statement, properties }: Recount, ids: readonly string[]): Promise<void> => {
    for (const row of await database.execute(statement, { ids, maxAuthors })) {
      for (const difference of differencesOf(row, kind, properties)) {
        total++;
        if (differences.length < limit) differences.push(difference);
      }
    }
  };
  for (const { ids: idsOfPage, recounts } of pages) {
    let after: string | undefined = '';
    while (after !== undefined) {
      const ids: string[] = (await database.execute(idsOfPage, { after, limit: PAGE })).map(({ id }) => id);
      for (const one of recounts) await compare(one, ids);
      nodes += ids.length;
      onProgress?.(nodes);
      after = ids.at(-1);
    }
  }
  await compare(ofSources, []);
  return { nodes, total, differences };
}

function* differencesOf({ id, stored, counted }: Row, kind: string, names: readonly string[]): Generator<Difference> {
  const expected = new Map(counted.map(([key, ...values]) => [key, values]));
  const found = new Map<string | null, number>();
  for (const [key, ...values] of stored) {
    found.set(key, (found.get(key) ?? 0) + 1);
    const right = expected.get(key);
    if (right === undefined) continue;
    for (const [place, property] of names.entries()) {
      const [is, should] = [values[place] ?? null, right[place] ?? null];
      if (is !== should) yield { kind, ids: idsOf(id, key), property, stored: is, recounted: should };
    }
  }
  for (const key of new Set([...found.keys(), ...expected.keys()])) {
    const [is, should] = [found.get(key) ?? 0, expected.has(key) ? 1 : 0];
    if (is !== should) yield { kind, ids: idsOf(id, key), property: 'edges', stored: is, recounted: should };
  }
}

const idsOf = (id: string, key: string | null): readonly string[] => (key === null ? [id] : [id, key]);
