import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { UserFacingError } from '../../core/errors.js';

const STALE_AFTER = 5_000;
const PAUSE = 250;

/** A folder of downloaded answers. Whatever ends a download, it holds whole files only. */
export class DownloadFolder {
  constructor(readonly path: string) {}

  /** Null where there is no such file. */
  async read(name: string): Promise<Buffer | null> {
    return readFile(join(this.path, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new UserFacingError(`${join(this.path, name)} cannot be read: ${error.message}.`);
    });
  }

  /** Written under another name, which `import` passes over, and renamed when it is on the disk. */
  async write(name: string, body: Buffer): Promise<void> {
    const file = join(this.path, name);
    const partial = join(dirname(file), '.partial');
    try {
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(partial, 'w');
      try {
        await handle.writeFile(body);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(partial, file);
    } catch (error) {
      throw new UserFacingError(`${file} cannot be written: ${(error as Error).message}.`);
    }
  }

  /** Runs `work` while no other process downloads into this folder. A killed holder's lock ends after five seconds. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    await mkdir(this.path, { recursive: true }).catch((error: Error) => {
      throw new UserFacingError(`${this.path} cannot be made: ${error.message}. Name another folder with --out.`);
    });
    const release = await lock(this.path, {
      lockfilePath: join(this.path, '.lock'),
      stale: STALE_AFTER,
      update: STALE_AFTER / 2,
      retries: { retries: (1.5 * STALE_AFTER) / PAUSE, minTimeout: PAUSE, maxTimeout: PAUSE },
      onCompromised: () => undefined,
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ELOCKED') throw error;
      throw new UserFacingError(`Another process downloads into ${this.path}: wait for it, or end it and try again.`);
    });
    try {
      return await work();
    } finally {
      await release().catch(() => undefined);
    }
  }
}
