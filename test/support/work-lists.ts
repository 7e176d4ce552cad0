import fc from 'fast-check';
import { work } from '../fixtures/records.js';

/** Words of titles, and what each is sorted and found by. */
const words: Readonly<Record<string, string>> = {
  Étude: 'etude',
  'łuk,': 'luk',
  Zebra: 'zebra',
  '«apple»': 'apple',
  'graphs:': 'graphs',
  graph: 'graph',
  '7': '7',
};

/** A work in short, from which tests make a record and recompute lists. */
export interface PlainWork {
  readonly id: string;
  readonly title: readonly string[];
  readonly year: number | null;
  readonly cited: number;
  readonly type: string | null;
  readonly source: string | null;
  readonly open: boolean;
  readonly retracted: boolean;
  readonly by: readonly string[];
  readonly at: readonly string[];
  readonly about: readonly string[];
  readonly cites: readonly string[];
}

const some = (prefix: string, most: number) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: most }).map((number) => `${prefix}${number}`),
    { maxLength: 3 },
  );

/** A handful of works with few values of everything, so that all of them tie and overlap. */
export const plainWorks: fc.Arbitrary<readonly PlainWork[]> = fc
  .array(
    fc.record({
      title: fc.array(fc.constantFrom(...Object.keys(words)), { minLength: 1, maxLength: 3 }),
      year: fc.option(fc.integer({ min: 2018, max: 2021 })),
      cited: fc.integer({ min: 0, max: 3 }),
      type: fc.option(fc.constantFrom('article', 'preprint')),
      source: fc.option(fc.constantFrom('Nature', 'Zeitschrift für Physik')),
      open: fc.boolean(),
      retracted: fc.boolean(),
      by: some('A', 4),
      at: some('I', 3),
      about: some('T', 3),
      cites: some('W', 10),
    }),
    { minLength: 12, maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map((draft, at) => ({
      ...draft,
      id: `W${at + 1}`,
      // Institutions are stated for authors.
      at: draft.by.length === 0 ? [] : draft.at,
      cites: draft.cites.filter((id) => id !== `W${at + 1}`),
    })),
  );

/** The record of a work, in OpenAlex's shape. */
export const recordOf = ({ id, title, year, cited, type, source, open, retracted, by, at, about, cites }: PlainWork) =>
  work({
    id,
    title: title.join(' '),
    year,
    cited,
    by,
    at,
    about,
    cites,
    more: {
      type,
      is_retracted: retracted,
      primary_location: { source: source === null ? null : { display_name: source } },
      best_oa_location: open ? { landing_page_url: `https://example.org/${id}` } : null,
      open_access: { oa_url: open ? `https://example.org/${id}` : null },
    },
  });

export interface PlainFilter {
  readonly yearFrom?: number | null;
  readonly yearTo?: number | null;
  readonly types?: readonly string[] | null;
  readonly sources?: readonly string[] | null;
  readonly topicIds?: readonly string[] | null;
  readonly authorIds?: readonly string[] | null;
  readonly institutionIds?: readonly string[] | null;
  readonly allAuthorIds?: readonly string[] | null;
  readonly minCitations?: number | null;
  readonly openAccess?: boolean | null;
  readonly retracted?: boolean | null;
  readonly text?: string | null;
}

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 1 });

export const plainFilters: fc.Arbitrary<PlainFilter> = fc
  .record(
    {
      yearFrom: optional(fc.integer({ min: 2017, max: 2022 })),
      yearTo: optional(fc.integer({ min: 2017, max: 2022 })),
      types: optional(fc.uniqueArray(fc.constantFrom('article', 'preprint', 'book'))),
      sources: optional(fc.uniqueArray(fc.constantFrom('Nature', 'Zeitschrift für Physik'))),
      topicIds: optional(some('T', 4)),
      authorIds: optional(some('A', 5)),
      institutionIds: optional(some('I', 4)),
      allAuthorIds: optional(some('A', 4)),
      minCitations: optional(fc.integer({ min: 0, max: 3 })),
      openAccess: optional(fc.boolean()),
      retracted: optional(fc.boolean()),
      text: optional(fc.constantFrom('zebra', 'grap', 'Graphs', 'ETU', 'luk apple', 'apple łu', ' ', '7 zeb', '?!')),
    },
    { requiredKeys: [] },
  )
  .filter(({ yearFrom, yearTo }) => yearFrom == null || yearTo == null || yearFrom <= yearTo);

const any = (wanted: readonly string[] | null | undefined, values: readonly (string | null)[]): boolean =>
  wanted == null || wanted.some((value) => values.includes(value));

function matches(title: readonly string[], text: string): boolean {
  if (text.trim() === '') return true;
  const found = title.map((word) => words[word] ?? '');
  const wanted = text
    .toLowerCase()
    .replace('ł', 'l')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const last = wanted.pop();
  return (
    last !== undefined && wanted.every((word) => found.includes(word)) && found.some((word) => word.startsWith(last))
  );
}

/** Whether a work passes a filter, rule by rule. */
export const passes = (one: PlainWork, filter: PlainFilter): boolean =>
  (filter.yearFrom == null || (one.year !== null && one.year >= filter.yearFrom)) &&
  (filter.yearTo == null || (one.year !== null && one.year <= filter.yearTo)) &&
  any(filter.types, [one.type]) &&
  any(filter.sources, [one.source]) &&
  any(filter.topicIds, one.about) &&
  any(filter.authorIds, one.by) &&
  any(filter.institutionIds, one.at) &&
  (filter.allAuthorIds == null ||
    (filter.allAuthorIds.length > 0 && filter.allAuthorIds.every((id) => one.by.includes(id)))) &&
  one.cited >= (filter.minCitations ?? 0) &&
  (filter.openAccess == null || one.open === filter.openAccess) &&
  (filter.retracted == null || one.retracted === filter.retracted) &&
  matches(one.title, filter.text ?? '');

/** Compares by each key in turn. */
const byKeys =
  <T>(...keys: readonly ((item: T) => number | string)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const [one, other] = [key(a), key(b)];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  };
const id = ({ id }: PlainWork) => id;
const title = (one: PlainWork) => one.title.map((word) => words[word]).join(' ');

/** Every order that can be asked for: the argument, and how two works compare. */
export const workOrders: readonly (readonly [string, (a: PlainWork, b: PlainWork) => number])[] = [
  [
    'null',
    byKeys(
      (w) => -w.cited,
      (w) => -(w.year ?? 0),
      id,
    ),
  ],
  [
    '{ by: CITATIONS, direction: DESC }',
    byKeys(
      (w) => -w.cited,
      (w) => -(w.year ?? 0),
      id,
    ),
  ],
  [
    '{ by: CITATIONS, direction: ASC }',
    byKeys(
      (w) => w.cited,
      (w) => w.year ?? 9999,
      id,
    ),
  ],
  [
    '{ by: YEAR, direction: DESC }',
    byKeys(
      (w) => -(w.year ?? 0),
      (w) => -w.cited,
      id,
    ),
  ],
  [
    '{ by: YEAR, direction: ASC }',
    byKeys(
      (w) => w.year ?? 9999,
      (w) => w.cited,
      id,
    ),
  ],
  ['{ by: TITLE, direction: ASC }', byKeys(title, id)],
  ['{ by: TITLE, direction: DESC }', (a, b) => (title(a) === title(b) ? byKeys(id)(a, b) : -byKeys(title)(a, b))],
];

/** Every list of works: how it is asked for, and which works it holds before its filter. */
export const workLists: readonly (readonly [string, (one: PlainWork, all: readonly PlainWork[]) => boolean])[] = [
  ['works', () => true],
  ['node(id: "A1") { ... on Researcher { works', ({ by }) => by.includes('A1')],
  ['node(id: "T1") { ... on Topic { works', ({ about }) => about.includes('T1')],
  ['node(id: "I1") { ... on Institution { works', ({ at }) => at.includes('I1')],
  ['node(id: "W1") { ... on Work { works: references', (one, all) => all[0]?.cites.includes(one.id) ?? false],
  ['node(id: "W1") { ... on Work { works: citedBy', ({ cites }) => cites.includes('W1')],
];
