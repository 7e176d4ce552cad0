import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { researchGraph } from './built-command.ts';
import { testFolder } from './homes.ts';

const FIRST_COMPILER = '-XX:TieredStopAtLevel=1';

/**
 * Tests start dozens of java processes, most of which do not live long. So the first of java's two compilers does for
 * them, and the classes come from an archive that is made once for this java and these jars: a start then takes 4 s of
 * processor time instead of 13.
 */
export async function makeJavaQuick(home: string): Promise<void> {
  const { stderr: version } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const key = createHash('sha256')
    .update(version)
    .update(readFileSync(resolve('neo4j', 'pom.xml')))
    .digest('hex');
  const archive = join(testFolder, `classes-${key.slice(0, 12)}.jsa`);
  if (!existsSync(archive)) {
    const made = `${archive}.${process.pid}`;
    process.env.JDK_JAVA_OPTIONS = `-XX:ArchiveClassesAtExit="${made}"`;
    await researchGraph(home, 'db', 'start');
    await researchGraph(home, 'db', 'stop');
    // On a slow machine java is ended before it has written the archive.
    if (existsSync(made)) renameSync(made, archive);
  }
  const shared = existsSync(archive) ? ` -XX:SharedArchiveFile="${archive}"` : '';
  process.env.JDK_JAVA_OPTIONS = `${FIRST_COMPILER}${shared}`;
}

/**
 * Starts a java process that lives as long as the run: there the second compiler pays. Planning all statements took
 * 69 s of processor time with it instead of 46, the second time 32, the third time 25.
 */
export async function startLongLived(start: () => Promise<unknown>): Promise<void> {
  const { JDK_JAVA_OPTIONS: quick = '' } = process.env;
  process.env.JDK_JAVA_OPTIONS = quick.replace(FIRST_COMPILER, '');
  await start();
  process.env.JDK_JAVA_OPTIONS = quick;
}
