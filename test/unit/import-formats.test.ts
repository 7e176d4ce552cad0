import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserFacingError } from '../../src/core/errors.js';
import { findInputs } from '../../src/ingest/files.js';
import { type ImportEnvironment, type ImportOptions, runImport } from '../../src/ingest/import.js';
import { recogniseFiles } from '../../src/ingest/recognise.js';
import type { SourceName } from '../../src/ingest/records.js';
import { emptySummary } from '../../src/ingest/summary.js';
import { document, history, IDENTIFIER, PERSON } from '../fixtures/orcid-document.js';
import { OWNER } from '../fixtures/orcid-record.js';
import { atomFeed, oaiAnswer, snapshotLine } from '../support/arxiv-texts.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-formats-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const orcidJson = `{"orcid-identifier":{"path":"${OWNER}"},"person":{}}`;
const openAlexLine = '{"id":"https://openalex.org/W1","title":"T"}';

async function recognised(paths: readonly string[], asked?: SourceName): Promise<string[]> {
  const files = await recogniseFiles(await findInputs(paths), asked);
  return files.map(({ path, format, shape }) => `${basename(path)}: ${format.source}, ${shape}`);
}

describe('what a file holds is told by its first record', () => {
  test.each([
    ['a line of OpenAlex', openAlexLine, 'openalex, json'],
    ['a saved answer of OpenAlex', `{"meta":{},"results":[${openAlexLine}]}`, 'openalex, json'],
    ['a line of the demo graph with an id of arXiv', '{"id":"arxiv:0704.0001","title":"T"}', 'openalex, json'],
    ["a line of arXiv's snapshot", snapshotLine('0704.0001'), 'arxiv, json'],
    ['an old id of arXiv', snapshotLine('math/0309136'), 'arxiv, json'],
    ['a record after broken lines', `broken\n\n${snapshotLine('0704.0001')}\n${openAlexLine}`, 'arxiv, json'],
    ['a feed', atomFeed('0704.0001v2'), 'arxiv, xml'],
    ['a harvest', oaiAnswer('0704.0001'), 'arxiv, xml'],
    ['a record of ORCID', orcidJson, 'orcid, json'],
    ['an indented record of ORCID', JSON.stringify(JSON.parse(orcidJson), null, 2), 'orcid, json'],
    ['a record of ORCID in XML', document(IDENTIFIER + history() + PERSON), 'orcid, xml'],
    ['XML after a byte order mark and blank lines', `\ufeff\n \n${oaiAnswer('0704.0001')}`, 'arxiv, xml'],
  ])('%s', async (_, content, expected) => {
    expect(await recognised([write('a', content)])).toEqual([`a: ${expected}`]);
    expect(await recognised([write('b.gz', gzipSync(content))])).toEqual([`b.gz: ${expected}`]);
  });
});

describe('a file that holds no records is refused with what each source has against it', () => {
  const refusal = async (content: string | Buffer, asked?: SourceName): Promise<string> => {
    const refused = recognised([write('good.jsonl', openAlexLine), write('bad', content)].slice(asked ? 1 : 0), asked);
    await expect(refused).rejects.toBeInstanceOf(UserFacingError);
    return refused.then(
      () => '',
      (error: Error) => error.message.replace(folder, '…'),
    );
  };

  test('once, where it is the same', async () => {
    expect(await refusal('id,title\nW1,T\n')).toMatch(
      /^…\/bad holds no records of OpenAlex, arXiv or ORCID: line 1: not JSON: [^\n]*\.$/,
    );
    expect(await refusal(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toMatch(/line 1: not valid UTF-8\.$/);
  });

  test('of each, where it differs', async () => {
    const message = await refusal('{"id":"https://openalex.org/S1"}');
    expect(message).toContain('OpenAlex (line 1: S1 is a source, which is not a kind this server reads)');
    expect(message).toContain('arXiv (line 1: id is not one that arXiv gives: "https://openalex.org/S1")');
    const page = await refusal('<html><body>Rate exceeded.</body></html>');
    expect(page).toContain('OpenAlex (it is XML, not JSON)');
    expect(page).toContain('arXiv (the document is html, which arXiv does not send)');
    expect(await refusal(oaiAnswer())).toContain('arXiv (it is empty)');
  });

  test('and of the one alone that it is said to be of', async () => {
    expect(await refusal(snapshotLine('0704.0001'), 'openalex')).toBe(
      '…/bad holds no records of OpenAlex: line 1: id is not one that OpenAlex gives: "0704.0001".',
    );
    expect(await refusal(openAlexLine, 'arxiv')).toMatch(/^…\/bad holds no records of arXiv: line 1: id is not one/);
    expect(await refusal(atomFeed('0704.0001'), 'openalex')).toMatch(/OpenAlex: it is XML, not JSON\.$/);
    expect(await recognised([write('a', '{"id":"arxiv:0704.0001","title":"T"}')], 'arxiv')).toEqual(['a: arxiv, json']);
  });
});

const state = { embedded: true, running: false, empty: true };
/** A graph that notes what it is given, batch after batch. */
function noting() {
  const given: string[] = [];
  const environment: ImportEnvironment = {
    state: async () => state,
    importedFiles: async () => [],
    online: async (batches) => {
      for await (const { source, records } of batches) given.push(`${source}: ${records.map(({ kind }) => kind)}`);
      return emptySummary('online');
    },
    bulk: async ({ inputs }) => {
      given.push(...inputs.map(({ path }) => `bulk: ${basename(path)}`));
      return emptySummary('bulk');
    },
  };
  return { given, environment };
}
const options = (paths: readonly string[], more: Partial<ImportOptions> = {}): ImportOptions => ({
  ...{
    paths,
    format: 'auto',
    mode: 'auto',
    again: false,
    dryRun: false,
    rejects: join(folder, 'import.rejects.jsonl'),
  },
  ...more,
});

describe('files of several sources', () => {
  const mixed = () => [
    write('0.json', orcidJson),
    write('a.xml', atomFeed('0704.0001v1', '0704.0002v1')),
    write('b.xml.gz', gzipSync(oaiAnswer('0704.0003'))),
    write('c.jsonl', `${snapshotLine('0704.0004')}\n{"id":"no id"}\n`),
    write('d.jsonl', openAlexLine),
  ];

  test('go into the graph together, OpenAlex first, ORCID last, each under the name of its source', async () => {
    const { given, environment } = noting();
    const { summary } = await runImport(options(mixed()), environment);
    const articles = ['arxiv: article,article', 'arxiv: article', 'arxiv: article'];
    expect(given).toEqual(['openalex: work', ...articles, 'orcid: person']);
    expect(summary).toMatchObject({ mode: 'online', kinds: { work: { read: 1, rejected: 1 } } });
  });

  test('are counted by a dry run: articles as works, persons as researchers', async () => {
    const given = options(mixed(), { dryRun: true });
    const { summary, rejects } = await runImport(given, noting().environment);
    expect(summary.kinds).toMatchObject({ work: { read: 6, rejected: 1 }, researcher: { read: 1, rejected: 0 } });
    expect(rejects).toBe(given.rejects);
  });

  test.each([{ mode: 'bulk' }, { csv: 'csv' }, { mode: 'bulk', dryRun: true }] as const)(
    'are no matter for a bulk import, which says so: %j',
    async (more) => {
      const { given, environment } = noting();
      const refused = runImport(options(mixed().slice(1), more), environment);
      await expect(refused).rejects.toThrow(
        `A bulk import reads OpenAlex alone, and ${join(folder, 'a.xml')} holds records of arXiv: use --mode online.`,
      );
      await expect(refused).rejects.toBeInstanceOf(UserFacingError);
      expect(given).toEqual([]);
    },
  );

  test('leave the bulk import to those of OpenAlex', async () => {
    const { given, environment } = noting();
    await runImport(options(mixed().slice(4)), environment);
    expect(given).toEqual(['bulk: d.jsonl']);
  });
});

test('XML that was cut short before it was kept gives the records before the cut and a reject', async () => {
  const answer = oaiAnswer('0704.0001', '0704.0002');
  const path = write('a.xml', answer.slice(0, answer.lastIndexOf('<metadata>')));
  const { summary } = await runImport(options([path], { dryRun: true }), noting().environment);
  expect(summary.kinds.work).toMatchObject({ read: 2, rejected: 1 });
});

test('a compressed file that is cut short or damaged is refused, however much of it is good', async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `{"id":"W${index}","title":"${Math.sin(index)}"}\n`);
  const whole = gzipSync(lines.join(''));
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, damaged.length - 5_000, damaged.length - 4_000);
  const articles = gzipSync(oaiAnswer(...lines.map((_, index) => `0704.${10_000 + index}`))).subarray(0, -5_000);
  const { given, environment } = noting();
  const refused = (path: string) => runImport(options([path], { mode: 'online' }), environment);
  await expect(refused(write('a.gz', whole.subarray(0, -5_000)))).rejects.toThrow(/a.gz is cut short/);
  await expect(refused(write('b.gz', damaged))).rejects.toThrow(/b.gz is damaged/);
  await expect(refused(write('c.xml.gz', articles))).rejects.toThrow(/c.xml.gz is cut short/);
  expect(given).toEqual([]);
});
