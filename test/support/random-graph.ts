import fc from 'fast-check';
import type { GraphRecord } from '../../src/ingest/records.js';
import { researcher, work } from './records.js';

// Few values, so that ranks are often equal and ids decide; upper case comes before lower case by code point alone.
// Each id holds a mark in place of the number of its graph.
const MARK = '~';
const researcherIds = ['A1~', 'A10~', 'A2~', 'A3~', 'demo:a~', 'orcid:0000-0002-1825-~'];
const institutionIds = ['I1~', 'I10~', 'I2~', 'demo:i~'];
const topicIds = ['T1~', 'T10~', 'T2~', 'demo:t~'];
const workIds = ['W1~', 'W10~', 'W2~', 'W3~', 'W4~', 'W5~', 'arxiv:2001.0~', 'demo:w~'];

/** Every id that a random graph may hold, and one that none does. */
export const anyId = fc.constantFrom(...researcherIds, ...institutionIds, ...topicIds, ...workIds, 'A404~');

/** The same with ids of one graph among many, so that one database can hold all of them at once. */
export const numbered = <T>(value: T, graph: number): T =>
  JSON.parse(JSON.stringify(value).replaceAll(MARK, String(graph).padStart(4, '0')));

const year = fc.constantFrom(null, 2000, 2001, 2002, 2003);
const some = <T>(values: readonly T[], maxLength: number) => fc.subarray([...values], { maxLength });

const works = (id: string) =>
  fc
    .record({
      year,
      citationCount: fc.nat(2),
      authors: some(researcherIds, 3).chain((ids) =>
        fc.tuple(
          ...ids.map((researcherId) =>
            fc.record({ researcherId: fc.constant(researcherId), institutionIds: some(institutionIds, 2) }),
          ),
        ),
      ),
      references: some(workIds, 3),
      topics: some(topicIds, 2).map((ids) => ids.map((topic, place) => ({ id: topic, score: 0.5 - place / 4 }))),
    })
    .map(({ references, ...draft }) =>
      work({ id, title: `Work ${id}`, ...draft, references: references.filter((other) => other !== id) }),
    );
const profiles = (id: string) =>
  some(institutionIds, 2)
    .chain((ids) =>
      fc.tuple(
        ...ids.map((institutionId) =>
          fc.record({ institutionId: fc.constant(institutionId), fromYear: year, toYear: year, current: fc.boolean() }),
        ),
      ),
    )
    .map((affiliations) => researcher({ id, name: `Name of ${id}`, affiliations }));

/** Works that make a hub of one institution: it has more partners, and more topics, than are followed among few nodes. */
export const hubRecords: readonly GraphRecord[] = Array.from({ length: 45 }, (_, at) =>
  work({
    id: `W9${at}${MARK}`,
    title: `Work ${at}`,
    authors: [{ researcherId: `A9${at % 5}${MARK}`, institutionIds: [`I1${MARK}`, `I9${at}${MARK}`] }],
    topics: [{ id: `T9${at}${MARK}`, score: 0.5 }],
  }),
);

/** The records of a graph of some twenty nodes, in which everything is near to everything or nothing is. */
export const graphRecords: fc.Arbitrary<readonly GraphRecord[]> = fc
  .tuple(some(workIds, workIds.length), some(researcherIds, 3))
  .chain(([workKeys, profileKeys]) => fc.tuple(...workKeys.map(works), ...profileKeys.map(profiles)))
  .map((records) => records as readonly GraphRecord[]);
