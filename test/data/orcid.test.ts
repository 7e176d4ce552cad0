import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { normaliseOrcid } from '../../src/ingest/orcid/normalise.js';
import { isRejectedOrcid, type OrcidRecord, type RejectedOrcid } from '../../src/ingest/orcid/orcid-record.js';
import { readOrcidXml } from '../../src/ingest/orcid/read-xml.js';
import { ElementFinder } from '../../src/ingest/xml/elements.js';
import { jsonForm } from '../support/orcid-json-form.js';

const folder = join(__dirname, '../../../shared/data/orcid');
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not there: the tests on real answers of ORCID are skipped`);

interface Recorded {
  readonly http_interactions: readonly {
    readonly request: { readonly uri: string };
    readonly response: { readonly body: { readonly string: string } };
  }[];
}

const filesOf = (ending: string): string[] => readdirSync(folder).filter((file) => file.endsWith(ending));
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const reasonOf = (result: OrcidRecord | RejectedOrcid): string | null =>
  isRejectedOrcid(result) ? result.reason : null;

/** Bodies that the API answered with, with the iD that was asked for and what of it. */
const answers = (): { orcid: string; section: string; body: string }[] =>
  filesOf('.yml').flatMap((file) =>
    (parse(textOf(file)) as Recorded).http_interactions.map(({ request, response }) => {
      const [orcid = '', section = ''] = new URL(request.uri).pathname.split('/').slice(2);
      return { orcid, section, body: response.body.string };
    }),
  );

async function readXml(text: string): Promise<OrcidRecord | RejectedOrcid> {
  const results: (OrcidRecord | RejectedOrcid)[] = [];
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000));
  }
  for await (const batch of readOrcidXml(pieces())) results.push(...batch.map(({ result }) => result));
  expect(results).toHaveLength(1);
  return results[0] ?? { reason: 'nothing' };
}

/** The same document as an account that lives shows it. */
const alive = (text: string): string =>
  text
    .replace(/<history:deactivation-date>[^<]*<\/history:deactivation-date>/, '')
    .replaceAll('visibility="private"', 'visibility="public"');

function inJson(text: string): OrcidRecord | RejectedOrcid {
  const names = new Set(['record']);
  const [found] = new ElementFinder({ wanted: names, roots: names, foreign: String, maxLength: 1e6 }).write(text);
  return normaliseOrcid({ text: JSON.stringify(found?.element && jsonForm(found.element), null, 2) });
}

(isThere ? describe : describe.skip)('real answers of ORCID', () => {
  test('sections of records and errors are rejected, with words that say what they are', () => {
    const reasons = answers().map(({ orcid, section, body }) => [
      orcid,
      section,
      reasonOf(normaliseOrcid({ text: body })),
    ]);
    expect(reasons).toHaveLength(4);
    for (const [orcid, section, reason] of reasons)
      expect(reason).toBe(
        orcid === 'asdfadf'
          ? 'ORCID answered with an error: 404 Not Found: The resource was not found. Full validation error: ORCID iD asdfadf not found'
          : `no orcid-identifier: only the section ${section} of the record of ${orcid}`,
      );
  });

  test('the persons of these sections are read as parts of a record', () => {
    const people = answers()
      .filter(({ orcid }) => orcid.startsWith('0000'))
      .map(({ orcid, body }) => {
        const record = { 'orcid-identifier': { path: orcid }, history: null, person: JSON.parse(body) };
        return normaliseOrcid({ text: JSON.stringify(record) });
      });
    expect(people).toMatchObject([
      { orcid: '0000-0002-9341-7985', name: 'Peter Binfield', otherNames: [] },
      { orcid: '0000-0003-1444-9135', name: 'Scott A Chamberlain', otherNames: ['Scott Chamberlain'] },
      { orcid: '0000-0002-1642-628X', name: 'Carl Boettiger', otherNames: [] },
    ]);
  });

  test('the samples of records are of an account that was deactivated', async () => {
    const files = filesOf('.xml');
    expect(files).toHaveLength(2);
    for (const file of files)
      expect(await readXml(textOf(file))).toMatchObject({ orcid: '8888-8888-8888-8880', withdrawn: true, name: null });
  });

  test('were it none, all that is public would be read', async () => {
    expect(await readXml(alive(textOf('record-3.0.xml')))).toMatchObject({
      name: 'credit-name',
      otherNames: ['give-names family-name', 'other-name-1'],
      employments: [
        {
          organization: 'employment-org',
          ror: null,
          country: 'AF',
          fromYear: 1948,
          toYear: 2025,
          current: false,
          asserted: { by: 'OWNER', name: null },
        },
      ],
      works: [],
      worksWithoutDoi: 1,
      updated: '2001-12-31T12:00:00.000Z',
      withdrawn: false,
    });
    const file = 'record-no-city-country-for-professional-activities-3.0.xml';
    expect(await readXml(alive(textOf(file)))).toMatchObject({ name: 'credit-name', employments: [{ country: 'AF' }] });
  });

  test('a work of theirs with a DOI is read', async () => {
    const text = alive(textOf('record-3.0.xml')).replace(
      /(<work:work-summary.*?<common:external-id-type>)agr(.*?<common:external-id-value>)[^<]*/s,
      '$1doi$210.1000/A',
    );
    expect(await readXml(text)).toMatchObject({
      works: [
        {
          doi: '10.1000/a',
          title: 'common:title',
          type: 'artistic-performance',
          year: 1948,
          date: '1948-02-02',
          source: 'Procedia Computer Science',
          asserted: { by: 'OTHER', name: null },
        },
      ],
      worksWithoutDoi: 0,
    });
  });

  test('in the form of the API, as JSON, each is the same record', async () => {
    for (const file of filesOf('.xml'))
      for (const text of [textOf(file), alive(textOf(file))]) {
        const fromXml = await readXml(text);
        expect(reasonOf(fromXml)).toBeNull();
        expect(inJson(text)).toEqual({ ...fromXml, hash: expect.any(String) });
      }
  });
});
