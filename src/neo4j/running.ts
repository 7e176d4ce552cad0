import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { serverMark } from './java.js';
import { type Layout, layoutOf } from './layout.js';
import { withLock } from './lock.js';
import { alive, runsWith, terminate } from './process.js';
import { answers } from './ready.js';
import { readRecord, type ServerRecord, writeRecord } from './record.js';

/** A record whose process is alive and is our server. */
export type RunningRecord = ServerRecord & { readonly pid: number };

/** `starting` is a live process that does not answer (yet). */
export interface EmbeddedStatus {
  readonly state: 'running' | 'starting' | 'stopped';
  /** Null where the home never had a server. */
  readonly record: ServerRecord | null;
}

const STATUS_LIMIT = 2_000;
// Someone who was killed while starting it leaves a server that will answer soon.
const ADOPT_LIMIT = 60_000;

/** The record where its process is alive and is this home's server; null for a stale process id. */
async function recordOfLive(layout: Layout): Promise<RunningRecord | null> {
  const record = await readRecord(layout.record);
  if (record === null || record.pid === null) return null;
  return (await runsWith(record.pid, serverMark(layout))) ? { ...record, pid: record.pid } : null;
}

async function stopLive(layout: Layout, record: RunningRecord): Promise<void> {
  await terminate(record.pid);
  await writeRecord(layout.record, { ...record, pid: null });
}

/**
 * The home's server when it runs and answers; one that is alive and stays silent, or can only say that it broke, is
 * ended. The caller holds the lock.
 */
export async function findRunning(layout: Layout): Promise<RunningRecord | null> {
  const record = await recordOfLive(layout);
  if (record === null) return null;
  if (await answers(record, ADOPT_LIMIT, () => !alive(record.pid))) return record;
  await stopLive(layout, record);
  return null;
}

/** Whether the home's server lives, answering or not. */
export const isAlive = async (layout: Layout): Promise<boolean> => (await recordOfLive(layout)) !== null;

/** What the home's server is doing; asks nothing of it but one query. */
export async function embeddedStatus(home: string): Promise<EmbeddedStatus> {
  const layout = layoutOf(home);
  const live = await recordOfLive(layout);
  if (live === null) return { state: 'stopped', record: await readRecord(layout.record) };
  return { state: (await answers(live, STATUS_LIMIT, () => !alive(live.pid))) ? 'running' : 'starting', record: live };
}

/**
 * Stops the home's server, whoever started it, and says whether there was one to stop. With `pid` only that
 * process is stopped: another may have been started since.
 */
export async function stopEmbedded(home: string, pid?: number): Promise<boolean> {
  const layout = layoutOf(home);
  if (!existsSync(layout.record)) return false;
  return withLock(layout.lock, async () => {
    const record = await recordOfLive(layout);
    if (record === null || (pid !== undefined && record.pid !== pid)) return false;
    await stopLive(layout, record);
    return true;
  });
}

/**
 * Stops the home's server and deletes its data and logs; returns the folder deleted, or null where there was
 * none. Jars and password stay.
 */
export async function resetEmbedded(home: string): Promise<string | null> {
  const layout = layoutOf(home);
  if (!existsSync(layout.server)) return null;
  return withLock(layout.lock, async () => {
    const record = await recordOfLive(layout);
    if (record !== null) await stopLive(layout, record);
    await rm(layout.server, { recursive: true, force: true });
    return layout.server;
  });
}
