import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readLines } from '../../src/ingest/lines.js';
import { normaliseOrcid } from '../../src/ingest/orcid/normalise.js';
import { isRejectedOrcid, type OrcidRecord } from '../../src/ingest/orcid/orcid-record.js';
import { at, employment, externalId, OWNER, record, work } from '../fixtures/orcid-record.js';

const read = (value: unknown): OrcidRecord | string => {
  const result = normaliseOrcid({ text: JSON.stringify(value) });
  return isRejectedOrcid(result) ? result.reason : result;
};

const doi = (text: string, relationship: string | null = 'self') => externalId('doi', text, relationship);

test('a record without anything has its iD, name and the moment of its last change', () =>
  expect(read(record())).toEqual({
    orcid: OWNER,
    name: 'Ada Bee',
    otherNames: [],
    employments: [],
    works: [],
    worksWithoutDoi: 0,
    updated: '2024-08-31T07:00:03.643Z',
    mergedInto: null,
    withdrawn: false,
    hash: expect.stringMatching(/^[\w-]{22}$/),
  }));

test('a record of version 2 is read alike', () => {
  const { 'activities-summary': activities, ...rest } = record();
  const old = {
    ...rest,
    'activities-summary': {
      ...(activities as object),
      employments: { 'employment-summary': [employment('Here', '2015', null, { visibility: 'PUBLIC' })] },
      works: {
        group: [
          {
            'work-summary': [
              work('A', [externalId('doi', '10.1000/a', 'SELF')], { type: 'JOURNAL_ARTICLE', visibility: 'PUBLIC' }),
            ],
          },
        ],
      },
    },
  };
  expect(read(old)).toMatchObject({
    employments: [{ organization: 'Here' }],
    works: [{ doi: '10.1000/a', type: 'journal-article' }],
  });
});

describe('a record of which ORCID shows nothing any more', () => {
  const emptied = { name: null, otherNames: [], employments: [], works: [] };
  const answer = (code: number, message: string) => ({
    'response-code': 409,
    'developer-message': message,
    'user-message': 'x',
    'error-code': code,
  });
  const other = '0000-0001-5109-3700';

  test.each([
    [
      'merged, as the API answers',
      answer(
        9007,
        `301 Moved Permanently: This account is deprecated. Please refer to account: https://orcid.org/${other}. ORCID https://orcid.org/${OWNER}`,
      ),
      { orcid: OWNER, mergedInto: other, withdrawn: false, ...emptied },
    ],
    [
      'merged, as a record says it',
      { ...record(), deprecated: { 'primary-record': { 'orcid-identifier': { path: other } } } },
      { orcid: OWNER, mergedInto: other, withdrawn: false, ...emptied, updated: '2024-08-31T07:00:03.643Z' },
    ],
    [
      'deactivated, as the API answers',
      answer(9044, `409 Conflict: The ORCID record is deactivated. Full validation error: ${OWNER} is deactivated`),
      { orcid: OWNER, mergedInto: null, withdrawn: true, ...emptied },
    ],
    [
      'deactivated, as a record says it',
      record({
        name: { 'given-names': { value: 'Given Names Deactivated' } },
        history: { 'deactivation-date': { value: 1725087603643 } },
      }),
      { orcid: OWNER, mergedInto: null, withdrawn: true, ...emptied },
    ],
    [
      'locked',
      answer(9018, `409 Conflict: The ORCID record is locked. ORCID https://orcid.org/${OWNER}`),
      { orcid: OWNER, mergedInto: null, withdrawn: true, ...emptied },
    ],
  ])('%s', (_, value, expected) => expect(read(value)).toMatchObject(expected));

  test.each([
    [
      'never there',
      answer(9016, '404 Not Found: ORCID iD x not found'),
      /^ORCID answered with an error: 404 Not Found/,
    ],
    [
      'merged, without saying which',
      answer(9007, `refer to account: ${other}`),
      /^ORCID answered with an error: refer/,
    ],
    ['deactivated, without saying which', answer(9044, 'deactivated'), /^ORCID answered with an error: deactivated$/],
  ])('%s: a reject', (_, value, reason) => expect(read(value)).toMatch(reason));
});

describe('what is no record of ORCID says why', () => {
  const works = (count: number) => Array.from({ length: count }, () => [work('A', [])]);

  test.each<[string, unknown, RegExp]>([
    [
      'a section',
      { name: {}, path: `/${OWNER}/person` },
      /^no orcid-identifier: only the section person of the record of/,
    ],
    ['another object', { id: 'https://openalex.org/W1' }, /^no orcid-identifier: not a record of ORCID$/],
    [
      'a summary',
      { 'orcid-identifier': { path: OWNER }, employments: {} },
      /^neither person nor activities-summary: not a/,
    ],
    ['no iD', { ...record(), 'orcid-identifier': { path: '0000' } }, /^orcid-identifier is no ORCID iD: "0000"$/],
    ['an array', [record()], /^must be an object, found an array$/],
    ['another type', { ...record(), person: 'Ada' }, /^person must be an object, found "Ada"$/],
    [
      'another type deep inside',
      record({ works: [[work('A', [doi('10.1000/a')], { 'publication-date': { year: true } })]] }),
      /^activities-summary\.works\.group\[\]\.work-summary\[\]\.publication-date\.year must be text, found true$/,
    ],
    ['too many works', record({ works: works(10_001) }), /^works must be at most 10000, found 10001$/],
    [
      'too many employments',
      record({ employments: [Array.from({ length: 1001 }, () => employment('Here', null, null))] }),
      /^employments must be at most 1000, found 1001$/,
    ],
    [
      'a text without end',
      record({ name: { 'given-names': { value: 'x'.repeat(10_001) } } }),
      /given-names must be at most 10000 char/,
    ],
  ])('%s', (_, value, reason) => expect(read(value)).toMatch(reason));

  test('a line that is no JSON, or could not be read', () => {
    expect(normaliseOrcid({ text: '{"orcid' })).toMatchObject({ reason: expect.stringMatching(/^not JSON/) });
    expect(normaliseOrcid({ text: '', problem: 'longer than 64 MB' })).toEqual({ reason: 'longer than 64 MB' });
    expect(normaliseOrcid({ text: Buffer.from([0x7b, 0xc3, 0x28]) })).toEqual({ reason: 'not valid UTF-8' });
  });
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orcid-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['a document with indents, as the API gives it', JSON.stringify(record(), null, 2), 1],
    ['a document on one line', JSON.stringify(record()), 1],
    ['one record a line', `${JSON.stringify(record())}\n${JSON.stringify(record())}\n`, 2],
    ['an array', JSON.stringify([record(), record()], null, 2), 2],
  ])('may be %s', async (name, text, count) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, text);
    const names: unknown[] = [];
    for await (const batch of readLines({ path, bytes: text.length, compression: 'none' }))
      for (const line of batch) {
        const result = normaliseOrcid(line);
        names.push(isRejectedOrcid(result) ? result.reason : result.name);
      }
    expect(names).toEqual(Array(count).fill('Ada Bee'));
  });
});

test('nothing that a record may hold makes the reader throw', () => {
  const whole = record({
    otherNames: [{ content: 'A', visibility: 'public' }],
    employments: [[employment('', '2010-09', null, at('Here', 'GB', 'ROR', '01bzgdw81'))]],
    works: [[work('A', [doi('10.1000/a')])]],
  });
  /** Paths of all values within. */
  const paths = (value: unknown, path: readonly string[] = []): string[][] =>
    typeof value !== 'object' || value === null
      ? [[...path]]
      : [[...path], ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))];
  const put = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown =>
    key === undefined
      ? by
      : Object.assign(structuredClone(value) as object, { [key]: put((value as never)[key], rest, by) });
  fc.assert(
    fc.property(fc.constantFrom(...paths(whole)), fc.jsonValue(), (path, by) => {
      expect(read(put(whole, path, by))).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});
