import { byClient, byOwner, externalId, forOwner, readOrcid, work } from '../fixtures/orcid-record.js';

const doi = (text: string, relationship: string | null = 'self') => externalId('doi', text, relationship);

describe('works', () => {
  test('have DOI, title, type, date, journal, and who asserts them', () =>
    expect(readOrcid({ works: [[work('On  a\nthing', [doi('https://doi.org/10.1000/THING')])]] }).works).toEqual([
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
    expect(readOrcid({ works: [[work('A', [doi('10.1000/a')], { 'publication-date': stated })]] }).works).toMatchObject(
      [{ year, date: null }],
    );
  });

  test('are known by their own DOI, not by that of a book, of another version or of a grant', () =>
    expect(
      readOrcid({
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
      readOrcid({
        works: [[work('A', [{ ...doi('DOI is 10.1000/A'), 'external-id-normalized': { value: '10.1000/a' } }])]],
      }).works,
    ).toMatchObject([{ doi: '10.1000/a' }]));

  test('of several versions the one that the owner prefers is read, with a DOI of any', () =>
    expect(
      readOrcid({
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
      readOrcid({
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
  const asserted = (source: unknown) => readOrcid({ works: [[work('A', [doi('10.1000/a')], { source })]] }).works[0];

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
