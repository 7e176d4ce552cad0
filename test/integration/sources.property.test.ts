import fc from 'fast-check';
import { checkGraph } from '../../src/ingest/check.js';
import type { SourceRecord } from '../../src/ingest/records.js';
import { article } from '../support/articles.js';
import { useImportedGraph } from '../support/imports.js';
import { person } from '../support/persons.js';
import { institution, researcher, work } from '../support/records.js';

const names = ['Ada Lovelace', 'A. Lovelace', 'Emmy Noether', 'Sofia Kovalevskaya'];
const orcids = ['0000-0002-1825-0097', '0000-0001-5109-3700'];
const dois = ['10.1000/one', '10.1000/two', '10.1000/three'];
const articleIds = ['2001.00001', '2001.00002', '2001.00003'];
const rors = ['01ggx4157', '042nb2s44'];
const days = fc.constantFrom('2024-01-01', '2024-02-01');
const byline = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });

const works = fc
  .record({
    id: fc.constantFrom('W1', 'W2', 'W3'),
    doi: fc.option(fc.constantFrom(...dois)),
    arxivId: fc.option(fc.constantFrom(...articleIds)),
    by: fc.uniqueArray(fc.integer({ min: 0, max: names.length - 1 }), { maxLength: 3 }),
    other: fc.option(fc.constantFrom(...names)),
    day: days,
    year: fc.option(fc.constantFrom(2019, 2020)),
  })
  .map(({ by, other, day, ...facts }) => ({
    source: 'openalex',
    record: work({
      ...facts,
      sourceUpdatedAt: day,
      authors: by.map((place) => ({ researcherId: `A${place}`, institutionIds: place === 0 ? ['I1'] : [] })),
      called: Object.fromEntries(names.map((name, place) => [`A${place}`, name])),
      otherNames: other === null ? [] : [other],
    }) as SourceRecord,
  }));
const researchers = fc
  .record({
    place: fc.integer({ min: 0, max: 2 }),
    orcid: fc.option(fc.constantFrom(...orcids)),
    day: days,
    at: fc.boolean(),
  })
  .map(({ place, orcid, day, at }) => ({
    source: 'openalex',
    record: researcher({
      ...{ id: `A${place}`, name: names[place] as string, orcid, sourceUpdatedAt: day },
      affiliations: at ? [{ institutionId: 'I1', fromYear: 2001, toYear: 2004, current: false }] : [],
    }) as SourceRecord,
  }));
const institutions = fc.constantFrom(...rors, null).map((ror) => ({
  source: 'openalex',
  record: institution({ id: 'I1', name: 'Institution', ror }) as SourceRecord,
}));
const articles = fc
  .record({
    id: fc.constantFrom(...articleIds),
    doi: fc.option(fc.constantFrom(...dois), { nil: undefined }),
    by: byline,
    updated: days,
    categories: fc.constantFrom('cs.LG', 'math.CO cs.LG'),
  })
  .map((facts) => ({ source: 'arxiv', record: article(facts) as SourceRecord }));
const people = fc
  .record({
    orcid: fc.constantFrom(...orcids),
    name: fc.constantFrom(...names),
    works: fc.subarray(dois),
    changed: fc.integer({ min: 1, max: 3 }),
    at: fc.subarray(rors),
    gone: fc.boolean(),
  })
  .map(({ at, gone, changed, ...facts }) => ({
    source: 'orcid',
    record: person({
      ...{ ...facts, changed, employments: at.map((ror) => [ror, 2010, null] as const) },
      ...(gone && changed === 3
        ? {
            more: {
              history: { 'last-modified-date': { value: Date.UTC(2020, 0, 4) }, 'deactivation-date': { value: 1 } },
            },
          }
        : {}),
    }) as SourceRecord,
  }));

const steps = fc.array(fc.oneof(works, works, articles, articles, people, researchers, institutions), {
  minLength: 3,
  maxLength: 14,
});

describe('records of several sources, in any order', () => {
  const graph = useImportedGraph();

  test('leave every figure exact after each, and change nothing when they are all read again', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await graph().query('MATCH (n) WHERE NOT n:Meta DETACH DELETE n');
        for (const { source, record } of all) {
          await graph().load([record], { source });
          const { differences } = await checkGraph(graph().database, { maxAuthors: 100 });
          expect(differences).toEqual([]);
        }
        const version = await graph().version();
        for (const source of ['openalex', 'arxiv', 'orcid'])
          await graph().load(
            all.filter((step) => step.source === source).map(({ record }) => record),
            { source },
          );
        const before = await graph().version();
        for (const source of ['openalex', 'arxiv', 'orcid'])
          await graph().load(
            all.filter((step) => step.source === source).map(({ record }) => record),
            { source },
          );
        expect({ version, again: await graph().version() }).toEqual({ version, again: before });
      }),
      { numRuns: Number(process.env.RUNS ?? 6) },
    );
  }, 240_000);
});
