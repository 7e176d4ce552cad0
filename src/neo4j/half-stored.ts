import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Layout } from './layout.js';

/** Names the database that is being replaced; it is left behind where that was cut off. */
const noteOf = ({ server }: Layout): string => join(server, 'being-replaced');

/**
 * Runs `work`, which replaces an empty database by a new one. Where it fails or is killed nothing of the new one stays:
 * half a graph would look like a whole one, or keep the server from starting. The caller holds the lock.
 */
export async function replaceWhole(layout: Layout, database: string, work: () => Promise<void>): Promise<void> {
  const note = noteOf(layout);
  await mkdir(dirname(note), { recursive: true });
  await writeFile(note, database);
  try {
    await work();
  } catch (error) {
    await removeHalfStored(layout);
    throw error;
  }
  await rm(note);
}

/** Deletes what a replacement that was cut off has left. The caller holds the lock, and the server is stopped. */
export async function removeHalfStored(layout: Layout): Promise<void> {
  const note = noteOf(layout);
  if (!existsSync(note)) return;
  const database = await readFile(note, 'utf8');
  if (database !== '')
    for (const part of ['databases', 'transactions'])
      await rm(join(layout.data, part, database), { recursive: true, force: true });
  await rm(note);
}
