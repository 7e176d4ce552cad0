import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that tests leave on disk; only the jars in it outlive a run. */
export const testFolder = resolve('.data', 'test');

/** A new empty home for an embedded server, which shares the jars of all test homes. */
export function newHome(prefix: string): string {
  const library = join(testFolder, 'jars');
  mkdirSync(library, { recursive: true });
  const home = mkdtempSync(join(testFolder, prefix));
  symlinkSync(library, join(home, 'jars'));
  return home;
}
