import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectVersion } from '../../src/project.js';
import { fetchInto, filesIn } from '../support/fetching.js';
import { answersOf, smallService } from '../support/openalex-service.js';
import { openAlexRecords } from '../support/record-files.js';
import { type Answer, type ReplayServer, replayServer } from '../support/replay-server.js';

let home: string;
let server: ReplayServer;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'research-graph-fetch-'));
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function serve(answer: Answer = answersOf(smallService)): Promise<void> {
  server = await replayServer(answer);
}
const run = (...args: string[]) =>
  fetchInto({ RESEARCH_GRAPH_HOME: home, OPENALEX_API: server.address, OPENALEX_API_KEY: '' }, ['openalex', ...args]);
const folderOf = (author: string) => join(home, 'downloads', 'openalex', author);
const asked = () => server.received.map(({ url }) => url.pathname + url.search);

async function importable(folder: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of openAlexRecords([folder])) ids.push(id);
  return ids.sort();
}

test('an author and all works, page after page, become files that import reads', async () => {
  await serve();
  const printed = await run('--author', 'https://openalex.org/A1');
  expect(asked()).toEqual([
    '/authors/A1',
    ...['*', 'MQ==', 'Mg==', 'Mw=='].map(
      (cursor) => `/works?${new URLSearchParams({ filter: 'authorships.author.id:A1', per_page: '100', cursor })}`,
    ),
  ]);
  expect(await importable(folderOf('A1'))).toEqual(['A1', 'W1', 'W2', 'W3', 'W4']);
  expect(printed).toBe(
    `Complete: 5 records in 5 files, of which 0 were there already.\nTo import them: npx research-graph import ${folderOf('A1')}\n`,
  );
});

test('an ORCID iD finds the author, and an id that was merged the author whom it now means', async () => {
  await serve();
  await run('--author', 'https://orcid.org/0000-0002-1825-0097');
  expect(await importable(folderOf('0000-0002-1825-0097'))).toEqual(['A1', 'W1', 'W2', 'W3', 'W4']);
  expect(await run('--author', 'A9')).toContain('OpenAlex has merged A9 into A1.');
  expect(await importable(folderOf('A9'))).toEqual(['A1', 'W1', 'W2', 'W3', 'W4']);
});

test('depth 1 takes the coauthors and their works, and names those that are gone', async () => {
  await serve();
  const printed = await run('--author', 'A1', '--depth', '1');
  expect(new Set(await importable(folderOf('A1')))).toEqual(new Set(['A1', 'A2', 'A3', 'W1', 'W2', 'W3', 'W4', 'W5']));
  expect(printed).toContain('OpenAlex no longer has the coauthors A4.');
  expect(asked()).not.toContain('/authors/A5');
});

test('--max-authors takes the closest coauthors and says what it left out', async () => {
  await serve();
  const printed = await run('--author', 'A1', '--depth', '1', '--max-authors', '1');
  expect(asked()).toContain('/authors/A2');
  expect(asked()).not.toContain('/authors/A3');
  expect(printed).toContain('Of 3 coauthors the 1 closest were taken; --max-authors takes more.');
});

test('a download that is complete asks for nothing and says so', async () => {
  await serve();
  await run('--author', 'A1', '--depth', '1', '--max-authors', '2');
  const files = filesIn(folderOf('A1'));
  server.received.length = 0;
  const printed = await run('--author', 'A1', '--depth', '1', '--max-authors', '2');
  expect(asked()).toEqual([]);
  expect(printed).toContain('Complete already: 11 files with 11 records.');
  expect(filesIn(folderOf('A1'))).toEqual(files);
});

test('a file that was damaged is downloaded again, and only that one', async () => {
  await serve();
  await run('--author', 'A1');
  const files = filesIn(folderOf('A1'));
  writeFileSync(join(folderOf('A1'), 'works/A1/00002.json'), '{"meta": {');
  server.received.length = 0;
  await run('--author', 'A1');
  expect(asked()).toHaveLength(1);
  expect(filesIn(folderOf('A1'))).toEqual(files);
});

test('an author without works can be imported', async () => {
  await serve();
  await run('--author', 'A5');
  expect(await importable(folderOf('A5'))).toEqual(['A5']);
});

test('a list ends at an empty page, whatever cursor that names, and it is told what did not come', async () => {
  const right = answersOf(smallService);
  await serve((url, nth) =>
    url.searchParams.get('cursor') === 'Mg=='
      ? { body: '{"meta":{"count":4,"next_cursor":"Mw=="},"results":[]}' }
      : right(url, nth),
  );
  expect(await run('--author', 'A1')).toContain('Works of A1: 3 of 4 came.\nComplete: 4 records in 4 files');
});

test('the service learns who asks, and messages do not show it', async () => {
  await serve(() => ({ status: 400, body: '{"error":"Bad","message":"Unknown filter."}' }));
  const error = await fetchInto(
    { RESEARCH_GRAPH_HOME: home, OPENALEX_API: `${server.address}/`, OPENALEX_API_KEY: 'hidden' },
    ['openalex', '--author', 'A1', '--mailto', 'me@example.org'],
  ).catch((thrown: Error) => thrown);
  const [request] = server.received;
  expect(request?.url.href).toBe('http://replay/authors/A1?mailto=me%40example.org&api_key=hidden');
  expect(request?.headers['user-agent']).toBe(`research-graph/${projectVersion} (mailto:me@example.org)`);
  expect(error).toMatchObject({
    name: 'UserFacingError',
    message: `${server.address}/authors/A1 answered 400, "Unknown filter". What came whole is kept in ${folderOf('A1')}: the same command goes on from there.`,
  });
});

test('an author whom nobody knows, and arguments that are none, are told in a sentence', async () => {
  await serve();
  await expect(run('--author', 'A404')).rejects.toThrow('OpenAlex knows no author A404.');
  await expect(run('--author', 'W1')).rejects.toThrow(/must be an OpenAlex author .* or an ORCID iD/);
  await expect(run('--author', 'A1', '--depth', '2')).rejects.toThrow(/Allowed choices are 0, 1/);
  await expect(run('--author', 'A1', '--mailto', 'me')).rejects.toThrow(/must be a mail address/);
  await expect(run('--author', 'A1', '--max-authors', '0')).rejects.toThrow(/from 1 to 99999/);
});

test('an answer that is no page ends the download with its address', async () => {
  const right = answersOf(smallService);
  for (const [body, why] of [
    ['<html>', 'not JSON'],
    ['[]', 'no JSON object'],
    ['{"results":[]}', 'no page of results'],
    ['{"meta":{},"results":[]}', 'names no next cursor'],
    ['{"meta":{"next_cursor":"*"},"results":[{}]}', 'names itself as the next page'],
  ] as const) {
    await serve((url, nth) => (url.pathname === '/works' ? { body } : right(url, nth)));
    await expect(run('--author', 'A1')).rejects.toThrow(
      new RegExp(`${server.address}/works\\?filter=\\S* gave an answer that cannot be used: .*${why}.*tried 4 times`),
    );
    await server.close();
  }
  await serve();
});
