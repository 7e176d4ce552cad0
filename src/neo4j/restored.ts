import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Layout } from './layout.js';

/** Where a database is put together that is to replace another: a data folder of its own. */
export const restoringFolder = ({ server }: Layout): string => join(server, 'restoring');
const replacedFolder = ({ server }: Layout): string => join(server, 'replaced');
/** Names the database whose successor is complete; it is left behind where the exchange was cut off. */
const noteOf = ({ server }: Layout): string => join(server, 'restored');

/** Exchanges a database for the complete one in `restoringFolder`. The caller holds the lock. */
export async function installRestored(layout: Layout, database: string): Promise<void> {
  await writeFile(noteOf(layout), database, { flush: true });
  await finishRestore(layout);
}

/**
 * Ends an exchange that was cut off, so that the old files and the new never mix, and deletes what a restore that was
 * killed before left. The caller holds the lock, and the server is stopped.
 */
export async function finishRestore(layout: Layout): Promise<void> {
  const note = noteOf(layout);
  if (existsSync(note)) {
    const database = await readFile(note, 'utf8');
    for (const part of ['databases', 'transactions']) {
      const [next, present, old] = [restoringFolder(layout), layout.data, replacedFolder(layout)].map((folder) =>
        join(folder, part, database),
      ) as [string, string, string];
      if (!existsSync(next)) continue;
      for (const folder of [present, old]) await mkdir(dirname(folder), { recursive: true });
      if (existsSync(present)) await rename(present, old);
      await rename(next, present);
    }
    await rm(note);
  }
  for (const folder of [restoringFolder(layout), replacedFolder(layout)])
    await rm(folder, { recursive: true, force: true });
}
