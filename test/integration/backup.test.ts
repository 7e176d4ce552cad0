import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { researchGraph } from '../support/built-command.js';
import { openTestDatabase } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { graphChecksum, writeOpenAlexWorks } from '../support/openalex-file.js';

jest.setTimeout(300_000);

const home = newHome('backup-');
const otherHome = newHome('backup-other-');
const file = join(home, 'copies', 'one.backup');
const works = join(home, 'works.gz');
const server = join(home, 'neo4j');

afterAll(async () => {
  for (const each of [home, otherHome]) {
    await researchGraph(each, 'db', 'stop');
    rmSync(each, { recursive: true });
  }
});

const refusal = (command: Promise<string>) =>
  command.then(
    (said) => said,
    ({ stderr }: { stderr: string }) => stderr,
  );
/** The checksum of a home's graph, which is then changed. Its server is stopped before and, unless it is to stay, after. */
async function graphOf(folder: string, { change = '', stays = false } = {}): Promise<string> {
  await researchGraph(folder, 'db', 'start');
  const { boltUri, password } = JSON.parse(readFileSync(join(folder, 'neo4j.json'), 'utf8'));
  const graph = await openTestDatabase(boltUri, password);
  const sum = await graphChecksum(graph);
  if (change) await graph.query(change);
  await graph.database.close();
  if (!stays) await researchGraph(folder, 'db', 'stop');
  return sum;
}
/** Every file of a home's database, with its size and its last change. */
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map((name) => {
    const { size, mtimeMs } = statSync(join(folder, `${name}`));
    return `${name} ${size} ${mtimeMs}`;
  });

describe('a backup of the embedded database', () => {
  let before: string;
  beforeAll(async () => {
    expect(await refusal(researchGraph(home, 'backup', file))).toMatch(/^There is nothing to back up: [^\n]*\n$/m);
    writeOpenAlexWorks(works, 200);
    await researchGraph(home, 'import', works, '--rejects', join(home, 'rejects.jsonl'));
    await researchGraph(home, 'db', 'stop');
    before = await graphOf(home, { stays: true });
    for (const command of [
      ['backup', file],
      ['restore', works],
    ])
      expect(await refusal(researchGraph(home, ...command))).toMatch(/^[^\n]* is running: stop it first\.\n$/m);
    await researchGraph(home, 'db', 'stop');
    expect(existsSync(join(home, 'copies'))).toBe(false);
    expect(await researchGraph(home, 'backup', file)).toMatch(/one\.backup holds the database, in [\d,]+ bytes\.\n$/);
  });

  test('is one file, beside which nothing stays, and is not written over', async () => {
    expect(readdirSync(join(home, 'copies'))).toEqual(['one.backup']);
    const { mtimeMs } = statSync(file);
    expect(await refusal(researchGraph(home, 'backup', file))).toMatch(/^[^\n]*one\.backup is there already[^\n]*\n$/);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  test('restored, it is the graph of before whatever was changed; also in a home that never had one', async () => {
    await researchGraph(otherHome, 'restore', file);
    expect(await graphOf(otherHome, { change: 'MATCH (w:Work) WITH w LIMIT 50 DETACH DELETE w' })).toBe(before);
    expect(await researchGraph(otherHome, 'restore', file)).toContain('The database is that of');
    const later = "CREATE (:Topic {id: 'T-later', name: 'Later'})";
    expect(await graphOf(otherHome, { change: later })).toBe(before);
    for (const each of [home, otherHome])
      expect(readdirSync(join(each, 'neo4j')).filter((name) => /^re/.test(name))).toEqual([]);
  });

  test('that is damaged, or none at all, is refused in a sentence, and the graph stays as it is', async () => {
    const damaged = join(home, 'damaged.backup');
    await copyFile(file, damaged);
    truncateSync(damaged, Math.floor(statSync(file).size / 2));
    const none = join(home, 'none.backup');
    writeFileSync(none, 'This is no backup.');
    const files = filesOf(join(server, 'data'));
    for (const bad of [damaged, none])
      expect(await refusal(researchGraph(home, 'restore', bad))).toMatch(
        /^[^\n]*\.backup could not be restored, and nothing was changed\. [^\n]*\n$/m,
      );
    expect(await refusal(researchGraph(home, 'restore', join(home, 'absent')))).toMatch(/^There is no file [^\n]*\n$/);
    expect(filesOf(join(server, 'data'))).toEqual(files);
  });

  test('whose restore was cut off while old and new are exchanged is whole after the next start', async () => {
    // As a kill leaves it between two renames: what was there is aside, and half of the other graph is in its place.
    const [restoring, data] = [join(server, 'restoring'), join(server, 'data')];
    for (const part of ['databases', 'transactions']) {
      await mkdir(join(restoring, part), { recursive: true });
      await promisify(execFile)('cp', ['-r', join(otherHome, 'neo4j', 'data', part, 'neo4j'), join(restoring, part)]);
    }
    writeFileSync(join(server, 'restored'), 'neo4j');
    await mkdir(join(server, 'replaced', 'databases'), { recursive: true });
    await rename(join(data, 'databases', 'neo4j'), join(server, 'replaced', 'databases', 'neo4j'));
    await rename(join(restoring, 'databases', 'neo4j'), join(data, 'databases', 'neo4j'));
    expect(await graphOf(home)).not.toBe(before);
    expect(existsSync(join(server, 'replaced'))).toBe(false);
  });

  test('is neither made nor restored for a database of the user’s own', async () => {
    const env = { ...process.env, NEO4J_URI: 'bolt://db.example:7687' };
    for (const command of ['backup', 'restore'])
      await expect(promisify(execFile)('node', ['dist/main.js', command, 'x'], { env })).rejects.toMatchObject({
        stderr: expect.stringMatching(/^NEO4J_URI is set to bolt:\/\/db\.example:7687: [^\n]*\n$/),
      });
  });
});
