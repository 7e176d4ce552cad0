import fc from 'fast-check';
import { normaliseOrcid } from '../../src/ingest/orcid/normalise.js';
import { isRejectedOrcid, type OrcidRecord } from '../../src/ingest/orcid/orcid-record.js';
import { readOrcidXml } from '../../src/ingest/orcid/read-xml.js';
import {
  at,
  byClient as byClientInJson,
  employment,
  externalId,
  forOwner,
  OWNER,
  record,
  work,
} from '../fixtures/orcid-record.js';

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

const NAMESPACES =
  'record person personal-details other-name activities employment work common history deprecated error'
    .split(' ')
    .map((name) => `xmlns:${name}="http://www.orcid.org/ns/${name}"`)
    .join(' ');
const document = (contents: string, root = 'record:record'): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} path="/${OWNER}" ${NAMESPACES}>${contents}</${root}>`;

const iD = (key: string): string =>
  `<common:uri>https://orcid.org/${key}</common:uri><common:path>${key}</common:path><common:host>orcid.org</common:host>`;
const IDENTIFIER = `<common:orcid-identifier>${iD(OWNER)}</common:orcid-identifier>`;
const history = (more = ''): string =>
  `<history:history><history:creation-method>API</history:creation-method>
   <common:last-modified-date>2024-08-31T07:00:03.643Z</common:last-modified-date>${more}</history:history>`;
const BY_OWNER = `<common:source><common:source-orcid>${iD(OWNER)}</common:source-orcid>
  <common:source-name>Ada Bee</common:source-name></common:source>`;
const byClient = (more = ''): string =>
  `<common:source><common:source-client-id><common:path>APP-0000000000000001</common:path></common:source-client-id>
   <common:source-name>Search &amp; Link</common:source-name>${more}</common:source>`;

const PERSON = `<person:person path="/${OWNER}/person">
  <person:name visibility="public" path="${OWNER}"><common:created-date>2016-04-15T23:20:17.078Z</common:created-date>
    <personal-details:given-names>Ada</personal-details:given-names>
    <personal-details:family-name>Bee</personal-details:family-name>
    <personal-details:credit-name>A. B. Bée</personal-details:credit-name></person:name>
  <other-name:other-names path="/${OWNER}/other-names">
    <other-name:other-name put-code="1" visibility="public" display-index="1">${BY_OWNER}
      <other-name:content>Bee,
        Ada</other-name:content></other-name:other-name>
    <other-name:other-name put-code="2" visibility="limited" display-index="2">${BY_OWNER}
      <other-name:content>Secret</other-name:content></other-name:other-name>
  </other-name:other-names></person:person>`;

const ACTIVITIES = `<activities:activities-summary>
  <activities:educations path="/${OWNER}/educations"><activities:affiliation-group><education:education-summary
    xmlns:education="http://www.orcid.org/ns/education" visibility="public"><common:organization>
    <common:name>School</common:name></common:organization></education:education-summary>
  </activities:affiliation-group></activities:educations>
  <activities:employments path="/${OWNER}/employments">
    <activities:affiliation-group><common:external-ids/>
      <employment:employment-summary put-code="3" display-index="0" visibility="public">${BY_OWNER}
        <common:role-title>Professor</common:role-title>
        <common:start-date><common:year>2010</common:year><common:month>09</common:month></common:start-date>
        <common:organization><common:name>Here University</common:name>
          <common:address><common:city>Here</common:city><common:country>GB</common:country></common:address>
          <common:disambiguated-organization>
            <common:disambiguated-organization-identifier>https://ror.org/01bzgdw81</common:disambiguated-organization-identifier>
            <common:disambiguation-source>ROR</common:disambiguation-source>
          </common:disambiguated-organization></common:organization></employment:employment-summary>
    </activities:affiliation-group>
    <activities:affiliation-group>
      <employment:employment-summary put-code="4" visibility="public">${byClient()}
        <common:start-date><common:year>1999</common:year></common:start-date>
        <common:end-date><common:year>2001</common:year></common:end-date>
        <common:organization><common:name>There</common:name><common:address/></common:organization>
      </employment:employment-summary>
      <employment:employment-summary put-code="5" visibility="private">${BY_OWNER}
        <common:organization><common:name>Secret</common:name></common:organization></employment:employment-summary>
    </activities:affiliation-group>
  </activities:employments>
  <activities:works path="/${OWNER}/works">
    <activities:group>
      <common:external-ids><common:external-id><common:external-id-type>doi</common:external-id-type>
        <common:external-id-value>10.1000/group</common:external-id-value></common:external-id></common:external-ids>
      <work:work-summary put-code="6" visibility="public" display-index="1">${byClient()}
        <work:title><common:title>Low</common:title></work:title></work:work-summary>
      <work:work-summary put-code="7" visibility="public" display-index="2">${byClient(
        `<common:assertion-origin-orcid>${iD(OWNER)}</common:assertion-origin-orcid>
         <common:assertion-origin-name>Ada Bee</common:assertion-origin-name>`,
      )}
        <work:title><common:title>On x &lt; 1 &amp; <![CDATA[<y>]]></common:title><common:subtitle>Not it</common:subtitle></work:title>
        <common:external-ids>
          <common:external-id><common:external-id-type>doi</common:external-id-type>
            <common:external-id-value>10.1000/book</common:external-id-value>
            <common:external-id-relationship>part-of</common:external-id-relationship></common:external-id>
          <common:external-id><common:external-id-type>doi</common:external-id-type>
            <common:external-id-value>10.1000/THING</common:external-id-value>
            <common:external-id-normalized transient="true">10.1000/thing</common:external-id-normalized>
            <common:external-id-relationship>self</common:external-id-relationship></common:external-id>
        </common:external-ids>
        <work:type>journal-article</work:type>
        <common:publication-date><common:year>2012</common:year><common:month>03</common:month><common:day>04</common:day></common:publication-date>
        <work:journal-title>Journal of Things</work:journal-title></work:work-summary>
    </activities:group>
    <activities:group><work:work-summary put-code="8" visibility="public"><work:title><common:title>B</common:title>
      </work:title></work:work-summary></activities:group>
  </activities:works></activities:activities-summary>`;

const XML = document(IDENTIFIER + history() + PERSON + ACTIVITIES);

const SAME_IN_JSON = record({
  name: { 'credit-name': { value: 'A. B. Bée' } },
  otherNames: [
    { content: 'Bee,\n Ada', visibility: 'public' },
    { content: 'Secret', visibility: 'limited' },
  ],
  employments: [
    [employment('', '2010-09', null, at('Here University', 'GB', 'ROR', 'https://ror.org/01bzgdw81'))],
    [
      employment('', '1999', '2001', { organization: { name: 'There' }, source: byClientInJson('Search & Link') }),
      employment('Secret', null, null, { visibility: 'private' }),
    ],
  ],
  works: [
    [
      work('Low', [], { 'display-index': '1', source: byClientInJson('Search & Link') }),
      work('On x < 1 & <y>', [externalId('doi', '10.1000/book', 'part-of'), externalId('doi', '10.1000/THING')], {
        'display-index': '2',
        source: byClientInJson('Search & Link', forOwner),
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
