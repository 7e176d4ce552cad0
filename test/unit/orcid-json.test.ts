import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readLines } from '../../src/ingest/lines.js';
import { normaliseOrcid } from '../../src/ingest/orcid/normalise.js';
import { isRejectedOrcid, type OrcidRecord } from '../../src/ingest/orcid/orcid-record.js';
import {
  at,
  byClient,
  byOwner,
  type Contents,
  employment,
  externalId,
  forOwner,
  OWNER,
  record,
  work,
} from '../fixtures/orcid-record.js';

const read = (value: unknown): OrcidRecord | string => {
  const result = normaliseOrcid({ text: JSON.stringify(value) });
  return isRejectedOrcid(result) ? result.reason : result;
};

function readRecord(contents: Contents): OrcidRecord {
  const result = read(record(contents));
  if (typeof result === 'string') throw new Error(`rejected: ${result}`);
  return result;
}

const doi = (text: string, relationship: string | null = 'self') => externalId('doi', text, relationship);

test('a record without anything has its iD, name and the moment of its last change', () =>
  expect(readRecord({})).toEqual({
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

describe('names', () => {
  const other = (content: string, visibility = 'public') => ({ content, visibility });

  test('the name under which the person publishes comes before given and family name, which are kept', () =>
    expect(
      readRecord({
        name: { 'credit-name': { value: ' A. B.\n Bee ' } },
        otherNames: [other('Bee, Ada'), other('Ada Bee'), other('A. B. Bee'), other('Bee, Ada')],
      }),
    ).toMatchObject({ name: 'A. B. Bee', otherNames: ['Ada Bee', 'Bee, Ada'] }));

  test('a person may have a single name', () =>
    expect(readRecord({ name: { 'family-name': null } })).toMatchObject({ name: 'Ada', otherNames: [] }));

  test('what is not public is not read', () =>
    expect(
      readRecord({
        name: { visibility: 'private' },
        otherNames: [other('Ada B.'), other('Secret', 'limited'), other('Secret too', 'private')],
      }),
    ).toMatchObject({ name: null, otherNames: ['Ada B.'] }));
});

describe('employments', () => {
  const years = (...employments: Record<string, unknown>[]) =>
    readRecord({ employments: employments.map((one) => [one]) }).employments.map(
      ({ organization, fromYear, toYear, current }) => [organization, fromYear, toYear, current],
    );

  test('have organisation, ROR, country, years, and who asserts them', () =>
    expect(
      readRecord({
        employments: [
          [employment('', '2010-09', '2014-08-31', at('Here University', 'gb', 'ROR', 'https://ror.org/01BZGDW81'))],
          [employment('', '2015', null, { ...at('There', 'US', 'RINGGOLD', '5468'), source: byClient('There') })],
        ],
      }).employments,
    ).toEqual([
      {
        organization: 'Here University',
        ror: '01bzgdw81',
        country: 'GB',
        fromYear: 2010,
        toYear: 2014,
        current: false,
        asserted: { by: 'OWNER', name: 'Ada Bee' },
      },
      {
        organization: 'There',
        ror: null,
        country: 'US',
        fromYear: 2015,
        toYear: null,
        current: true,
        asserted: { by: 'OTHER', name: 'There' },
      },
    ]));

  test.each(['RINGGOLD', 'GRID', 'FUNDREF', 'LEI'])('an id of %s is never taken for a ROR', (scheme) =>
    expect(
      readRecord({ employments: [[employment('', null, null, at('There', 'US', scheme, '01bzgdw81'))]] }).employments,
    ).toMatchObject([{ ror: null }]),
  );

  test('last where they have no end and have begun when the record was changed last', () =>
    expect(
      years(
        employment('Without dates', null, null),
        employment('That month', '2024-08', null),
        employment('Next day', '2024-09-01', null),
        employment('Next year', '2025', null),
        employment('Ended', null, '2024'),
      ),
    ).toEqual([
      ['Without dates', null, null, true],
      ['That month', 2024, null, true],
      ['Next day', 2024, null, false],
      ['Next year', 2025, null, false],
      ['Ended', null, 2024, false],
    ]));

  test('of one organisation stand together, the earliest first, each once', () =>
    expect(
      years(
        employment('Here', '2015', null),
        employment('There', '1999', null),
        employment('HERE', null, '2001'),
        employment('Here', '2010-05', '2011'),
        employment('Here', '2010-02', '2010'),
        employment('Here', '2015', null, { 'role-title': 'Dean' }),
      ),
    ).toEqual([
      ['Here', 2010, 2010, false],
      ['Here', 2010, 2011, false],
      ['Here', 2015, null, true],
      ['HERE', null, 2001, false],
      ['There', 1999, null, true],
    ]));

  test('are read from every version of a group, without those that are not public or name no organisation', () =>
    expect(
      readRecord({
        employments: [
          [
            employment('Here', '2015', null),
            employment('Here', '2015', null, { source: byClient('Here') }),
            employment('Secret', '2015', null, { visibility: 'limited' }),
            employment('', '2015', null),
          ],
        ],
      }).employments.map(({ organization, asserted }) => [organization, asserted.by]),
    ).toEqual([
      ['Here', 'OWNER'],
      ['Here', 'OTHER'],
    ]));

  test.each([
    ['1930-02-29', 1930],
    ['1930-13-01', 1930],
    ['0000', null],
    ['19', null],
  ])('of a date that no calendar has, %s, the part that can be is kept', (text, year) =>
    expect(readRecord({ employments: [[employment('Here', text, null)]] }).employments).toMatchObject([
      { fromYear: year, current: true },
    ]),
  );

  test('with an end that cannot be read are over', () =>
    expect(years(employment('Here', '2015', 'unknown'))).toEqual([['Here', 2015, null, false]]));
});

describe('works', () => {
  test('have DOI, title, type, date, journal, and who asserts them', () =>
    expect(readRecord({ works: [[work('On  a\nthing', [doi('https://doi.org/10.1000/THING')])]] }).works).toEqual([
      {
        doi: '10.1000/thing',
        title: 'On a thing',
        type: 'journal-article',
        year: 2012,
        date: '2012-03-04',
        source: 'Journal of Things',
        asserted: { by: 'OWNER', name: 'Ada Bee' },
      },
    ]));

  test.each([
    ['2012', 2012],
    ['2012-03', 2012],
    ['2012-02-30', 2012],
  ])('of %s have a year and no day', (text, year) => {
    const [y, m = null, d = null] = text.split('-');
    const stated = { year: { value: y }, month: m && { value: m }, day: d && { value: d } };
    expect(
      readRecord({ works: [[work('A', [doi('10.1000/a')], { 'publication-date': stated })]] }).works,
    ).toMatchObject([{ year, date: null }]);
  });

  test('are known by their own DOI, not by that of a book, of another version or of a grant', () =>
    expect(
      readRecord({
        works: [
          [work('A', [doi('10.1000/book', 'part-of'), doi('10.1000/own', null)])],
          [work('B', [doi('10.1000/preprint', 'version-of'), doi('10.1000/grant', 'funded-by')])],
          [work('C', [externalId('issn', '1234-5678'), externalId('arxiv', '2301.00001')])],
          [work('D', [doi('none')])],
        ],
      }),
    ).toMatchObject({ works: [{ title: 'A', doi: '10.1000/own' }], worksWithoutDoi: 3 }));

  test('a DOI that was mistyped is taken as ORCID mends it', () =>
    expect(
      readRecord({
        works: [[work('A', [{ ...doi('DOI is 10.1000/A'), 'external-id-normalized': { value: '10.1000/a' } }])]],
      }).works,
    ).toMatchObject([{ doi: '10.1000/a' }]));

  test('of several versions the one that the owner prefers is read, with a DOI of any', () =>
    expect(
      readRecord({
        works: [
          [
            work('Low', [doi('10.1000/a')], { 'display-index': '1', source: byClient('Crossref') }),
            work('High', [], { 'display-index': '10' }),
            work('As high', [doi('10.1000/b')], { 'display-index': '10' }),
            work('Highest, but hidden', [doi('10.1000/c')], { 'display-index': '11', visibility: 'private' }),
          ],
        ],
      }).works,
    ).toMatchObject([{ title: 'High', doi: '10.1000/b', asserted: { by: 'OWNER' } }]));

  test('each DOI is there once, in the order of the record; works that are not public do not count', () =>
    expect(
      readRecord({
        works: [
          [work('A', [doi('10.1000/b')])],
          [work('B', [doi('10.1000/a')])],
          [work('C', [doi('10.1000/B')])],
          [work('D', [], { visibility: 'limited' })],
        ],
      }),
    ).toMatchObject({ works: [{ title: 'A' }, { title: 'B' }], worksWithoutDoi: 0 }));
});

describe('who asserts an item', () => {
  const asserted = (source: unknown) => readRecord({ works: [[work('A', [doi('10.1000/a')], { source })]] }).works[0];

  test.each([
    ['the owner', byOwner, { by: 'OWNER', name: 'Ada Bee' }],
    ['a service in the name of the owner', byClient('Search & Link', forOwner), { by: 'OWNER', name: 'Ada Bee' }],
    ['an organisation', byClient('Crossref'), { by: 'OTHER', name: 'Crossref' }],
    [
      'a service in the name of another',
      byClient('Hub', { 'assertion-origin-client-id': { path: 'APP-2' }, 'assertion-origin-name': { value: 'Here' } }),
      { by: 'OTHER', name: 'Here' },
    ],
    [
      'another person',
      { 'source-orcid': { path: '0000-0001-5109-3700' }, 'source-name': { value: 'Cy Dee' } },
      { by: 'OTHER', name: 'Cy Dee' },
    ],
    ['nobody that is named', null, { by: 'OTHER', name: null }],
  ])('%s', (_, source, expected) => expect(asserted(source)).toMatchObject({ asserted: expected }));
});

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
