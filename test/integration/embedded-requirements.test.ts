import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserFacingError } from '../../src/core/errors.js';
import { startEmbedded } from '../../src/neo4j/embedded.js';
import { requireSpace } from '../../src/neo4j/requirements.js';

const folders: string[] = [];

function emptyFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'embedded-'));
  folders.push(made);
  return made;
}

/** A folder in which `name` is a shell script. */
function folderWith(name: string, text: string): string {
  const place = emptyFolder();
  writeFileSync(join(place, name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(place, name), 0o755);
  return place;
}

/** A folder in which `java` is the machine's own. */
function folderWithJava(): string {
  const place = emptyFolder();
  const java = (process.env.PATH ?? '')
    .split(delimiter)
    .map((entry) => join(entry, 'java'))
    .find(existsSync);
  symlinkSync(java as string, join(place, 'java'));
  return place;
}

const startWith = (...path: readonly string[]): Promise<unknown> =>
  startEmbedded({ home: emptyFolder(), environment: { PATH: path.join(delimiter) } });

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null).catch((error: unknown) => error);

/** One paragraph for the operator, which says what can be done. */
function expectAdvice(error: unknown, problem: RegExp): void {
  expect(error).toBeInstanceOf(UserFacingError);
  const { message } = error as UserFacingError;
  expect(message).toMatch(problem);
  expect(message).toMatch(/NEO4J_URI/);
  expect(message).not.toContain('\n');
}

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

test('without java the operator is told what to install', async () => {
  const error = await failureOf(startWith(emptyFolder()));
  expectAdvice(error, /needs `java`, which is not on the PATH.*apt-get install openjdk-17-jre-headless/);
});

test.each([
  ['11.0.2', '11'],
  ['1.8.0_402', '8'],
])('Java %s is refused as too old', async (version, major) => {
  const java = folderWith('java', `echo 'openjdk version "${version}" 2019-01-15' >&2`);
  expectAdvice(await failureOf(startWith(java)), new RegExp(`needs Java 17 or later.* is ${major}\\.`));
});

test('a java that does not work is shown with its own words', async () => {
  const java = folderWith('java', 'echo "cannot map the heap" >&2; exit 1');
  expectAdvice(await failureOf(startWith(java)), /`java -version` does not work: cannot map the heap/);
});

test('without mvn the operator is told what to install', async () => {
  const error = await failureOf(startWith(folderWithJava()));
  expectAdvice(error, /needs `mvn`, which is not on the PATH.*maven/);
});

test('when Maven fails, its own first reason is shown, and nothing half-fetched is taken for the jars', async () => {
  const home = emptyFolder();
  const mvn = folderWith(
    'mvn',
    `[ "$1" = -version ] && exit 0; echo '[ERROR] Could not transfer artifact.'; echo '[ERROR] Run again with -e'; exit 1`,
  );
  const environment = { PATH: [folderWithJava(), mvn].join(delimiter) };
  for (let attempt = 0; attempt < 2; attempt++)
    expectAdvice(
      await failureOf(startEmbedded({ home, environment })),
      /could not fetch.*: Could not transfer artifact\./,
    );
});

test('too little disk space is said before anything is written', async () => {
  const home = emptyFolder();
  const error = await failureOf(requireSpace(home, 1e12, 'Fetching Neo4j'));
  expect(error).toBeInstanceOf(UserFacingError);
  expect((error as UserFacingError).message).toMatch(/needs 1000000000000 MB of disk space.*RESEARCH_GRAPH_HOME/);
});
