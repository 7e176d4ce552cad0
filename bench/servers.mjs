import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';

/** What `npm start` runs. */
const START = JSON.parse(readFileSync('package.json', 'utf8')).scripts.start.split(' ').slice(1);
const KILL_AFTER = 30_000;
/** How much of what a process said is shown when it ends before it is ready. */
const SAID = 2_000;

/** Processes that were started, to be stopped together, the last one first. */
export class Processes {
  #running = [];

  /** Starts a script of Node's, in production, and waits until it says that it is ready. */
  async start(name, args, environment, ready) {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.push(child);
    let said = '';
    await new Promise((done, fail) => {
      const look = (chunk) => {
        said = (said + chunk).slice(-SAID);
        if (ready.test(said)) done();
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.once('exit', (code) => fail(new Error(`${name} ended with ${code}: ${said}`)));
    });
    return child;
  }

  /** Ends all of them, and waits for their ends. */
  async stop() {
    for (const child of this.#running.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const killing = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER);
      child.kill('SIGTERM');
      await once(child, 'exit');
      clearTimeout(killing);
    }
  }
}

/**
 * Starts `research-graph serve`: over the database of a home, which it starts, or over the one that `environment` names. No
 * limit on requests, and no kept answers unless `environment` says so. Gives its process and its origin.
 */
export async function serve(processes, environment) {
  const port = await getPort({ host: '127.0.0.1' });
  const child = await processes.start(
    'research-graph',
    START,
    {
      ...{ LOG_LEVEL: 'error', RATE_LIMIT: 'off', ANSWER_CACHE_MB: 'off' },
      ...environment,
      PORT: String(port),
    },
    /answers at/,
  );
  return { child, origin: `http://127.0.0.1:${port}` };
}

/** How the embedded database of a home that runs is reached, as the server's environment has it, and its process id. */
export function databaseOf(home) {
  const { boltUri, user, password, pid } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
  return { environment: { NEO4J_URI: boltUri, NEO4J_USER: user, NEO4J_PASSWORD: password }, pid };
}

/** Sets the peak of a process's memory back to what it holds now. */
export const resetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** The most memory of a process since then, in MB. */
export const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
