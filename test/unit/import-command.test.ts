import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCommand } from '../../src/cli/import.js';
import type { OpenImportEnvironment } from '../../src/import-environment.js';

let folder = '';
let printed = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-command-'));
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const refuse = () => Promise.reject(new Error('a dry run asked for the graph'));
const environment = (): OpenImportEnvironment => ({
  state: refuse,
  importedFiles: refuse,
  online: refuse,
  bulk: refuse,
  close: async () => {},
});

const run = (...args: string[]) =>
  importCommand(environment)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync(args, { from: 'user' });

test('--json prints the summary as one JSON object and nothing else', async () => {
  const file = join(folder, 'a.jsonl');
  writeFileSync(file, '{"id":"W1","title":"T"}\nbroken\n');
  const rejects = join(folder, 'r.jsonl');
  await run(file, '--dry-run', '--json', '--rejects', rejects);
  expect(JSON.parse(printed)).toMatchObject({
    mode: 'dry-run',
    kinds: { work: { read: 1 } },
    unrecognised: 1,
    rejects,
  });
});

test('only formats and modes that work are offered', async () => {
  await expect(run('x', '--format', 'csv')).rejects.toThrow(/Allowed choices are auto, openalex, arxiv, orcid/);
  await expect(run('x', '--mode', 'fast')).rejects.toThrow(/Allowed choices are auto, bulk, online/);
  await expect(run()).rejects.toThrow(/missing required argument 'path'/);
});
