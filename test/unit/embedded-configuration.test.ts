import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { memoryFor, writeConfiguration } from '../../src/neo4j/configuration.js';
import { layoutOf } from '../../src/neo4j/layout.js';
import { readRecord, writeRecord } from '../../src/neo4j/record.js';

const GIB = 2 ** 30;
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const MIB = 2 ** 20;

test.each([
  [2 * GIB, 0, '512m', '256m'],
  [4 * GIB, 0, '512m', '256m'],
  [8 * GIB, 0, '1024m', '512m'],
  [24 * GIB, 0, '1024m', '1536m'],
  [256 * GIB, 0, '1024m', '2048m'],
  [24 * GIB, 1_000 * MIB, '1024m', '1536m'],
  [24 * GIB, 6_000 * MIB, '1024m', '7500m'],
  [24 * GIB, 60_000 * MIB, '1024m', '11264m'],
  [4 * GIB, 6_000 * MIB, '512m', '1536m'],
])('a machine of %d bytes with a store of %d gives the server what it can spare', (bytes, store, heap, pageCache) => {
  expect(memoryFor({}, store, bytes)).toEqual({ heap, pageCache });
});

test('what is asked for is given, and the rest leaves room for it', () => {
  const store = 6_000 * MIB;
  expect(memoryFor({ heap: '6g' }, store, 16 * GIB)).toEqual({ heap: '6g', pageCache: '2048m' });
  expect(memoryFor({ heap: '12g' }, store, 16 * GIB)).toEqual({ heap: '12g', pageCache: '1024m' });
  expect(memoryFor({ pageCache: '300m' }, store, 16 * GIB)).toEqual({ heap: '1024m', pageCache: '300m' });
});

test('every address of the written configuration is on this machine, and no placeholder is left', async () => {
  const layout = layoutOf(home);
  await writeConfiguration(layout, { bolt: 17687, http: 17474 }, { heap: '512m', pageCache: '300m' });
  const text = readFileSync(join(layout.confFolder, 'neo4j.conf'), 'utf8');
  const settings = new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('=') as [string, string]),
  );
  expect(settings.get('server.bolt.listen_address')).toBe('127.0.0.1:17687');
  expect(settings.get('server.http.listen_address')).toBe('127.0.0.1:17474');
  expect(settings.get('server.memory.pagecache.size')).toBe('300m');
  for (const [name, value] of settings) if (name.endsWith('_address')) expect(value).toMatch(/^127\.0\.0\.1(:\d+)?$/);
  expect([...settings.values()].join()).not.toContain('{{');
});

test("the operator's own neo4j.conf beside the data adds settings, and overrules ours", async () => {
  writeFileSync(join(home, 'neo4j.conf'), 'db.logs.query.enabled = INFO\nserver.bolt.thread_pool_max_size=100');
  const layout = layoutOf(home);
  await writeConfiguration(layout, { bolt: 17687, http: 17474 }, { heap: '512m', pageCache: '300m' });
  const lines = readFileSync(join(layout.confFolder, 'neo4j.conf'), 'utf8').split('\n');
  expect(lines).toContain('server.bolt.thread_pool_max_size=100');
  expect(lines.filter((line) => line.startsWith('db.logs.query.enabled'))).toEqual(['db.logs.query.enabled = INFO']);
  expect(lines).toContain('client.allow_telemetry=false');
});

test('a damaged neo4j.json is named, not overwritten', async () => {
  const { record } = layoutOf(home);
  expect(await readRecord(record)).toBeNull();
  const written = {
    boltUri: 'bolt://127.0.0.1:1',
    httpUri: 'http://127.0.0.1:2',
    user: 'neo4j',
    password: 'x',
    pid: 3,
  };
  await writeRecord(record, written);
  expect(await readRecord(record)).toEqual(written);
  await writeRecord(record, { ...written, pid: 'three' as unknown as number });
  await expect(readRecord(record)).rejects.toThrow(`${record} is damaged`);
});

test('a memory size that java would not understand is refused by name', () => {
  expect(() => readConfig({ NEO4J_HEAP: 'lots' })).toThrow(/NEO4J_HEAP: must be a size such as 512m or 2g/);
  expect(readConfig({ NEO4J_HEAP: '2g' }).embeddedMemory).toEqual({ heap: '2g', pageCache: undefined });
});
