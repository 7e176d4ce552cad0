import fc from 'fast-check';
import type { GraphRecord } from '../../src/ingest/records.js';
import { institution, researcher, topic, work } from './records.js';

// Two of the ids order differently by code point than by UTF-16 unit.
/** Ids of every node that random records speak of, few enough to meet often. */
export const researcherIds = ['A1', 'A2', 'A3', 'A10', 'demo:a', 'orcid:0'];
export const institutionIds = ['I1', 'I2', 'I10', 'demo:i'];
export const topicIds = ['T1', 'T2', 'T3'];
export const workIds = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'];

const date = fc.constantFrom(null, '2024-01-01', '2024-01-02', '2024-01-03');
const year = fc.constantFrom(null, 1999, 2000, 2001, 2002);
const name = fc.constantFrom(null, 'Ada', 'Émile', '\uff5e', '\u{1f600}');
const some = <T>(values: readonly T[], maxLength: number) => fc.subarray([...values], { maxLength });

const works = fc
  .record({
    id: fc.constantFrom(...workIds),
    sourceUpdatedAt: date,
    year,
    citationCount: fc.nat(4),
    title: fc.constantFrom('One', 'Other'),
    authors: some(researcherIds, 4).chain((ids) =>
      fc.tuple(
        ...ids.map((researcherId) =>
          fc.record({ researcherId: fc.constant(researcherId), institutionIds: some(institutionIds, 2) }),
        ),
      ),
    ),
    otherNames: fc.constantFrom([], [], ['Somebody']),
    references: some([...workIds, 'W7'], 5),
    topics: some(topicIds, 2).map((ids) => ids.map((id, place) => ({ id, score: 0.5 - place / 4 }))),
    called: name.map(
      (called): Record<string, string> => (called === null ? {} : { A1: called, I1: called, T1: called }),
    ),
  })
  .map(({ references, ...draft }) => work({ ...draft, references: references.filter((id) => id !== draft.id) }));
const researchers = fc
  .record({
    id: fc.constantFrom(...researcherIds),
    sourceUpdatedAt: date,
    name,
    orcid: fc.constantFrom(null, '0000-0002-1825-0097'),
    affiliations: some(institutionIds, 2).chain((ids) =>
      fc.tuple(
        ...ids.map((institutionId) =>
          fc.record({ institutionId: fc.constant(institutionId), fromYear: year, toYear: year, current: fc.boolean() }),
        ),
      ),
    ),
  })
  .map(researcher);
const institutions = fc
  .record({ id: fc.constantFrom(...institutionIds), sourceUpdatedAt: date, name, country: fc.constantFrom(null, 'CN') })
  .map(institution);
const topics = fc
  .record({ id: fc.constantFrom(...topicIds), sourceUpdatedAt: date, name, field: fc.constantFrom(null, 'Physics') })
  .map(topic);

/** A record of any kind. */
export const anyRecord: fc.Arbitrary<GraphRecord> = fc.oneof(
  { arbitrary: works, weight: 6 },
  { arbitrary: researchers, weight: 2 },
  { arbitrary: institutions, weight: 1 },
  { arbitrary: topics, weight: 1 },
);
