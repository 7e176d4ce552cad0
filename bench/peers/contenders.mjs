import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { httpSender } from '../load.mjs';
import { databaseOf, Processes, serve } from '../servers.mjs';
import { PeerDatabase } from './database.mjs';
import { collaboratorsByDriver, questions } from './questions.mjs';

export const NEO4J_GRAPHQL = '7.6.3';
/** What @neo4j/graphql runs on: the versions that this project has. */
const BESIDE = ['@apollo/server', 'graphql', 'neo4j-driver'];

/** Installs @neo4j/graphql in a folder of the home, once: it is no part of this project. */
function peerFolder(home) {
  const folder = join(home, `neo4j-graphql-${NEO4J_GRAPHQL}`);
  if (existsSync(join(folder, 'node_modules', '@neo4j', 'graphql'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const packages = [`@neo4j/graphql@${NEO4J_GRAPHQL}`, ...BESIDE.map((name) => `${name}@${dependencies[name]}`)];
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder, stdio: 'inherit' });
  return folder;
}

/**
 * Starts all contenders on the database of a home: ours, the same with kept answers, a server by hand, @neo4j/graphql. Gives
 * of each by name `act(kind)`, which makes of an id a request that is sent, and `pid`; the driver alone is one of them, whose
 * memory is that of the load. Also `database` to look things up, and `close()`.
 */
export async function startContenders(home) {
  const processes = new Processes();
  const senders = [];
  let database;
  const close = async () => {
    await Promise.all(senders.map((sender) => sender.close()));
    await database?.close();
    await processes.stop();
  };
  try {
    const first = await serve(processes, { RESEARCH_GRAPH_HOME: home });
    const { environment } = databaseOf(home);
    const second = await serve(processes, {
      ...{ ...environment, RESEARCH_GRAPH_HOME: home },
      // As much as it keeps by default.
      ...{ WARM_UP: 'off', ANSWER_CACHE_MB: undefined },
    });
    const startPeer = async (script, ...more) => {
      const port = await getPort({ host: '127.0.0.1' });
      const child = await processes.start(
        script,
        [`bench/peers/${script}.mjs`, String(port), ...more],
        environment,
        /ready/,
      );
      return { child, origin: `http://127.0.0.1:${port}` };
    };
    const started = {
      ...{ ours: first, cached: second },
      ...{ bare: await startPeer('bare'), peer: await startPeer('neo4j-graphql', peerFolder(home)) },
    };
    database = new PeerDatabase(environment);
    const byHttp = Object.entries(started).map(([name, { child, origin }]) => {
      const sender = httpSender(origin);
      senders.push(sender);
      const act = (kind) => (about) => sender.send(questions[name][kind](about));
      return [name, { act, pid: child.pid }];
    });
    const driver = { act: () => collaboratorsByDriver(database), pid: null };
    return { contenders: { ...Object.fromEntries(byHttp), driver }, database, close };
  } catch (error) {
    await close();
    throw error;
  }
}
