import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportEnvironment, runImport } from '../../src/ingest/import.js';

const folder = join(__dirname, '../../../shared/data/arxiv');
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not there: the tests on real records of arXiv are skipped`);

const refuse = () => Promise.reject(new Error('a dry run asked for the graph'));
const untouchable: ImportEnvironment = { state: refuse, importedFiles: refuse, online: refuse, bulk: refuse };

(isThere ? test : test.skip)("a dry run reads arXiv's snapshot and harvested records, and rejects none", async () => {
  const harvested = readdirSync(join(folder, 'oai')).map((name) => join(folder, 'oai', name));
  expect(harvested).toHaveLength(7);
  const rejects = mkdtempSync(join(tmpdir(), 'research-graph-arxiv-'));
  try {
    const result = await runImport(
      {
        ...{ paths: [join(folder, 'arxiv-metadata-oai-snapshot.json'), ...harvested], format: 'auto', mode: 'auto' },
        ...{ again: false, dryRun: true, rejects: join(rejects, 'rejects.jsonl') },
      },
      untouchable,
    );
    expect(result).toMatchObject({ summary: { unrecognised: 0, kinds: { work: { read: 207, rejected: 0 } } } });
    expect(result.rejects).toBeNull();
  } finally {
    rmSync(rejects, { recursive: true });
  }
});
