import { rmSync } from 'node:fs';
import { researchGraph } from './built-command.ts';

/** Stops the Neo4j of this run. */
export default async function tearDown(): Promise<void> {
  const home = process.env.TEST_NEO4J_HOME;
  if (home === undefined) return;
  await researchGraph(home, 'db', 'stop');
  rmSync(home, { recursive: true });
}
