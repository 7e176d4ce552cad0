import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildPage, researchGraph } from './built-command.ts';
import { newHome, testFolder } from './homes.ts';
import { makeJavaQuick } from './quick-java.ts';

interface GlobalConfig {
  readonly testPathPatterns: { readonly patterns: readonly string[] };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A run that was killed leaves its servers running. */
async function sweepAbandonedRuns(): Promise<void> {
  for (const name of readdirSync(testFolder)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || alive(Number(pid))) continue;
    await researchGraph(join(testFolder, name), 'db', 'reset');
    rmSync(join(testFolder, name), { recursive: true });
  }
}

/**
 * Builds what the tests run, except where only unit tests are asked for. `TEST_RUN` then tells each of jest's workers
 * where to put its Neo4j, which it starts itself (`neo4j-environment.ts`).
 */
export default async function setUp({ testPathPatterns: { patterns } }: GlobalConfig): Promise<void> {
  if (patterns.length > 0 && patterns.every((pattern) => pattern.includes('test/unit'))) return;
  await build();
  await buildPage();
  const home = newHome(`run-${process.pid}-`);
  await sweepAbandonedRuns();
  await makeJavaQuick(home);
  rmSync(home, { recursive: true });
  process.env.TEST_RUN = join(testFolder, `run-${process.pid}-`);
}
