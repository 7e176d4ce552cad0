import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFacingError } from '../core/errors.js';
import { javaArguments } from './java.js';
import type { Layout } from './layout.js';
import { run } from './process.js';

const ADMIN = 'org.neo4j.cli.AdminTool';
const SHOWN_LINES = 5;

/** How to run neo4j-admin. */
export interface AdminOptions {
  /** Told of each line that it prints. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** The java heap, as `1g`. */
  readonly heap: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Runs neo4j-admin on a stopped server whose configuration is written; rejects with its last lines. */
export async function adminTool(layout: Layout, args: readonly string[], options: AdminOptions): Promise<void> {
  const { code, lastLines } = await run('java', [...javaArguments(layout, options.heap, ADMIN), ...args], {
    // The tool reads its folders from these two alone.
    environment: { ...options.environment, NEO4J_HOME: layout.server, NEO4J_CONF: layout.confFolder },
    onLine: options.onLine,
  });
  if (code !== 0)
    throw new UserFacingError(
      `neo4j-admin ${args.slice(0, 2).join(' ')} failed: ${lastLines.slice(-SHOWN_LINES).join(' | ')}`,
    );
}

/** Sets the password of the user `neo4j`; works before the server's first start only. */
export async function setInitialPassword(layout: Layout, password: string, options: AdminOptions): Promise<void> {
  // By a file, since a process list shows arguments to every user of the machine.
  const file = join(layout.confFolder, 'initial-password.args');
  await writeFile(file, `dbms\nset-initial-password\n${password}\n`, { mode: 0o600 });
  try {
    await adminTool(layout, [`@${file}`], options);
  } finally {
    await rm(file, { force: true });
  }
}
