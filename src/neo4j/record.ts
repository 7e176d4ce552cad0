import { readFile, rename, writeFile } from 'node:fs/promises';
import { UserFacingError } from '../core/errors.js';

/** What `neo4j.json` tells those who want to reach the embedded server. */
export interface ServerRecord {
  readonly boltUri: string;
  readonly httpUri: string;
  readonly user: string;
  readonly password: string;
  /** The java process; null while stopped. It may have died since. */
  readonly pid: number | null;
  /** Processes that use it, one as often as it opened it; the last to leave stops it. */
  readonly users?: readonly number[];
  /** Whether it was started to run on when nobody uses it. */
  readonly stays?: boolean;
  /** Whether a command stopped it, so that nobody is to start it again. */
  readonly stopped?: boolean;
}

const isRecord = (value: unknown): value is ServerRecord => {
  const record = (value ?? {}) as Partial<Record<keyof ServerRecord, unknown>>;
  const { boltUri, httpUri, user, password, pid, users = [], stays = false, stopped = false } = record;
  return (
    [boltUri, httpUri, user, password].every((text) => typeof text === 'string') &&
    (pid === null || Number.isSafeInteger(pid)) &&
    Array.isArray(users) &&
    users.every(Number.isSafeInteger) &&
    [stays, stopped].every((flag) => typeof flag === 'boolean')
  );
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads the record, or null where there is none; throws where it is damaged. */
export async function readRecord(file: string): Promise<ServerRecord | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const record = parse(text);
  if (!isRecord(record))
    throw new UserFacingError(
      `${file} is damaged: restore it, or stop the java process of that folder and delete the folder.`,
    );
  return record;
}

/** Replaces the record in one step, readable by its owner alone. */
export async function writeRecord(file: string, record: ServerRecord): Promise<void> {
  const next = `${file}.next`;
  await writeFile(next, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  await rename(next, file);
}

/** Notes who uses a server; where the disk is full that must keep nobody from using it, or from leaving it. */
export const noteUsers = (file: string, record: ServerRecord): Promise<void> =>
  writeRecord(file, record).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC') throw error;
  });
