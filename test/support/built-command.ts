import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Builds the command line from the present source; type errors are left to the type check. */
export async function build(): Promise<void> {
  await execute('npx', ['tsc', '-p', 'tsconfig.build.json', '--noCheck']);
}

/** Builds the page where it has changed since it was built. */
export async function buildPage(): Promise<void> {
  await execute('node', ['web/build.js']);
}

/** Runs `research-graph` with no database of the user's own in its environment; rejects where it fails. */
export async function researchGraph(home: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute('node', ['dist/main.js', ...args], {
    env: { ...process.env, NEO4J_URI: '', RESEARCH_GRAPH_HOME: home, NEO4J_HEAP: '512m', NEO4J_PAGECACHE: '128m' },
  });
  return stdout;
}
