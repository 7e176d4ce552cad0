import { lock } from 'proper-lockfile';
import { UserFacingError } from '../core/errors.js';

const STALE_AFTER = 5_000;
const PAUSE = 250;
const LONGEST_WAIT = 15 * 60_000;

/**
 * Runs `work` while no other process works on the same file. The lock of a holder that died is taken over
 * after five seconds.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const release = await lock(file, {
    lockfilePath: file,
    realpath: false,
    stale: STALE_AFTER,
    update: STALE_AFTER / 2,
    retries: { retries: LONGEST_WAIT / PAUSE, minTimeout: PAUSE, maxTimeout: PAUSE },
    // A process that was suspended finds its lock taken over: Neo4j's own store lock still guards the data.
    onCompromised: () => undefined,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
    throw new UserFacingError(
      `Another process has been working on the embedded database for too long; end it and try again (${file}).`,
    );
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}
