import { isRejected, normaliseOpenAlex } from '../../src/ingest/openalex/normalise.js';
import { STATED_SEPARATOR, type WorkRecord } from '../../src/ingest/records.js';

function readWork(fields: Record<string, unknown>): WorkRecord {
  const result = normaliseOpenAlex({ text: JSON.stringify({ id: 'https://openalex.org/W1', ...fields }) });
  if (isRejected(result) || result.kind !== 'work') throw new Error(`no work: ${JSON.stringify(result)}`);
  return result;
}

const stated = (...fields: string[]): string => fields.join(STATED_SEPARATOR);
const author = (id: string | null, name: string | null, more: object = {}): object => ({
  author: { id: id === null ? null : `https://openalex.org/${id}`, display_name: name, orcid: null },
  ...more,
});

describe('the identifiers of a work', () => {
  test.each([
    ['https://openalex.org/W123', 'W123'],
    ['https://openalex.org/works/W123', 'W123'],
    ['https://api.openalex.org/works/w123', 'W123'],
    ['http://openalex.org/W123', 'W123'],
    ['w123', 'W123'],
    ['demo:Some-Work', 'demo:some-work'],
    ['arXiv:2301.00001v2', 'arxiv:2301.00001'],
    ['arxiv:hep-th/0408048', 'arxiv:hep-th/0408048'],
  ])('%s is the work %s', (id, key) => expect(readWork({ id, publication_year: 2020 }).id).toBe(key));

  test.each([
    ['https://doi.org/10.1000/ABC', '10.1000/abc'],
    ['http://dx.doi.org/10.1000/abc', '10.1000/abc'],
    ['doi:10.1000/Abc', '10.1000/abc'],
    ['10.1000/abc', '10.1000/abc'],
    ['10.1000', null],
    ['https://example.org/10.1000/abc', null],
  ])('the DOI %s is kept as %s', (doi, key) => expect(readWork({ doi }).doi).toBe(key));

  test.each([
    [{ doi: 'https://doi.org/10.48550/arXiv.2301.00001' }, '2301.00001'],
    [{ primary_location: { landing_page_url: 'http://arxiv.org/abs/1706.03762v5' } }, '1706.03762'],
    [{ locations: [{ pdf_url: 'https://arxiv.org/pdf/hep-th/0408048v1.pdf' }] }, 'hep-th/0408048'],
    [{ locations: [{ id: 'pmh:oai:arXiv.org:math.GT/0309136' }] }, 'math/0309136'],
    [{ ids: { arxiv: '2301.00001v3' } }, '2301.00001'],
    [{ ids: { arxiv: 'https://arxiv.org/abs/2301.00001' } }, '2301.00001'],
    [{ locations: [{ landing_page_url: 'https://example.org/abs/2301.00001' }] }, null],
  ])('%j names the arXiv id %s', (fields, arxivId) => expect(readWork(fields).arxivId).toBe(arxivId));

  test('a work whose id is its arXiv id has that arXiv id', () =>
    expect(readWork({ id: 'arxiv:2301.00001' }).arxivId).toBe('2301.00001'));
});

describe('what a work says of itself', () => {
  test('display_name stands in for a missing title, and a work without either is untitled', () => {
    expect(readWork({ display_name: 'Shown' }).title).toBe('Shown');
    expect(readWork({ title: null, display_name: ' \n ' }).title).toBe('[Untitled]');
  });

  test('a title is one line without control characters and lone surrogates', () =>
    expect(readWork({ title: ' On\u0000the\n\t\u001fline \ud800 ' }).title).toBe('On the line \ufffd'));

  test('the plain text is kept only where it differs', () => {
    expect(readWork({ title: '$L$-smooth' })).toMatchObject({ title: '$L$-smooth', titleText: 'L-smooth' });
    expect(readWork({ title: 'Smooth' }).titleText).toBeNull();
  });

  test('the year is that of the date where none is given', () => {
    expect(readWork({ publication_date: '2019-03-04' })).toMatchObject({ year: 2019, date: '2019-03-04' });
    expect(readWork({ publication_date: '2019-02-31' })).toMatchObject({ year: null, date: null });
  });

  test('the source is the listed one, else the one as written, else the venue of older records', () => {
    const primary = { source: { display_name: 'Nature' }, raw_source_name: 'nature' };
    expect(readWork({ primary_location: primary }).source).toBe('Nature');
    expect(readWork({ primary_location: { ...primary, source: null } }).source).toBe('nature');
    expect(readWork({ host_venue: { display_name: 'Science' } }).source).toBe('Science');
    expect(readWork({ primary_location: { source: { display_name: 'arXiv (Cornell University)' } } }).source).toBe(
      'arXiv',
    );
  });

  test('only an address of the web is an open-access address', () => {
    const best = { pdf_url: null, landing_page_url: 'https://example.org/a' };
    expect(readWork({ open_access: { oa_url: 'https://example.org/b' }, best_oa_location: best }).openAccessUrl).toBe(
      'https://example.org/b',
    );
    expect(readWork({ open_access: { oa_url: null }, best_oa_location: best }).openAccessUrl).toBe(
      'https://example.org/a',
    );
    expect(readWork({ open_access: { oa_url: 'javascript:alert(1)' } }).openAccessUrl).toBeNull();
  });

  test('references are the cited works in order, each once, without the work itself', () => {
    const referenced_works = ['W3', 'https://openalex.org/W2', 'https://openalex.org/W3', 'W1', 'A5', null, 'nonsense'];
    expect(readWork({ referenced_works }).references).toEqual(['W3', 'W2']);
  });

  test('a topic listed twice counts once with its highest score; a missing score is 0', () => {
    const topics = [{ id: 'T1', score: 0.2 }, { id: 'https://openalex.org/T1', score: 0.7 }, { id: 'T2' }];
    expect(readWork({ topics }).topics).toEqual([
      { id: 'T1', score: 0.7 },
      { id: 'T2', score: 0 },
    ]);
  });

  test('the primary topic stands in where no topics are listed', () => {
    const primary_topic = { id: 'T9', score: 1 };
    expect(readWork({ primary_topic }).topics).toEqual([{ id: 'T9', score: 1 }]);
    expect(readWork({ primary_topic, topics: [{ id: 'T1', score: 0.5 }] }).topics).toEqual([{ id: 'T1', score: 0.5 }]);
  });
});

describe('an abstract', () => {
  const abstractOf = (abstract_inverted_index: unknown) => readWork({ abstract_inverted_index }).abstract;

  test('is put together from its index, gaps and distant positions included', () =>
    expect(abstractOf({ world: [9_007_199_254_740_991], Hello: [0], big: [2, 5] })).toBe('Hello big big world'));

  test('is read from the older shape and from an index that was put into a string', () => {
    const index = { IndexLength: 2, InvertedIndex: { b: [1], a: [0] } };
    expect(abstractOf(index)).toBe('a b');
    expect(abstractOf(JSON.stringify(index))).toBe('a b');
    expect(abstractOf(JSON.stringify(index.InvertedIndex))).toBe('a b');
  });

  test('that is plain text is kept as it is', () => {
    expect(abstractOf('Two  words,\nthree lines')).toBe('Two  words, three lines');
    expect(abstractOf('{"not": an index')).toBe('{"not": an index');
  });

  test('of more than a million characters is refused before it takes memory', () => {
    const text = JSON.stringify({
      id: 'W1',
      abstract_inverted_index: { ['x'.repeat(100_000)]: Array.from({ length: 20 }, (_, index) => index) },
    });
    expect(normaliseOpenAlex({ text })).toEqual({
      kind: 'work',
      reason: expect.stringContaining('abstract_inverted_index'),
    });
  });
});

describe('a byline', () => {
  test('has every name as printed, else as the source shows it, in order; positions count its names', () => {
    const work = readWork({
      authorships: [
        author('A1', 'Ada Byron', { raw_author_name: 'A. Byron', is_corresponding: true }),
        author('A2', null),
        author('A3', 'Grace Hopper'),
      ],
    });
    expect(work.byline).toEqual(['A. Byron', 'Grace Hopper']);
    expect(work.authorships).toEqual([
      { researcherId: 'A1', position: 1, name: 'A. Byron', corresponding: true, institutionIds: [] },
      { researcherId: 'A3', position: 2, name: 'Grace Hopper', corresponding: false, institutionIds: [] },
    ]);
  });

  test('keeps names without an author id, and counts them', () => {
    const work = readWork({ authorships: [author(null, 'One'), author('A9999999999', 'Two'), author('A1', 'Three')] });
    expect(work.byline).toEqual(['One', 'Two', 'Three']);
    expect(work.namesWithoutId).toBe(2);
    expect(work.authorships.map(({ researcherId, position }) => [researcherId, position])).toEqual([['A1', 3]]);
    expect(work.statements.researchers.map(({ id }) => id)).toEqual(['A1']);
  });

  test('counts a researcher who is on it twice once, at the first place, with the institutions of both', () => {
    const at = (...ids: string[]) => ({ institutions: ids.map((id) => ({ id })) });
    const work = readWork({ authorships: [author('A1', 'A', at('I1', 'I2')), author('A1', 'B', at('I2', 'I3'))] });
    expect(work.byline).toEqual(['A', 'B']);
    expect(work.authorships).toEqual([
      { researcherId: 'A1', position: 1, name: 'A', corresponding: false, institutionIds: ['I1', 'I2', 'I3'] },
    ]);
    expect(work.institutionIds).toEqual(['I1', 'I2', 'I3']);
  });

  test('gives the work the institutions of names without an author id too', () =>
    expect(
      readWork({ authorships: [author(null, 'A', { institutions: [{ id: 'I7' }, { id: null }] })] }),
    ).toMatchObject({ institutionIds: ['I7'], authorships: [] }));
});

describe('what a work says of others', () => {
  test('is one string for each that has an id, beginning with the date of the record', () => {
    const work = readWork({
      updated_date: '2024-05-06',
      authorships: [
        {
          author: { id: 'A1', display_name: 'Ada\u001fByron', orcid: 'https://orcid.org/0000-0002-1825-009x' },
          institutions: [
            { id: 'I1', display_name: 'Inst', ror: 'https://ror.org/01bzgdw81', country_code: 'in', type: 'facility' },
            { id: null, display_name: 'Nameless' },
          ],
        },
      ],
      topics: [{ id: 'T1', display_name: 'Top', subfield: { display_name: 'S' }, field: 'F', domain: null }],
    });
    expect(work.statements).toEqual({
      researchers: [{ id: 'A1', stated: stated('2024-05-06', 'Ada Byron', '0000-0002-1825-009X') }],
      institutions: [{ id: 'I1', stated: stated('2024-05-06', 'Inst', '01bzgdw81', 'IN', 'facility') }],
      topics: [{ id: 'T1', stated: stated('2024-05-06', 'Top', 'S', 'F', '') }],
    });
  });

  test('of two statements about one, the greater by code point is kept', () => {
    const work = readWork({ authorships: [author('A1', '\u{1f600}'), author('A1', '\uffee')] });
    expect(work.statements.researchers).toEqual([{ id: 'A1', stated: stated('', '\u{1f600}', '') }]);
  });
});

describe('what a work does not have', () => {
  test('is not imported where its key is absent, and unknown where the key is there and empty', () => {
    const work = readWork({ title: 'T', doi: null, topics: [], locations: [], cited_by_count: 0, authorships: [] });
    expect(work.unknown).toEqual(['doi', 'arxivId', 'authors', 'topics']);
    expect(work.notImported).toEqual([
      'type',
      'year',
      'date',
      'source',
      'openAccessUrl',
      'abstract',
      'institutions',
      'references',
    ]);
    expect(work.citationCount).toBe(0);
  });

  test('counts a malformed DOI as unknown', () => expect(readWork({ doi: 'none' }).unknown).toContain('doi'));
});

test('the same text has the same fingerprint, as bytes and as a string, and another text another', () => {
  const text = '{"id":"W1","title":"Ö"}';
  const hashOf = (given: string | Buffer) => (normaliseOpenAlex({ text: given }) as WorkRecord).hash;
  expect(hashOf(Buffer.from(text))).toBe(hashOf(text));
  expect(hashOf(text)).toMatch(/^[\w-]{22}$/);
  expect(hashOf(`${text} `)).not.toBe(hashOf(text));
});
