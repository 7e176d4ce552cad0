import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that tests leave on disk; only the jars in it outlive a run. */
export const testFolder = resolve('.data', 'test');

/**
 * Makes a folder the home of an embedded server, which shares the jars of all test homes. Tests empty a graph and fill it
 * anew, which made Neo4j plan every statement again a second later: half of the time of a run went there, for graphs that
 * any plan serves. So a plan is kept for the run.
 */
export function furnishHome(home: string): void {
  const library = join(testFolder, 'jars');
  mkdirSync(library, { recursive: true });
  symlinkSync(library, join(home, 'jars'));
  writeFileSync(join(home, 'neo4j.conf'), 'dbms.cypher.min_replan_interval=1h\n');
}

/** A new empty home for an embedded server. */
export function newHome(prefix: string): string {
  mkdirSync(testFolder, { recursive: true });
  const home = mkdtempSync(join(testFolder, prefix));
  furnishHome(home);
  return home;
}
