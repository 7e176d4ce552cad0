import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { serverMark } from './java.js';
import { type Layout, layoutOf } from './layout.js';
import { withLock } from './lock.js';
import { alive, runsWith, terminate } from './process.js';
import { answers } from './ready.js';
import { noteUsers, readRecord, type ServerRecord, writeRecord } from './record.js';

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

async function stopLive(layout: Layout, record: RunningRecord, stopped: boolean): Promise<void> {
  await terminate(record.pid);
  await writeRecord(layout.record, { ...record, pid: null, users: [], stays: false, stopped });
}

/** Who uses a server: a process that was killed has not left it. */
export const liveUsers = ({ users = [] }: ServerRecord): readonly number[] => users.filter(alive);

/** Has this process leave a server that it opened, and says whether that stopped it. */
export const leaveEmbedded = (layout: Layout, pid: number): Promise<boolean> =>
  withLock(layout.lock, async () => {
    const record = await recordOfLive(layout);
    if (record?.pid !== pid) return false;
    const users = [...liveUsers(record)];
    const ours = users.indexOf(process.pid);
    if (ours >= 0) users.splice(ours, 1);
    if (users.length === 0 && !record.stays) {
      await stopLive(layout, record, false);
      return true;
    }
    await noteUsers(layout.record, { ...record, users });
    return false;
  });

/**
 * The home's server when it runs and answers; one that is alive and stays silent, or can only say that it broke, is
 * ended. The caller holds the lock.
 */
export async function findRunning(layout: Layout): Promise<RunningRecord | null> {
  const record = await recordOfLive(layout);
  if (record === null) return null;
  if (await answers(record, ADOPT_LIMIT, () => !alive(record.pid))) return record;
  // The record keeps its process: nobody had it stopped, and who keeps it running is to go on.
  await terminate(record.pid);
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

/** Stops the home's server, whoever started it and uses it, and says whether there was one to stop. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const layout = layoutOf(home);
  if (!existsSync(layout.record)) return false;
  return withLock(layout.lock, async () => {
    const record = await recordOfLive(layout);
    if (record === null) return false;
    await stopLive(layout, record, true);
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
    if (record !== null) await stopLive(layout, record, true);
    await rm(layout.server, { recursive: true, force: true });
    return layout.server;
  });
}
