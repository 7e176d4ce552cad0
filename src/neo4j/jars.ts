import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFacingError } from '../core/errors.js';
import { type Layout, neo4jVersion, pomFile } from './layout.js';
import { withLock } from './lock.js';
import { run } from './process.js';
import type { ProgressListener } from './progress.js';
import { requireMaven, requireSpace } from './requirements.js';

/** Only tells the progress bar how long it is. */
export const EXPECTED_JARS = 213;

const SPACE = 500;
const TIMEOUT = 15 * 60_000;

/** Maven marks what went wrong; its first such line says it, the others how to ask for more. */
const reasonOf = (lines: readonly string[]): string =>
  lines
    .find((line) => line.startsWith('[ERROR]'))
    ?.slice('[ERROR] '.length, 300)
    .replace(/\.$/, '') ?? 'no reason was given';

/**
 * Makes sure that the server's jars lie in the library, through Maven where they do not. Nothing is asked of the
 * network when they are there.
 */
export async function resolveJars(
  layout: Layout,
  environment: NodeJS.ProcessEnv,
  onProgress?: ProgressListener,
): Promise<void> {
  if (existsSync(layout.jars)) return;
  await requireMaven(environment);
  await requireSpace(layout.library, SPACE, 'Fetching Neo4j');
  // A lock of its own, for a library that several homes share.
  await withLock(join(layout.library, 'lock'), async () => {
    if (!existsSync(layout.jars)) await fetchJars(layout, environment, onProgress);
  });
}

async function fetchJars(
  { jars }: Layout,
  environment: NodeJS.ProcessEnv,
  onProgress?: ProgressListener,
): Promise<void> {
  const text = `Fetching Neo4j ${neo4jVersion} through Maven`;
  const partial = `${jars}.partial`;
  await rm(partial, { recursive: true, force: true });
  let done = 0;
  const show = () => onProgress?.({ text, done: Math.min(done, EXPECTED_JARS), total: EXPECTED_JARS });
  show();
  const { code, lastLines } = await run(
    'mvn',
    ['-B', '-f', pomFile, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`],
    {
      environment,
      timeout: TIMEOUT,
      onLine: (line) => {
        if (!/Downloaded from .*\.jar /.test(line)) return;
        done++;
        show();
      },
    },
  );
  if (code !== 0)
    throw new UserFacingError(
      `Maven could not fetch Neo4j ${neo4jVersion}: ${reasonOf(lastLines)}. Look at the network and run the command again, or set NEO4J_URI to a Neo4j of your own.`,
    );
  done = EXPECTED_JARS;
  show();
  await rename(partial, jars);
}
