import { mkdir } from 'node:fs/promises';
import { inheritedEnvironment } from '../config.js';
import { UserFacingError } from '../core/errors.js';
import { adminTool } from './admin.js';
import { defaultMemory, writeConfiguration } from './configuration.js';
import { removeHalfStored, replaceWhole } from './half-stored.js';
import { resolveJars } from './jars.js';
import { layoutOf } from './layout.js';
import { withLock } from './lock.js';
import type { ProgressListener } from './progress.js';
import { requireJava } from './requirements.js';
import { findRunning } from './running.js';

/** How to run neo4j-admin on a home. */
export interface RunAdminOptions {
  /** Told of each line that it prints. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Told how far the jars are, where they have to be fetched. */
  readonly onProgress?: ProgressListener | undefined;
  /** The java heap, as `1g`, the default. */
  readonly heap?: string | undefined;
  /** The empty database that the command replaces: nothing of the new one stays where it fails or is killed. */
  readonly replaces?: string | undefined;
  /** The environment of `java` and `mvn`; ours by default. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
}

/**
 * Runs neo4j-admin with the configuration of a home's server, which must be stopped; nobody starts it meanwhile.
 * Rejects with a `UserFacingError` that holds the tool's last lines where it fails.
 */
export async function runAdmin(home: string, args: readonly string[], options: RunAdminOptions = {}): Promise<void> {
  const { heap = '1g', environment = inheritedEnvironment(), replaces, onLine, onProgress } = options;
  const layout = layoutOf(home);
  await mkdir(layout.home, { recursive: true });
  await withLock(layout.lock, async () => {
    if ((await findRunning(layout)) !== null)
      throw new UserFacingError(`The embedded database of ${layout.home} is running: stop it first.`);
    await requireJava(environment);
    await resolveJars(layout, environment, onProgress);
    await writeConfiguration(layout, { bolt: 7687, http: 7474 }, defaultMemory());
    await removeHalfStored(layout);
    const work = () => adminTool(layout, args, { heap, environment, onLine });
    await (replaces === undefined ? work() : replaceWhole(layout, replaces, work));
  });
}
