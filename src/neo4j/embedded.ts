import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import folderSize from 'get-folder-size';
import { inheritedEnvironment } from '../config.js';
import { UserFacingError } from '../core/errors.js';
import { setInitialPassword } from './admin.js';
import { memoryFor, type Ports, writeConfiguration } from './configuration.js';
import { resolveJars } from './jars.js';
import { type Exit, type LaunchOptions, launch } from './launch.js';
import { layoutOf } from './layout.js';
import { withLock } from './lock.js';
import { gone } from './process.js';
import type { ProgressListener } from './progress.js';
import { noteUsers, readRecord, type ServerRecord, writeRecord } from './record.js';
import { requireJava, requireSpace } from './requirements.js';
import { tidy } from './run-admin.js';
import { findRunning, leaveEmbedded, liveUsers } from './running.js';

/** How to start the embedded server. */
export interface EmbeddedOptions {
  /** The folder where jars, data, logs and `neo4j.json` live. */
  readonly home: string;
  readonly onProgress?: ProgressListener | undefined;
  /** The java heap, as `1g`; by default what the machine allows. */
  readonly heap?: string | undefined;
  /** The memory for the cached graph, as `512m`; by default what the store takes and the machine allows. */
  readonly pageCache?: string | undefined;
  /** The environment of `java` and `mvn`; ours by default. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
  /** Whether it is to run on when nobody uses it. */
  readonly stays?: boolean | undefined;
  /** Which ports to try, given those of the last start; by default the same again, or free ones. */
  readonly choosePorts?: ((last: Ports) => Promise<Ports>) | undefined;
}

/** A server that answers. */
export interface EmbeddedServer {
  readonly boltUri: string;
  readonly httpUri: string;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  /** Whether it was already running. */
  readonly reused: boolean;
  /** Resolves when the process is gone, for whatever reason. */
  readonly exited: Promise<Exit>;
  /**
   * Leaves it; where nobody else uses it, and it was not started to stay, it is stopped, and gone when this resolves. So
   * whoever happened to start it does not take it from the others.
   */
  stop(): Promise<void>;
}

const SPACE = 200;
const WATCH_PAUSE = 500;

const newRecord = (): ServerRecord => ({
  boltUri: 'bolt://127.0.0.1:7687',
  httpUri: 'http://127.0.0.1:7474',
  user: 'neo4j',
  // Hexadecimal: neo4j-admin would read a password that starts with a dash as an option.
  password: randomBytes(24).toString('hex'),
  pid: null,
});

/** Jars, record and password: all that the first start needs and later ones find. */
async function prepare({ layout, memory, environment, onProgress }: LaunchOptions): Promise<ServerRecord> {
  await requireJava(environment);
  await resolveJars(layout, environment, onProgress);
  await requireSpace(layout.home, SPACE, 'The embedded database');
  const known = await readRecord(layout.record);
  const firstStart = !existsSync(join(layout.data, 'databases', 'system'));
  if (known === null && !firstStart)
    throw new UserFacingError(
      `${layout.data} holds a database, and ${layout.record} with its password is gone: put that file back, or delete the data with \`research-graph db reset\`.`,
    );
  const record = known ?? newRecord();
  if (firstStart) {
    await writeRecord(layout.record, record);
    await writeConfiguration(layout, { bolt: 7687, http: 7474 }, memory);
    await setInitialPassword(layout, record.password, { heap: '256m', environment });
  }
  return record;
}

/**
 * Starts the embedded Neo4j of a home, or finds it running. Any number of processes may call this at once for one
 * home: one starts the server, the others reuse it. Throws `UserFacingError` where java, mvn, disk space or ports
 * are missing.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const layout = layoutOf(options.home);
  await mkdir(layout.home, { recursive: true });
  return withLock(layout.lock, async () => {
    const running = await findRunning(layout);
    if (running !== null) {
      // One of a program that did not count its users is not for us to stop.
      const stays = running.stays || options.stays || running.users === undefined;
      await noteUsers(layout.record, { ...running, users: [...liveUsers(running), process.pid], stays });
      const exited = gone(running.pid, undefined, WATCH_PAUSE).then((): Exit => ({ code: null, signal: null }));
      return { ...running, reused: true, exited, stop: async () => void (await leaveEmbedded(layout, running.pid)) };
    }
    await tidy(layout);
    const { heap, pageCache } = options;
    const launchOptions: LaunchOptions = {
      layout,
      memory: memoryFor({ heap, pageCache }, await folderSize.loose(join(layout.data, 'databases'))),
      environment: options.environment ?? inheritedEnvironment(),
      onProgress: options.onProgress,
      choosePorts: options.choosePorts,
    };
    const known = await prepare(launchOptions);
    // One that was to stay is to stay after a crash, too.
    const stays = known.stays || options.stays;
    const ours = { ...known, users: [process.pid], stays, stopped: false };
    const { record, exited, hold } = await launch(launchOptions, ours);
    const stop = async () => {
      if (!(await leaveEmbedded(layout, record.pid))) return;
      hold();
      await exited;
    };
    return { ...record, reused: false, exited, stop };
  });
}
