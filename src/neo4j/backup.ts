import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserFacingError } from '../core/errors.js';
import { installRestored, restoringFolder } from './restored.js';
import { type Admin, type AdminOptions, withAdmin } from './run-admin.js';

/** What is backed up, and how it is told. */
export interface BackupOptions extends AdminOptions {
  readonly home: string;
  /** The database's name in the home's server. */
  readonly database: string;
}

/** Rejects where neo4j-admin does not know the archive of the database in a folder; what is in it is read by a restore alone. */
const checkArchive = (admin: Admin, folder: string, database: string): Promise<void> =>
  admin(['database', 'load', '--info', `--from-path=${folder}`, database]);

/**
 * Writes the database of a home into a file, which is there whole or not at all. Throws UserFacingError where its server
 * runs, or where something has that name already.
 * @returns the file's size in bytes
 */
export async function backup(path: string, { home, database, ...options }: BackupOptions): Promise<number> {
  const file = resolve(path);
  if (existsSync(file)) throw new UserFacingError(`${file} is there already: give the backup a name of its own.`);
  return withAdmin(home, options, async (admin, { data }) => {
    if (!existsSync(join(data, 'databases', database)))
      throw new UserFacingError(`There is nothing to back up: ${home} holds no database.`);
    await mkdir(dirname(file), { recursive: true });
    // On the same disk, so that it gets its name in one step.
    const folder = await mkdtemp(`${file}.partial-`);
    try {
      await admin(['database', 'dump', `--to-path=${folder}`, database]);
      await checkArchive(admin, folder, database);
      const archive = await open(join(folder, `${database}.dump`));
      await archive.sync().finally(() => archive.close());
      await rename(join(folder, `${database}.dump`), file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return (await stat(file)).size;
  });
}

/**
 * Puts what a backup holds in the place of a home's database. The old one is given up when the new one is complete on
 * the disk, not before: where the file is damaged, or the disk too small for both, nothing has changed. Throws
 * UserFacingError then, and where the server runs.
 */
export async function restore(path: string, { home, database, ...options }: BackupOptions): Promise<void> {
  const file = resolve(path);
  if (!(await stat(file).catch(() => null))?.isFile()) throw new UserFacingError(`There is no file ${file}.`);
  await withAdmin(home, options, async (admin, layout) => {
    const folder = restoringFolder(layout);
    await mkdir(folder, { recursive: true });
    try {
      await symlink(file, join(folder, `${database}.dump`));
      await writeFile(join(folder, 'restoring.conf'), `server.directories.data=${folder}\n`);
      const from = [`--from-path=${folder}`, `--additional-config=${join(folder, 'restoring.conf')}`];
      await admin(['database', 'load', ...from, database]);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      if (!(error instanceof UserFacingError)) throw error;
      throw new UserFacingError(`${file} could not be restored, and nothing was changed. ${error.message}`);
    }
    await installRestored(layout, database);
  });
}
