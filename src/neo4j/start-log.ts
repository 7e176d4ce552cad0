import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { UserFacingError } from '../core/errors.js';
import type { Layout } from './layout.js';

/** What is written during one start: by java itself, and by the server to the log that it keeps over starts. */
export interface StartLog {
  /** Emptied; to be given to java as its output. */
  readonly console: FileHandle;
  /** Whether the server has taken its ports: until then, whoever answers there is somebody else. */
  listening(): Promise<boolean>;
  /** Why the start failed, as far as the logs tell. */
  failure(): Promise<StartFailure>;
}

/** Either somebody else has the port, or something that the operator must look at. */
export interface StartFailure {
  readonly portTaken: boolean;
  readonly error: UserFacingError;
}

const LONGEST_LOG = 1_000_000;

async function textFrom(file: string, start: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null);
  return handle === null ? '' : text(handle.createReadStream({ start, end: start + LONGEST_LOG, encoding: 'utf8' }));
}

/** Begins to watch the logs of a start. */
export async function openStartLog({ logs }: Layout): Promise<StartLog> {
  const consoleFile = join(logs, 'console.log');
  const serverFile = join(logs, 'neo4j.log');
  const { size } = await stat(serverFile).catch(() => ({ size: 0 }));
  return {
    console: await open(consoleFile, 'w'),
    listening: async () => /INFO +Started\.$/m.test(await textFrom(serverFile, size)),
    failure: async () => {
      const lines = `${await textFrom(consoleFile, 0)}\n${await textFrom(serverFile, size)}`.split('\n');
      const reason =
        lines.findLast((line) => line.startsWith('Caused by: ')) ?? lines.findLast((line) => /error/i.test(line));
      const shown = reason?.replace(/^Caused by: (\S+: )?/, '').slice(0, 300) ?? 'it gave no reason';
      return {
        portTaken: lines.some((line) => /already in use/i.test(line)),
        error: new UserFacingError(`Neo4j did not start: ${shown} (the logs are in ${logs}).`),
      };
    },
  };
}
