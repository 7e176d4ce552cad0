import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A `research-graph` that runs in a process of its own. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** The exit code; null where a signal ended it. */
  readonly end: Promise<number | null>;
  /** All that it printed so far, on both streams. */
  said(): string;
}

/** Starts `research-graph` with these variables in its environment, beside those of the test. */
export function startCommand(args: readonly string[], environment: NodeJS.ProcessEnv): RunningCommand {
  let said = '';
  const child = spawn('node', ['dist/main.js', ...args], { env: { ...process.env, ...environment } });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  return { process: child, end: once(child, 'close').then(([code]) => code), said: () => said };
}

/** Starts an online import; its file of rejects goes into `folder`. */
export const startImport = (path: string, folder: string, environment: NodeJS.ProcessEnv): RunningCommand =>
  startCommand(['import', path, '--mode', 'online', '--json', '--rejects', join(folder, 'rejects.jsonl')], environment);
