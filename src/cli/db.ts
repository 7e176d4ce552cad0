import { Command } from 'commander';
import { type Config, readConfig } from '../config.js';
import { UserFacingError } from '../core/errors.js';
import { startEmbedded } from '../neo4j/embedded.js';
import { layoutOf, neo4jVersion } from '../neo4j/layout.js';
import { embeddedStatus, resetEmbedded, stopEmbedded } from '../neo4j/running.js';
import { progressDisplay } from './progress.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The configuration of the embedded database. Throws where another one is configured. */
export function embeddedConfig(): Config {
  const config = readConfig();
  if (config.neo4j !== null)
    throw new UserFacingError(
      `NEO4J_URI is set to ${config.neo4j.uri}: that database is yours to look after, not ours. Unset NEO4J_URI for the embedded one.`,
    );
  return config;
}

async function start(): Promise<void> {
  const { home, embeddedMemory } = embeddedConfig();
  const progress = progressDisplay();
  try {
    const server = await startEmbedded({ home, ...embeddedMemory, stays: true, onProgress: progress.show });
    progress.end();
    const how = server.reused ? 'was already running' : 'is running';
    say(`Neo4j ${neo4jVersion} ${how} at ${server.boltUri}, process ${server.pid}.`);
    say(`Its user and password are in ${layoutOf(home).record}.`);
  } finally {
    progress.end();
  }
}

async function stop(): Promise<void> {
  const { home } = embeddedConfig();
  say((await stopEmbedded(home)) ? 'Neo4j is stopped.' : `No Neo4j is running in ${home}.`);
}

async function status(): Promise<void> {
  const { home } = embeddedConfig();
  const { state, record } = await embeddedStatus(home);
  if (record === null || state === 'stopped') {
    say(`No Neo4j is running in ${home}.`);
    process.exitCode = 1;
    return;
  }
  const how = state === 'running' ? 'is running' : 'is alive but does not answer yet';
  say(
    `Neo4j ${neo4jVersion} ${how} at ${record.boltUri}, process ${record.pid}, browser protocol at ${record.httpUri}.`,
  );
  if (state !== 'running') process.exitCode = 1;
}

async function reset(): Promise<void> {
  const deleted = await resetEmbedded(embeddedConfig().home);
  say(
    deleted === null
      ? 'There was nothing to delete.'
      : `Deleted ${deleted}: the graph, its configuration and its logs.`,
  );
}

/** `research-graph db`: the embedded database alone. */
export function dbCommand(): Command {
  const db = new Command('db').description('start, stop and look at the embedded Neo4j');
  db.command('start').description('start it, or find it running, and leave it running').action(start);
  db.command('stop').description('stop it, whoever started it').action(stop);
  db.command('status').description('say whether it runs and where; exit code 1 where it does not').action(status);
  db.command('reset').description('stop it and delete its data').action(reset);
  return db;
}
