import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { EmbeddedServer } from './embedded.js';
import { layoutOf } from './layout.js';
import { withLock } from './lock.js';
import { readRecord } from './record.js';

/** How a server is kept running. */
export interface KeepOptions {
  readonly home: string;
  /** Starts the home's server, or finds that somebody else did. */
  readonly start: () => Promise<EmbeddedServer>;
  /** Told when it runs again; its address may be another. */
  readonly onStart: (server: EmbeddedServer) => void;
  readonly log: Logger;
}

/** Looks after an embedded server. */
export interface Keeper {
  /** Resolves with a sentence where it will not be started again: somebody stopped it, or it does not start. */
  readonly ended: Promise<string>;
  /** Starts it anew although it runs, since it can do nothing any more. */
  restart(): void;
  /** Lets go of it, and leaves what was started here. */
  stop(): Promise<void>;
}

/** Pauses before it is started again, in milliseconds: the first at once, the last as often as `ATTEMPTS` allow. */
const PAUSES = [0, 1_000, 2_000, 5_000, 10_000];
/** Starts in a row, some three minutes, until it is given up. */
const ATTEMPTS = 20;
/** One that ran so long had started well. */
const WELL_AFTER = 60_000;

/** Starts an embedded server again whenever it ends without having been stopped by one of our commands. */
export function keepRunning(first: EmbeddedServer, { home, start, onStart, log }: KeepOptions): Keeper {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  let restart: () => void = () => {};
  let server = first;

  /** Tries until it runs, and says how often it was tried by now; null where that was in vain. */
  const startAgain = async (attempts: number): Promise<number | null> => {
    for (let attempt = attempts; attempt < ATTEMPTS && !stopping.signal.aborted; attempt++) {
      await sleep(PAUSES[attempt] ?? PAUSES.at(-1), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return null;
      try {
        const former = server;
        server = await start();
        // The first is left by whoever opened it.
        if (former !== first) await former.stop();
        return attempt + 1;
      } catch (err) {
        log.error({ err, attempt: attempt + 1 }, 'The embedded Neo4j could not be started');
      }
    }
    return null;
  };

  const keep = async (): Promise<string> => {
    for (let attempts = 0; ; ) {
      const [since, { pid }] = [Date.now(), server];
      const broken = new Promise<'broken'>((resolve) => {
        restart = () => resolve('broken');
      });
      const how = await Promise.race([server.exited.then(() => 'ended' as const), broken, stopped]);
      if (how === undefined) return '';
      if (await wasStopped(home, log)) return 'The embedded Neo4j was stopped. Stopping.';
      log.error({ pid }, `The embedded Neo4j ${how === 'ended' ? 'ended' : 'is broken'}: it is started again`);
      const begun = Date.now();
      const tried = await startAgain(begun - since > WELL_AFTER ? 0 : attempts);
      if (tried === null) return `The embedded Neo4j could not be started again. Stopping.`;
      attempts = tried;
      log.warn({ pid: server.pid, seconds: (Date.now() - begun) / 1_000 }, 'The embedded Neo4j runs again');
      onStart(server);
    }
  };

  const kept = keep();
  return {
    ended: kept,
    restart: () => restart(),
    async stop() {
      stopping.abort();
      await kept;
      if (server !== first) await server.stop();
    },
  };
}

/** Whether one of our commands stopped it, and nobody has started it since. */
async function wasStopped(home: string, log: Logger): Promise<boolean> {
  const { lock, record } = layoutOf(home);
  try {
    return await withLock(lock, async () => (await readRecord(record))?.stopped === true);
  } catch (err) {
    log.error({ err }, 'Whether the embedded Neo4j was stopped cannot be read');
    return false;
  }
}
