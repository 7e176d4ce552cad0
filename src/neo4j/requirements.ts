import { mkdir, statfs } from 'node:fs/promises';
import { UserFacingError } from '../core/errors.js';
import { type Ended, run } from './process.js';

const LEAST_JAVA = 17;
const VERSION_TIMEOUT = 30_000;
const REMEDY =
  'Install it (`apt-get install openjdk-17-jre-headless maven`), or use a Neo4j of your own: set NEO4J_URI, or `docker compose up`.';

async function versionOf(command: string, environment: NodeJS.ProcessEnv): Promise<Ended> {
  return run(command, ['-version'], { environment, timeout: VERSION_TIMEOUT }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EACCES')
      throw new UserFacingError(`The embedded database needs \`${command}\`, which is not on the PATH. ${REMEDY}`);
    throw error;
  });
}

/** The major version that `java -version` prints: `"1.8.0_402"` is 8, `"17.0.15"` is 17. */
export function javaMajor(lines: readonly string[]): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(lines.join('\n')) ?? [];
  if (first === undefined) return null;
  return Number(first === '1' ? second : first);
}

/** Throws one sentence where `java` is missing, does not work, or is older than 17. */
export async function requireJava(environment: NodeJS.ProcessEnv): Promise<void> {
  const { code, lastLines } = await versionOf('java', environment);
  const major = javaMajor(lastLines);
  if (code !== 0 || major === null)
    throw new UserFacingError(`\`java -version\` does not work: ${lastLines.join(' ').slice(0, 200)}. ${REMEDY}`);
  if (major < LEAST_JAVA)
    throw new UserFacingError(
      `The embedded database needs Java ${LEAST_JAVA} or later; the \`java\` on the PATH is ${major}. ${REMEDY}`,
    );
}

/** Throws one sentence where `mvn` is missing or does not work. */
export async function requireMaven(environment: NodeJS.ProcessEnv): Promise<void> {
  const { code, lastLines } = await versionOf('mvn', environment);
  if (code !== 0)
    throw new UserFacingError(`\`mvn -version\` does not work: ${lastLines.join(' ').slice(0, 200)}. ${REMEDY}`);
}

/** Throws one sentence where fewer than `megabytes` are free on the disk of `folder`, which is made if need be. */
export async function requireSpace(folder: string, megabytes: number, purpose: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes)
    throw new UserFacingError(
      `${purpose} needs ${megabytes} MB of disk space and ${folder} has ${free} MB free: make room, or set RESEARCH_GRAPH_HOME to a folder on another disk.`,
    );
}
