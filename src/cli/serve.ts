import { once } from 'node:events';
import { Command } from 'commander';
import { pino } from 'pino';
import { startApp } from '../app.js';
import { readConfig } from '../config.js';
import { loadDemoWhereEmpty } from '../ingest/demo.js';
import { openGraph } from '../open-graph.js';
import { progressDisplay } from './progress.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function serve(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel });
  const stopRequest = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const progress = progressDisplay();
  const graph = await openGraph(config, progress.show).finally(progress.end);
  try {
    const demo = await loadDemoWhereEmpty(graph.database, config.maxAuthors);
    if (demo) say(`The graph was empty: it now holds the demo graph of ${demo.kinds.work.created} works.`);
    const app = await startApp(graph, config, log);
    say(`research-graph answers at ${app.address}/graphql. Ctrl-C stops it.`);
    await stopRequest;
    say('Stopping.');
    await app.close();
  } finally {
    await graph.close();
  }
}

/** `research-graph serve`: everything, until it is told to stop. */
export const serveCommand = (): Command =>
  new Command('serve').description('serve the graph; the demo graph when it is empty').action(serve);
