import { once } from 'node:events';
import { Command } from 'commander';
import type { Logger } from 'pino';
import { startApp } from '../app.js';
import { type Config, readConfig } from '../config.js';
import { UserFacingError } from '../core/errors.js';
import { storeVerdicts } from '../identity/verdicts.js';
import { loadDemoWhereEmpty } from '../ingest/demo.js';
import { startEmbedded } from '../neo4j/embedded.js';
import { type Keeper, keepRunning } from '../neo4j/keep-running.js';
import { createLog } from '../observe/log.js';
import { type OpenGraph, openGraph } from '../open-graph.js';
import { progressDisplay } from './progress.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function serve(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  let stopped = false;
  const stopRequest = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {
    stopped = true;
  });
  const progress = progressDisplay();
  const graph = await openGraph(config, progress.show).finally(progress.end);
  const keeper = keeperOf(graph, config, log);
  try {
    if (stopped) return;
    const demo = await loadDemoWhereEmpty(graph.database, config.maxAuthors);
    if (demo !== null) await storeVerdicts(graph.database, { maxAuthors: config.maxAuthors });
    if (demo) say(`The graph was empty: it now holds the demo graph of ${demo.kinds.work.created} works.`);
    const app = await startApp(graph, config, log);
    say(`research-graph answers at ${app.address}, its API at ${app.address}/graphql. Ctrl-C stops it.`);
    say(loginLine(config, app.address));
    if (config.warmUp) void app.warmUp().then((answered) => log.debug({ answered }, 'The first questions are planned'));
    app.heartbeat.onChange((pulse) => {
      if (pulse === 'well') return log.info('The database answers again');
      log.error({ pulse }, 'The database does not answer; until it does requests are answered with UNAVAILABLE');
    });
    app.heartbeat.onBroken(() => keeper?.restart());
    const reason = await Promise.race([stopRequest, keeper?.ended ?? stopRequest]);
    say(reason ?? 'Stopping.');
    await app.close();
    if (reason) throw new UserFacingError('Start the server again; the logs of Neo4j are in its home.');
  } finally {
    await keeper?.stop();
    await graph.close();
  }
}

/** Has the embedded Neo4j started again whenever it ends; null where the database is not ours. */
function keeperOf({ embedded, database }: OpenGraph, { home, embeddedMemory }: Config, log: Logger): Keeper | null {
  if (embedded === null) return null;
  const start = () => startEmbedded({ home, ...embeddedMemory });
  return keepRunning(embedded, {
    ...{ home, start, log },
    onStart: ({ boltUri }) => {
      if (boltUri !== embedded.boltUri) database.moveTo(boltUri);
    },
  });
}

/** How people log in, in one line. */
function loginLine({ login }: Config, address: string): string {
  if (login === null) return 'Nobody can log in: set AUTH_ISSUER and AUTH_AUDIENCE for that.';
  if (login !== 'development') return `People log in by ${login.url}.`;
  return `Anybody on this machine can log in as anybody, by ${address}/oidc: for more than development set AUTH_ISSUER.`;
}

/** `research-graph serve`: everything, until it is told to stop. */
export const serveCommand = (): Command =>
  new Command('serve').description('serve the graph; the demo graph when it is empty').action(serve);
