import fc from 'fast-check';
import { normaliseOrcid } from '../../src/ingest/orcid/normalise.js';
import { isRejectedOrcid, type OrcidRecord } from '../../src/ingest/orcid/orcid-record.js';
import { readOrcidXml } from '../../src/ingest/orcid/read-xml.js';
import { document, history, IDENTIFIER, iD, PERSON, XML } from '../fixtures/orcid-document.js';
import { at, byClient, employment, externalId, forOwner, OWNER, record, work } from '../fixtures/orcid-record.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(text: string, size = 1000): Promise<(OrcidRecord | string)[]> {
  const results: (OrcidRecord | string)[] = [];
  for await (const batch of readOrcidXml(inPieces(text, size)))
    for (const { result } of batch) results.push(isRejectedOrcid(result) ? result.reason : result);
  return results;
}

const SAME_IN_JSON = record({
  name: { 'credit-name': { value: 'A. B. Bée' } },
  otherNames: [
    { content: 'Bee,\n Ada', visibility: 'public' },
    { content: 'Secret', visibility: 'limited' },
  ],
  employments: [
    [employment('', '2010-09', null, at('Here University', 'GB', 'ROR', 'https://ror.org/01bzgdw81'))],
    [
      employment('', '1999', '2001', { organization: { name: 'There' }, source: byClient('Search & Link') }),
      employment('Secret', null, null, { visibility: 'private' }),
    ],
  ],
  works: [
    [
      work('Low', [], { 'display-index': '1', source: byClient('Search & Link') }),
      work('On x < 1 & <y>', [externalId('doi', '10.1000/book', 'part-of'), externalId('doi', '10.1000/THING')], {
        'display-index': '2',
        source: byClient('Search & Link', forOwner),
      }),
    ],
    [work('B', [])],
  ],
});

test('one record is the same in XML and in JSON', async () => {
  const inJson = normaliseOrcid({ text: JSON.stringify(SAME_IN_JSON) });
  expect(inJson).toMatchObject({
    name: 'A. B. Bée',
    otherNames: ['Ada Bee', 'Bee, Ada'],
    employments: [
      { ror: '01bzgdw81', current: true },
      { organization: 'There', asserted: { by: 'OTHER' } },
    ],
    works: [{ doi: '10.1000/thing', date: '2012-03-04', asserted: { by: 'OWNER', name: 'Ada Bee' } }],
    worksWithoutDoi: 1,
  });
  for (const size of [1, 7, 100_000])
    expect(await read(XML, size)).toEqual([{ ...inJson, hash: expect.stringMatching(/^[\w-]{22}$/) }]);
});

test('moments may have a zone, or none, and are in UTC', async () => {
  const at = (text: string) =>
    read(
      document(
        IDENTIFIER +
          `<history:history><common:last-modified-date>${text}</common:last-modified-date></history:history>${PERSON}`,
      ),
    );
  expect(await at('2017-01-18T15:06:05.147-06:00')).toMatchObject([{ updated: '2017-01-18T21:06:05.147Z' }]);
  expect(await at('2001-12-31T12:00:00')).toMatchObject([{ updated: '2001-12-31T12:00:00.000Z' }]);
  expect(await at('2001-13-31T12:00:00Z')).toMatchObject([{ updated: null }]);
});

describe('a record of which ORCID shows nothing any more', () => {
  const other = '0000-0001-5109-3700';
  const answer = (code: number, message: string): string =>
    document(
      `<error:response-code>409</error:response-code><error:developer-message>${message}</error:developer-message>
       <error:error-code>${code}</error:error-code>`,
      'error:error',
    );

  test.each([
    [
      'merged, as the API answers',
      answer(9007, `Please refer to account: https://orcid.org/${other}. ORCID https://orcid.org/${OWNER}`),
      { mergedInto: other, withdrawn: false },
    ],
    [
      'merged, as a record says it',
      document(`${IDENTIFIER}<deprecated:deprecated><deprecated:primary-record><common:orcid-identifier>${iD(other)}
        </common:orcid-identifier></deprecated:primary-record></deprecated:deprecated>`),
      { mergedInto: other, withdrawn: false },
    ],
    [
      'deactivated, as the API answers',
      answer(9044, `409 Conflict: Full validation error: ${OWNER} is deactivated`),
      { mergedInto: null, withdrawn: true },
    ],
    [
      'deactivated, as a record says it',
      document(
        IDENTIFIER + history('<history:deactivation-date>2024-01-01T00:00:00Z</history:deactivation-date>') + PERSON,
      ),
      { mergedInto: null, withdrawn: true },
    ],
  ])('%s', async (_, text, expected) =>
    expect(await read(text)).toMatchObject([{ orcid: OWNER, name: null, otherNames: [], works: [], ...expected }]),
  );

  test('an answer about anything else is a reject', async () =>
    expect(await read(answer(9016, '404 Not Found'))).toEqual(['ORCID answered with an error: 404 Not Found']));
});

describe('a document that is no record says why', () => {
  test.each([
    ['a section', document('', 'activities:works'), /^the document is works, and no whole record of ORCID$/],
    ['a web page', '<html><body>Busy</body></html>', /^the document is html, and no whole record of ORCID$/],
    ['plain text', 'Retry after 10 seconds', /^not well-formed XML/],
    ['nothing', '', /^not well-formed XML/],
    ['without an iD', document(PERSON), /^no orcid-identifier: not a record of ORCID$/],
    ['of an iD that is none', document(IDENTIFIER.replaceAll(OWNER, 'x')), /^orcid-identifier is no ORCID iD: "x"$/],
    ['without its parts', document(IDENTIFIER), /^neither person nor activities-summary: not a whole record/],
    ['cut short', XML.slice(0, -100), /^cut short/],
    ['an entity of a DTD', XML.replace('Low', '&boom;'), /^not well-formed XML: .*undefined entity/],
    [
      'too many works',
      document(
        `${IDENTIFIER}<activities:activities-summary><activities:works>${'<activities:group/>'.repeat(10_001)}</activities:works></activities:activities-summary>`,
      ),
      /^works must be at most 10000/,
    ],
    [
      'a text without end',
      document(`${IDENTIFIER}${PERSON.replace('Ada', 'x'.repeat(10_001))}`),
      /^given-names must be at most 10000 char/,
    ],
    ['longer than any record', document(' '.repeat(65 * 1024 * 1024)), /^longer than 64 MB without an end$/],
  ])('%s', async (_, text, reason) => expect(await read(text, 1_000_000)).toEqual([expect.stringMatching(reason)]));

  test('bytes that are no UTF-8', async () => {
    async function* bytes(): AsyncGenerator<Buffer> {
      yield Buffer.from(XML.slice(0, 500));
      yield Buffer.from([0xc3, 0x28]);
    }
    expect(await readOrcidXml(bytes()).next()).toMatchObject({
      value: [{ place: 1, result: { reason: 'not valid UTF-8' } }],
    });
  });
});

test('an error of the stream goes through', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('<record>');
    throw new Error('connection lost');
  }
  await expect(readOrcidXml(broken()).next()).rejects.toThrow('connection lost');
});

test('no document makes the reader throw', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat({ max: XML.length }),
      fc.nat({ max: 40 }),
      fc.string({ unit: fc.constantFrom(...'<>/&;"\'a: \u0000]!-') }),
      async (start, removed, inserted) => {
        expect(await read(XML.slice(0, start) + inserted + XML.slice(start + removed), 5000)).toBeDefined();
      },
    ),
    { numRuns: 300 },
  ));
