import { mkdir } from 'node:fs/promises';
import { inheritedEnvironment } from '../config.js';
import { UserFacingError } from '../core/errors.js';
import { adminTool } from './admin.js';
import { memoryFor, writeConfiguration } from './configuration.js';
import { removeHalfStored, replaceWhole } from './half-stored.js';
import { resolveJars } from './jars.js';
import { type Layout, layoutOf } from './layout.js';
import { withLock } from './lock.js';
import type { ProgressListener } from './progress.js';
import { requireJava } from './requirements.js';
import { finishRestore } from './restored.js';
import { isAlive } from './running.js';

/** How to run neo4j-admin on a home. */
export interface AdminOptions {
  /** Told of each line that it prints. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Told how far the jars are, where they have to be fetched. */
  readonly onProgress?: ProgressListener | undefined;
  /** The java heap, as `1g`, the default. */
  readonly heap?: string | undefined;
  /** The environment of `java` and `mvn`; ours by default. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
}

export interface RunAdminOptions extends AdminOptions {
  /** The empty database that the command replaces: nothing of the new one stays where it fails or is killed. */
  readonly replaces?: string | undefined;
}

/** Runs neo4j-admin; rejects with a `UserFacingError` that holds the tool's last lines where it fails. */
export type Admin = (args: readonly string[]) => Promise<void>;

/**
 * Runs `work` with neo4j-admin and the configuration of a home's server, which must be stopped; nobody starts it
 * meanwhile.
 */
export async function withAdmin<Result>(
  home: string,
  { heap = '1g', environment = inheritedEnvironment(), onLine, onProgress }: AdminOptions,
  work: (admin: Admin, layout: Layout) => Promise<Result>,
): Promise<Result> {
  const layout = layoutOf(home);
  await mkdir(layout.home, { recursive: true });
  return withLock(layout.lock, async () => {
    if (await isAlive(layout))
      throw new UserFacingError(`The embedded database of ${layout.home} is running: stop it first.`);
    await requireJava(environment);
    await resolveJars(layout, environment, onProgress);
    await writeConfiguration(layout, { bolt: 7687, http: 7474 }, memoryFor({}, 0));
    await tidy(layout);
    return work((args) => adminTool(layout, args, { heap, environment, onLine }), layout);
  });
}

/** Runs neo4j-admin once with the configuration of a home's server, which must be stopped; nobody starts it meanwhile. */
export const runAdmin = (
  home: string,
  args: readonly string[],
  { replaces, ...options }: RunAdminOptions = {},
): Promise<void> =>
  withAdmin(home, options, (admin, layout) =>
    replaces === undefined ? admin(args) : replaceWhole(layout, replaces, () => admin(args)),
  );

/** Ends what a command that was killed has left. The caller holds the lock, and the server is stopped. */
export async function tidy(layout: Layout): Promise<void> {
  await removeHalfStored(layout);
  await finishRestore(layout);
}
