import { type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort, { clearLockedPorts } from 'get-port';
import { UserFacingError } from '../core/errors.js';
import { type Memory, type Ports, writeConfiguration } from './configuration.js';
import { javaArguments, serverArguments } from './java.js';
import type { Layout } from './layout.js';
import { terminate } from './process.js';
import type { ProgressListener } from './progress.js';
import { answers } from './ready.js';
import { type ServerRecord, writeRecord } from './record.js';
import { openStartLog, type StartLog } from './start-log.js';

/** How the java process ended: `code` is null where a signal ended it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a start needs. */
export interface LaunchOptions {
  readonly layout: Layout;
  readonly memory: Memory;
  readonly environment: NodeJS.ProcessEnv;
  readonly onProgress?: ProgressListener | undefined;
  /** Which ports to try, given those of the last start. */
  readonly choosePorts?: ((last: Ports) => Promise<Ports>) | undefined;
}

/** A server that answers. */
export interface Launched {
  readonly record: ServerRecord & { readonly pid: number };
  readonly exited: Promise<Exit>;
  /** Keeps our own process alive until the server is gone; without it we may end and leave it running. */
  readonly hold: () => void;
}

const HOST = '127.0.0.1';
const ATTEMPTS = 5;
const PAUSE = 100;
// After a crash the server first replays its transaction log.
const START_LIMIT = 5 * 60_000;

const portOf = (uri: string): number => Number(new URL(uri).port);

/** The last start's ports where they are still free, so that clients find the server again; else any free ones. */
export async function freePorts(last: Ports): Promise<Ports> {
  clearLockedPorts();
  return {
    bolt: await getPort({ host: HOST, port: last.bolt }),
    http: await getPort({ host: HOST, port: last.http }),
  };
}

interface Spawned {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly dead: () => boolean;
  readonly hold: () => void;
}

async function spawnServer({ layout, memory, environment }: LaunchOptions, log: StartLog): Promise<Spawned> {
  const args = [
    ...javaArguments(layout, memory.heap, 'org.neo4j.server.CommunityEntryPoint'),
    ...serverArguments(layout),
  ];
  try {
    // A process group of its own: Ctrl-C on our terminal is for us to handle.
    const stdio: StdioOptions = ['ignore', log.console.fd, log.console.fd];
    const child = spawn('java', args, { detached: true, env: environment, stdio });
    const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    await once(child, 'spawn');
    child.unref();
    return {
      pid: child.pid as number,
      exited,
      dead: () => child.exitCode !== null || child.signalCode !== null,
      hold: () => child.ref(),
    };
  } finally {
    await log.console.close();
  }
}

/** Starts java and resolves when the server answers; other ports are tried where one was taken meanwhile. */
export async function launch(options: LaunchOptions, last: ServerRecord): Promise<Launched> {
  const { layout, choosePorts = freePorts } = options;
  const lastPorts = { bolt: portOf(last.boltUri), http: portOf(last.httpUri) };
  options.onProgress?.({ text: 'Starting Neo4j' });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const ports = await choosePorts(lastPorts);
    await writeConfiguration(layout, ports, options.memory);
    const log = await openStartLog(layout);
    const { pid, exited, dead, hold } = await spawnServer(options, log);
    const record = { ...last, boltUri: `bolt://${HOST}:${ports.bolt}`, httpUri: `http://${HOST}:${ports.http}`, pid };
    const end = Date.now() + START_LIMIT;
    try {
      await writeRecord(layout.record, record);
      while (!dead() && Date.now() < end && !(await log.listening())) await sleep(PAUSE);
      if (!dead() && (await answers(record, end - Date.now(), dead))) return { record, exited, hold };
    } catch (error) {
      await terminate(pid);
      throw error;
    }
    await terminate(pid);
    const { portTaken, error } = await log.failure();
    if (!portTaken) throw error;
  }
  throw new UserFacingError(
    `Every port that the embedded database tried on ${HOST} was taken by another program; try again, or set NEO4J_URI to a Neo4j of your own.`,
  );
}
