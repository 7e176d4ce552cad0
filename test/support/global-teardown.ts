import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { researchGraph } from './built-command.ts';

/** Stops the Neo4js of this run. */
export default async function tearDown(): Promise<void> {
  const { TEST_RUN: run } = process.env;
  if (run === undefined) return;
  const names = readdirSync(dirname(run)).filter((name) => name.startsWith(basename(run)));
  for (const home of names.map((name) => join(dirname(run), name))) {
    await researchGraph(home, 'db', 'stop');
    rmSync(home, { recursive: true });
  }
}
