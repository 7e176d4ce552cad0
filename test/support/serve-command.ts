import { spawn } from 'node:child_process';
import { once } from 'node:events';
import getPort from 'get-port';

/** `research-graph serve`, as it was built, over the test run's own Neo4j. */
export interface ServeCommand {
  readonly address: string;
  readonly pid: number;
  /** What it wrote so far. */
  readonly printed: string;
  /** Tells it to stop as an operator does; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Where a server must keep its word on time: the limits that it has unless told otherwise. */
export const PROMPT = { STATEMENT_TIMEOUT_MS: '4000', REQUEST_DEADLINE_MS: '4500' } as const;

/** The environment of a command that is to work on the test graph. */
export const commandEnvironment = (home: string, variables: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  NEO4J_URI: process.env.TEST_NEO4J_URI,
  NEO4J_PASSWORD: process.env.TEST_NEO4J_PASSWORD,
  RESEARCH_GRAPH_HOME: home,
  LOG_LEVEL: 'info',
  // What a busy machine takes to plan a statement must not fail a test.
  STATEMENT_TIMEOUT_MS: '60000',
  REQUEST_DEADLINE_MS: '60000',
  ...variables,
});

/** Starts it on a free port; rejects with what it wrote where it ends instead. */
export async function startServe(
  home: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<ServeCommand> {
  const PORT = String(await getPort());
  const server = spawn('node', ['dist/main.js', 'serve'], { env: commandEnvironment(home, { PORT, ...variables }) });
  let printed = '';
  const answering = new Promise<void>((resolve, reject) => {
    const add = (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('Ctrl-C stops it.\n') && /log in.*\n/.test(printed)) resolve();
    };
    server.stderr.on('data', add);
    server.stdout.on('data', add);
    server.once('exit', () => reject(new Error(printed)));
  });
  await answering;
  return {
    address: `http://127.0.0.1:${PORT}`,
    pid: server.pid as number,
    get printed() {
      return printed;
    },
    async stop() {
      server.kill('SIGTERM');
      const [code] = (await once(server, 'exit')) as [number | null];
      return code;
    },
  };
}
