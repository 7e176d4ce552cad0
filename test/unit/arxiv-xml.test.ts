import fc from 'fast-check';
import { type ArxivRecord, isRejectedArxiv } from '../../src/ingest/arxiv/arxiv-record.js';
import { normaliseArxiv } from '../../src/ingest/arxiv/normalise.js';
import { readArxivXml } from '../../src/ingest/arxiv/read-xml.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 1000, tokens: string[] = []): Promise<(ArxivRecord | string)[]> {
  const results: (ArxivRecord | string)[] = [];
  for await (const batch of readArxivXml(inPieces(text, size), (token) => tokens.push(token)))
    for (const { result } of batch) results.push(isRejectedArxiv(result) ? result.reason : result);
  return results;
}

const record = (metadata: string, id = '0801.0001', attributes = ''): string =>
  `<record><header${attributes}><identifier>oai:arXiv.org:${id}</identifier><datestamp>2009-11-13</datestamp>` +
  `<setSpec>math</setSpec></header>${metadata === '' ? '' : `<metadata>${metadata}</metadata>`}</record>`;
const answer = (records: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">` +
  `<responseDate>2009-11-14T00:00:00Z</responseDate><request verb="ListRecords">x</request>${records}</OAI-PMH>`;
const list = (...records: string[]): string => answer(`<ListRecords>${records.join('\n')}</ListRecords>`);

const ARXIV = `<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>0801.0001</id><created>2008-01-01</created><updated>2008-02-02</updated>
  <authors><author><keyname>Bee</keyname><forenames>A. -C.</forenames><suffix>Jr</suffix><affiliation>Here</affiliation>
  <affiliation>There &amp; far</affiliation></author><author><keyname>The BIG Collaboration</keyname></author></authors>
  <title>On a thing\n  of $x&lt;1$</title><categories>math.CO cs.IT</categories><comments>3 pages</comments>
  <journal-ref>J. Things</journal-ref><doi>10.1000/THING</doi><license>x</license><abstract>  We say\nso.\n</abstract></arXiv>`;
const RAW = `<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>0801.0001</id><submitter>A. Bee</submitter>
  <version version="v1"><date>Tue, 1 Jan 2008 10:00:00 GMT</date><size>23kb</size></version>
  <version version="v2"><date>Sat, 2 Feb 2008 10:00:00 GMT</date><size>24kb</size><source_type>D</source_type></version>
  <title>On a thing of $x&lt;1$</title><authors>A.-C. Bee, Jr. (Here), The BIG Collaboration</authors>
  <categories>math.CO cs.IT</categories><comments>3 pages</comments><journal-ref>J. Things</journal-ref>
  <doi>10.1000/THING</doi><abstract>We say so.</abstract></arXivRaw>`;
const DC = `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>On a thing of $x&lt;1$</dc:title><dc:creator>Bee, A. -C., Jr</dc:creator><dc:creator>The BIG Collaboration</dc:creator>
  <dc:subject>Mathematics - Combinatorics</dc:subject><dc:subject>Computer Science - Information Theory</dc:subject>
  <dc:subject>05C80, 05C15</dc:subject><dc:description>We say so.</dc:description><dc:description>Comment: 3 pages</dc:description>
  <dc:date>2008-01-01</dc:date><dc:date>2008-02-02</dc:date><dc:type>text</dc:type>
  <dc:identifier>http://arxiv.org/abs/0801.0001</dc:identifier><dc:identifier>J. Things</dc:identifier>
  <dc:identifier>doi:10.1000/THING</dc:identifier></oai_dc:dc>`;
const ENTRY = `<entry><id>http://arxiv.org/abs/0801.0001v2</id><updated>2008-02-02T10:00:00Z</updated><published>2008-01-01T10:00:00Z</published>
  <title>On a thing of $x&lt;1$</title><summary>We say so.</summary><author><name>A.-C. Bee Jr</name><arxiv:affiliation>Here</arxiv:affiliation></author>
  <author><name>The BIG Collaboration</name></author><arxiv:comment>3 pages</arxiv:comment><arxiv:journal_ref>J. Things</arxiv:journal_ref>
  <arxiv:doi>10.1000/THING</arxiv:doi><link href="http://arxiv.org/abs/0801.0001v2" rel="alternate"/>
  <arxiv:primary_category term="math.CO"/><category term="cs.IT"/><category term="math.CO"/></entry>`;
const feed = (entries: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><id>q</id>${entries}</feed>`;

const expected = {
  arxivId: '0801.0001',
  title: 'On a thing of $x<1$',
  abstract: 'We say so.',
  authors: [
    {
      name: expect.stringMatching(/^A\.-C\. Bee Jr\.?$/),
      given: 'A.-C.',
      family: 'Bee',
      suffix: 'Jr.',
      collaboration: false,
    },
    { name: 'The BIG Collaboration', given: null, collaboration: true },
  ],
  categories: ['math.CO', 'cs.IT'],
  doi: '10.1000/thing',
  journalRef: 'J. Things',
  comments: '3 pages',
  date: '2008-01-01',
  withdrawn: false,
  deleted: false,
};

describe('one article is the same record in every format', () => {
  test.each([
    ['arXiv', list(record(ARXIV)), '2009-11-13'],
    ['arXivRaw', list(record(RAW)), '2009-11-13'],
    ['oai_dc', list(record(DC)), '2009-11-13'],
    ['a record alone', record(DC), '2009-11-13'],
    ['an Atom feed', feed(ENTRY), '2008-02-02'],
  ])('%s', async (_, text, updated) => {
    for (const size of [1, 7, 100_000]) expect(await read(text, size)).toMatchObject([{ ...expected, updated }]);
  });

  test('affiliations are kept', async () => {
    expect(await read(list(record(ARXIV)))).toMatchObject([
      { authors: [{ affiliations: ['Here', 'There & far'] }, {}] },
    ]);
    expect(await read(feed(ENTRY))).toMatchObject([{ authors: [{ affiliations: ['Here'] }, {}] }]);
  });

  test('and as a line of the snapshot', () =>
    expect(
      normaliseArxiv({
        text: JSON.stringify({
          id: '0801.0001',
          title: 'On a thing of $x<1$',
          abstract: 'We say so.',
          authors: 'A.-C. Bee, Jr., The BIG Collaboration',
          categories: 'math.CO cs.IT',
          doi: '10.1000/thing',
          'journal-ref': 'J. Things',
          comments: '3 pages',
          versions: [{ created: 'Tue, 1 Jan 2008 10:00:00 GMT' }],
        }),
      }),
    ).toMatchObject(expected));
});

test('a list gives its records in turn, and the token by which it goes on', async () => {
  const tokens: string[] = [];
  const token = '<resumptionToken cursor="0" completeListSize="9"> 123|1001 </resumptionToken>';
  const text = list(record(ARXIV), record('', 'math/0309136', ' status="deleted"'), record(RAW), token);
  expect(await read(text, 50, tokens)).toMatchObject([
    { arxivId: '0801.0001', deleted: false },
    { arxivId: 'math/0309136', deleted: true, title: null, authors: [], updated: '2009-11-13' },
    { arxivId: '0801.0001' },
  ]);
  expect(tokens).toEqual(['123|1001']);
});

test('a last version without files is a withdrawal', async () =>
  expect(await read(list(record(RAW.replace('24kb', '0kb'))))).toMatchObject([{ withdrawn: true }]));

describe('errors that arXiv answers with', () => {
  test('a harvest that finds nothing new is none', async () =>
    expect(await read(answer('<error code="noRecordsMatch">Nothing</error>'))).toEqual([]));
  test('of OAI-PMH', async () =>
    expect(await read(answer('<error code="badResumptionToken">Too old</error>'))).toEqual([
      'arXiv answered with an error: badResumptionToken Too old',
    ]));
  test('of the API', async () =>
    expect(
      await read(
        feed('<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry>'),
      ),
    ).toEqual(['arXiv answered with an error: bad id']));
  test('a feed without entries is none', async () => expect(await read(feed(''))).toEqual([]));
});

describe('a record that cannot be read says why, and those after it are read', () => {
  test.each([
    ['an entity of a DTD', record(ARXIV.replace('We say', '&boom;')), /^not well-formed XML: .*undefined entity/],
    ['a character that XML forbids', record(ARXIV.replace('We say', '\u0001')), /^not well-formed XML: .*disallowed/],
    ['another format', record('<marc>x</marc>'), /^0801\.0001 is in a format that is not read: marc$/],
    ['no metadata', record(''), /^0801\.0001 has no metadata$/],
    ['an id of another archive', record(ARXIV, 'x').replace('arXiv.org', 'else.org'), /^the identifier is not one/],
    ['no identifier', '<record><header/><metadata><marc/></metadata></record>', /^the record has no identifier$/],
  ])('%s', async (_, bad, reason) =>
    expect(await read(list(bad, record(RAW)))).toEqual([
      expect.stringMatching(reason),
      expect.objectContaining({ arxivId: '0801.0001' }),
    ]),
  );
});

describe('a document that cannot be read on says why, after the records before', () => {
  test('cut short', async () => {
    const text = list(record(RAW), record(ARXIV));
    expect(await read(text.slice(0, -200))).toMatchObject([
      { arxivId: '0801.0001' },
      expect.stringMatching(/^cut short/),
    ]);
  });

  test.each([
    ['a web page', '<html><body>Busy</body></html>', /^the document is html, which arXiv does not send$/],
    ['plain text', 'Retry after 10 seconds', /^not well-formed XML/],
    ['nothing', '', /^not well-formed XML/],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><feed/>', /^in ISO-8859-1, not in UTF-8$/],
    ['nested without end', `<feed><entry>${'<a>'.repeat(100)}`, /^elements nested deeper than 40$/],
    ['a text without end', `<feed><entry><title>${'x'.repeat(9 * 1024 * 1024)}`, /^longer than 8 MB without an end$/],
    ['a prologue without end', `<!DOCTYPE feed [${' '.repeat(9 * 1024 * 1024)}`, /^longer than 8 MB without an end$/],
  ])('%s', async (_, text, reason) => expect(await read(text, 100_000)).toEqual([expect.stringMatching(reason)]));

  test('bytes that are no UTF-8', async () => {
    async function* bytes(): AsyncGenerator<Buffer> {
      yield Buffer.from(`<feed>${ENTRY.replaceAll('arxiv:', '')}`);
      yield Buffer.from([0xc3, 0x28]);
    }
    const reasons: unknown[] = [];
    for await (const batch of readArxivXml(bytes()))
      for (const { place, result } of batch) reasons.push([place, 'reason' in result && result.reason]);
    expect(reasons).toEqual([
      [1, false],
      [2, 'not valid UTF-8'],
    ]);
  });
});

test('entities that a DTD defines by each other are never expanded', async () => {
  const bomb = `<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
  const text = feed(ENTRY.replace('We say', '&b;')).replace('<feed', `${bomb}<feed`);
  expect(await read(text)).toEqual([expect.stringMatching(/undefined entity/)]);
});

test('an error of the stream goes through', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('<feed>');
    throw new Error('connection lost');
  }
  await expect(readArxivXml(broken()).next()).rejects.toThrow('connection lost');
});

test('no document makes the reader throw', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 1500 }),
      fc.nat({ max: 40 }),
      fc.string({ unit: fc.constantFrom(...'<>/&;"\'a: \u0000]!-') }),
      async (at, removed, inserted) => {
        const text = list(record(DC), record(RAW));
        expect(await read(text.slice(0, at) + inserted + text.slice(at + removed), 300)).toBeDefined();
      },
    ),
    { numRuns: 500 },
  ));
