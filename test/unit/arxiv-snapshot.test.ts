import fc from 'fast-check';
import { type ArxivRecord, isRejectedArxiv } from '../../src/ingest/arxiv/arxiv-record.js';
import { normaliseArxiv } from '../../src/ingest/arxiv/normalise.js';

const LINE = {
  id: '0801.0001',
  submitter: 'A. Bee',
  authors: "A. Bee (1) and C. D'Ee (2) ((1) Here, (2) There)",
  title: 'On a thing\n  of $x$',
  comments: '3 pages',
  'journal-ref': 'J. Things 1 (2008)',
  doi: '10.1000/THING 10.1000/reprint',
  categories: 'math.CO q-bio.PE 68T50',
  abstract: '  We say\nso.\n',
  versions: [
    { version: 'v1', created: 'Tue, 1 Jan 2008 10:00:00 GMT' },
    { version: 'v2', created: 'Sat, 2 Feb 2008 10:00:00 GMT' },
  ],
  update_date: '2009-11-13',
  authors_parsed: [
    ['Bee', 'A.', '', '1'],
    ["D'Ee", 'C.', ''],
  ],
};
const read = (fields: object): ArxivRecord => {
  const result = normaliseArxiv({ text: JSON.stringify({ ...LINE, ...fields }) });
  if (isRejectedArxiv(result)) throw new Error(result.reason);
  return result;
};

test('a line of the snapshot', () =>
  expect(read({})).toEqual({
    arxivId: '0801.0001',
    title: 'On a thing of $x$',
    abstract: 'We say so.',
    authors: [
      {
        name: 'A. Bee',
        given: 'A.',
        family: 'Bee',
        suffix: null,
        orcid: null,
        affiliations: ['Here'],
        collaboration: false,
      },
      {
        name: "C. D'Ee",
        given: 'C.',
        family: "D'Ee",
        suffix: null,
        orcid: null,
        affiliations: ['There'],
        collaboration: false,
      },
    ],
    categories: ['math.CO', 'q-bio.PE'],
    doi: '10.1000/thing',
    otherDois: ['10.1000/reprint'],
    journalRef: 'J. Things 1 (2008)',
    comments: '3 pages',
    date: '2008-01-01',
    updated: '2009-11-13',
    withdrawn: false,
    deleted: false,
    hash: expect.stringMatching(/^[\w-]{22}$/),
  }));

test.each([
  ['0704.0001', '0704.0001'],
  ['2301.00001v3', '2301.00001'],
  ['hep-th/9901001', 'hep-th/9901001'],
  ['math.GT/0309136v2', 'math/0309136'],
  ['arXiv:math/0309136', 'math/0309136'],
])('the id %s is %s', (id, expected) => expect(read({ id }).arxivId).toBe(expected));

test("arXiv's parting of names is taken before the printed list, and the printed list where there is none", () => {
  expect(read({ authors: 'Li Wei', authors_parsed: [['Li', 'Wei', '']] }).authors[0]).toMatchObject({ family: 'Li' });
  expect(read({ authors: 'Li Wei', authors_parsed: undefined }).authors[0]).toMatchObject({ family: 'Wei' });
});

test('a comma too many is mended in names that arXiv parted; an `and` between lone names is not', () => {
  const parted = [
    ['Bee', 'A.', ''],
    ['Xiaodong', '', ''],
    ['Zhang', '', ''],
  ];
  const names = (authors: string): string[] =>
    read({ authors, authors_parsed: parted }).authors.map(({ name }) => name);
  expect(names('A. Bee, Xiaodong, Zhang')).toEqual(['A. Bee', 'Xiaodong Zhang']);
  expect(names('A. Bee, Xiaodong and Zhang')).toEqual(['A. Bee', 'Xiaodong', 'Zhang']);
});

test('a list with names and categories as arrays', () =>
  expect(
    read({
      authors: ['Ada Byron'],
      categories: ['cs.LG', '68T50'],
      abstract: undefined,
      summary: 'So.',
      listed: '2007-12-31',
    }),
  ).toMatchObject({
    authors: [{ name: 'Ada Byron', given: 'Ada', family: 'Byron' }],
    categories: ['cs.LG'],
    abstract: 'So.',
    date: '2007-12-31',
  }));

describe('an article that was taken back is known by its words', () => {
  test.each([
    { comments: 'This paper has been withdrawn by the author due to an error' },
    { comments: 'This paper is withdrawn' },
    { comments: 'This submission has been withdrawn by arXiv administrators' },
    { comments: 'Withdrawn.' },
    { comments: 'Paper withdrawn' },
    { comments: null, abstract: '  This paper has been withdrawn by the authors.\n' },
    { comments: null, abstract: 'This article was temporarily withdrawn' },
  ])('%p', (fields) => expect(read(fields).withdrawn).toBe(true));

  test.each([
    { comments: 'A wrong claim was withdrawn in version 2' },
    { comments: null, abstract: 'Withdrawn cash is counted.' },
    { comments: 'This paper was withdrawn from Journal A and sent to Journal B' },
  ])('and not by others: %p', (fields) => expect(read(fields).withdrawn).toBe(false));
});

test('days that are none are left out', () =>
  expect(read({ versions: [{ created: 'Mon, 31 Feb 2008 10:00:00 GMT' }], update_date: 'soon' })).toMatchObject({
    date: null,
    updated: null,
  }));

describe('a line that is no record says why', () => {
  test.each([
    ['{"id": ', /^not JSON: /],
    ['[]', /^must be an object, found an array$/],
    ['{}', /^id must be text, found none$/],
    ['{"id": 704.0001}', /^id must be text, found 704.0001$/],
    ['{"id": "https://example.org/1"}', /^id is not one that arXiv gives: "https/],
    ['{"id": "0704.0001x"}', /^id is not one that arXiv gives/],
    ['{"id": "0704.0001", "authors": 5}', /^authors must be text, found 5$/],
    ['{"id": "0704.0001", "authors": [5]}', /^authors\[\] must be text, found 5$/],
    ['{"id": "0704.0001", "authors_parsed": "A"}', /^authors_parsed must be an array, found "A"$/],
    ['{"id": "0704.0001", "authors_parsed": [["A", null]]}', /^authors_parsed\[\] must be an array of text/],
    ['{"id": "0704.0001", "versions": [{"created": 5}]}', /^versions\[\]\.created must be text, found 5$/],
  ])('%s', (text, reason) => expect(normaliseArxiv({ text })).toEqual({ reason: expect.stringMatching(reason) }));

  test('bytes that are no UTF-8', () =>
    expect(normaliseArxiv({ text: Buffer.from([0x7b, 0xc3, 0x28]) })).toEqual({ reason: 'not valid UTF-8' }));
});

test('no JSON makes the reader throw', () => {
  const keys = Object.keys(LINE);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (fields) => {
      expect(normaliseArxiv({ text: JSON.stringify({ ...LINE, ...fields }) })).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});
