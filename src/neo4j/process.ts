import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How to run a command to its end. */
export interface RunOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Told of each line on either stream. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Milliseconds after which the command is killed. */
  readonly timeout?: number | undefined;
}

/** How a command ended: `code` is null where a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly lastLines: readonly string[];
}

const KEPT_LINES = 20;
const POLL = 25;
const STOP_LIMIT = 30_000;

/** Runs a command and keeps its last lines; rejects where it cannot be started at all. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
    });
    const lastLines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        if (line.trim() === '') return;
        lastLines.push(line);
        if (lastLines.length > KEPT_LINES) lastLines.shift();
        options.onLine?.(line);
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, lastLines }));
  });
}

/** The command line of a process, or an empty text where there is none that we may read. */
async function commandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    // Systems without /proc have ps.
    return promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).then(
      ({ stdout }) => stdout,
      () => '',
    );
  }
}

/** Whether `pid` is a live process whose command line holds `mark`: process ids are used again by others. */
export const runsWith = async (pid: number, mark: string): Promise<boolean> =>
  `${await commandLine(pid)} `.includes(`${mark} `);

/** Whether there is such a process, whatever it runs. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    // An orphan in a container may stay a zombie, for want of an init process that collects it.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Resolves when the process is gone (true), or when `limit` milliseconds have passed (false). */
export async function gone(pid: number, limit = Number.POSITIVE_INFINITY, poll = POLL): Promise<boolean> {
  const end = Date.now() + limit;
  while (alive(pid)) {
    if (Date.now() > end) return false;
    await sleep(poll, undefined, { ref: Number.isFinite(limit) });
  }
  return true;
}

/** Asks the process to end, waits, and kills it when it takes longer than 30 s. */
export async function terminate(pid: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await gone(pid, STOP_LIMIT)) return;
  }
  throw new Error(`The process ${pid} cannot be ended`);
}
