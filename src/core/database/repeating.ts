import pRetry from 'p-retry';
import { inTime } from '../in-time.js';
import { isOvertaken, mayRepeat } from './failures.js';

/** When a read is sent again, and how long somebody waits for it. */
interface Patience {
  /** Whether the connection of the last attempt was given up. */
  readonly wasDropped: () => boolean;
  readonly signal?: AbortSignal | undefined;
  /** But for the second, no attempt begins so many milliseconds after the first. */
  readonly limit: number;
}

/** The commit of a large chunk takes a while: after 20, 60, 180 and 540 ms. */
const PAUSES = { retries: 4, minTimeout: 20, factor: 3 };

/**
 * What an attempt at a read gives, made again at once where it failed in a way that is safe to repeat or its connection was
 * given up, and then a few times more while writers overtake it. Throws what the last one threw; UNAVAILABLE when `signal`
 * is aborted.
 */
export async function repeating<Result>(
  attempt: () => Promise<Result>,
  { wasDropped, signal, limit }: Patience,
): Promise<Result> {
  const begun = performance.now();
  try {
    return await attempt();
  } catch (error) {
    if (signal?.aborted || !(wasDropped() || mayRepeat(error))) throw error;
  }
  const shouldRetry = ({ error }: { readonly error: Error }): boolean => isOvertaken(error);
  const maxRetryTime = Math.max(0, begun + limit - performance.now());
  return inTime(pRetry(attempt, { ...PAUSES, maxRetryTime, signal, shouldRetry }), { signals: [signal] });
}
