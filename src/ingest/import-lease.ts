import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../core/database.js';
import { UserFacingError } from '../core/errors.js';
import { write } from '../core/queries.js';

/** An import that writes, or wants to. */
interface Holder {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
  /** ISO 8601. */
  readonly since: string;
}

const take = write<Holder & { seconds: number; dead: readonly string[] }, Holder & { readonly endsIn: number }>(
  'ingest.take-lease',
);
const end = write<{ token: string }>('ingest.end-lease');

/** How long an import that is not heard of keeps its right, in seconds; it is renewed three times in that. */
const LEASE_SECONDS = 60;

/**
 * Runs `work` while no other import writes into the same graph. The right lapses when its holder is not heard of for
 * `seconds`, and at once where the holder ran on this machine and is gone.
 *
 * Throws UserFacingError, which names the holder, where another import has the right; and, when `work` is done, where it
 * was lost meanwhile. Two imports that write at once do each other no harm, chunks wait for each other; the lease is for
 * the people who started them.
 */
export async function withImportLease<Result>(
  database: Database,
  work: () => Promise<Result>,
  seconds = LEASE_SECONDS,
): Promise<Result> {
  const own: Holder = { token: randomUUID(), host: hostname(), pid: process.pid, since: new Date().toISOString() };
  const ask = async (dead: readonly string[]) => {
    const [holder] = await database.write((transaction) => transaction.run(take, { ...own, seconds, dead }));
    if (holder === undefined) throw new TypeError('ingest.take-lease returned no row');
    return holder;
  };
  let holder = await ask([]);
  if (holder.token !== own.token && isGone(holder)) holder = await ask([holder.token]);
  if (holder.token !== own.token) throw new UserFacingError(refusal(holder));

  let lostTo: Holder | null = null;
  const renewal = setInterval(
    () =>
      // A database that is away for a moment is the import's own matter: its next chunk says so.
      ask([]).then(
        (present) => {
          if (present.token !== own.token) lostTo = present;
        },
        () => undefined,
      ),
    (seconds * 1_000) / 3,
  ).unref();
  try {
    const result = await work();
    if (lostTo !== null) throw new UserFacingError(loss(lostTo));
    return result;
  } finally {
    clearInterval(renewal);
    // The database may be what failed: then the lease lapses by itself.
    await database.write((transaction) => transaction.run(end, { token: own.token })).catch(() => undefined);
  }
}

/** Whether the holder ran on this machine and is no more. */
function isGone({ host, pid }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const nameOf = ({ pid, host, since }: Holder): string => `process ${pid} on ${host}, since ${since}`;

const refusal = (holder: Holder & { readonly endsIn: number }): string =>
  `Another import is writing into this graph: ${nameOf(holder)}. Wait until it is done; ` +
  `if it died, its hold ends by itself in ${Math.max(1, Math.ceil(holder.endsIn))} s.`;

const loss = (holder: Holder): string =>
  `This import was not heard of for too long, and another has begun meanwhile: ${nameOf(holder)}. ` +
  'What was written is whole; import the same files again when the other is done.';
