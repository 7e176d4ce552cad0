import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, researchGraph } from './built-command.ts';
import { newHome, testFolder } from './homes.ts';
import { makeJavaQuick } from './quick-java.ts';

interface GlobalConfig {
  readonly testPathPatterns: { readonly patterns: readonly string[] };
}

const PREFIX = `run-${process.pid}-`;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A run that was killed leaves its server running. */
async function sweepAbandonedRuns(): Promise<void> {
  for (const name of readdirSync(testFolder)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || alive(Number(pid))) continue;
    await researchGraph(join(testFolder, name), 'db', 'reset');
    rmSync(join(testFolder, name), { recursive: true });
  }
}

/** Starts one empty Neo4j for the whole run, except where only unit tests are asked for. */
export default async function setUp({ testPathPatterns: { patterns } }: GlobalConfig): Promise<void> {
  if (patterns.length > 0 && patterns.every((pattern) => pattern.includes('test/unit'))) return;
  await build();
  const home = newHome(PREFIX);
  await sweepAbandonedRuns();
  await makeJavaQuick(home);
  await researchGraph(home, 'db', 'start');
  const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
  // TEST_NEO4J_SCHEME=neo4j has the whole run ask it as a cluster of one.
  const uri = boltUri.replace(/^bolt/, process.env.TEST_NEO4J_SCHEME ?? 'bolt');
  Object.assign(process.env, { TEST_NEO4J_HOME: home, TEST_NEO4J_URI: uri, TEST_NEO4J_PASSWORD: password });
}
