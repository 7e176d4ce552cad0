import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { researchGraph } from './built-command.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';
import { openTestDatabase, type Row } from './graph.js';
import { type Load, startLoad, untilAnswered, untilReady } from './load.js';
import { PROMPT, type ServeCommand, startServe } from './serve-command.js';

/**
 * Two servers over one embedded Neo4j: `keeper` is its own, `remote` reaches it through a proxy, as a server does whose
 * database is elsewhere.
 */
export interface FaultSite {
  readonly keeper: ServeCommand;
  readonly remote: ServeCommand;
  readonly proxy: FaultProxy;
  /** The environment of a command that is to work on the same database. */
  readonly environment: Readonly<Record<string, string>>;
  /** The process of Neo4j. */
  pid(): number;
  /** Runs a text of Cypher, over a driver of its own. */
  query(text: string): Promise<Row[]>;
  /** Has people ask both servers, and follow researchers. */
  load(): Load;
  /** Resolves when both servers are ready and answer. */
  recovered(): Promise<void>;
  close(): Promise<void>;
}

const FOLLOWERS = ['ann', 'bob', 'eve', 'joe'];

/** Starts both servers over the database of a home, which is the demo graph where it is empty. */
export async function openFaultSite(home: string): Promise<FaultSite> {
  const environment = {
    ...{ NEO4J_URI: '', RESEARCH_GRAPH_HOME: home, RATE_LIMIT: 'off' },
    ...{ NEO4J_HEAP: '512m', NEO4J_PAGECACHE: '64m', ...PROMPT },
  };
  const record = () => JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
  const query = async (text: string): Promise<Row[]> => {
    const { boltUri, password } = record();
    const graph = await openTestDatabase(boltUri, password);
    return graph.query(text).finally(() => graph.database.close());
  };
  const keeper = await startServe(home, environment);
  const proxy = await startFaultProxy(() => record().boltUri);
  const remote = await startServe(home, { ...environment, NEO4J_URI: proxy.uri, NEO4J_PASSWORD: record().password });
  const tokens: string[] = [];
  for (const sub of FOLLOWERS)
    tokens.push((await researchGraph(home, 'token', '--sub', sub, '--expires', '1d')).trim());
  const rows = await query(
    "MATCH (r:Researcher) WHERE r.id STARTS WITH 'demo:' RETURN r.id AS id ORDER BY id LIMIT 20",
  );
  const researchers = rows.map(({ id }) => `${id}`);
  const servers = [keeper, remote];
  return {
    ...{ keeper, remote, proxy, environment, query },
    pid: () => record().pid,
    load() {
      const loads = servers.map(({ address }, at) =>
        startLoad(address, { readers: 2, tokens: tokens.slice(2 * at, 2 * at + 2), researchers }),
      );
      return {
        get told() {
          return loads.flatMap(({ told }) => told);
        },
        followers: loads.flatMap(({ followers }) => followers),
        stop: async () => void (await Promise.all(loads.map((load) => load.stop()))),
      };
    },
    async recovered() {
      for (const { address } of servers) {
        await untilReady(address, true);
        await untilAnswered(address);
      }
    },
    async close() {
      await remote.stop();
      await keeper.stop();
      await proxy.close();
    },
  };
}

/** What is done to the database of a site, and how it ends; null where it ends by itself. */
export interface Fault {
  readonly name: string;
  /** The server that the figures are of. */
  readonly of: 'keeper' | 'remote';
  begin(site: FaultSite): void;
  end(site: FaultSite): void;
}

export const faults: readonly Fault[] = [
  {
    ...{ name: 'Neo4j is killed', of: 'keeper' },
    begin: (site) => process.kill(site.pid(), 'SIGKILL'),
    end: () => {},
  },
  {
    ...{ name: 'Neo4j stands still', of: 'keeper' },
    begin: (site) => process.kill(site.pid(), 'SIGSTOP'),
    end: (site) => process.kill(site.pid(), 'SIGCONT'),
  },
  {
    ...{ name: 'a black hole swallows what is sent', of: 'remote' },
    begin: ({ proxy }) => proxy.swallow(),
    end: ({ proxy }) => proxy.heal(),
  },
  {
    ...{ name: 'every connection is reset', of: 'remote' },
    begin: ({ proxy }) => proxy.reset(),
    end: ({ proxy }) => proxy.heal(),
  },
  {
    ...{ name: 'each packet takes 3 s', of: 'remote' },
    begin: ({ proxy }) => proxy.slow(3_000),
    end: ({ proxy }) => proxy.heal(),
  },
];

/** Resolves when the server shows what has happened to its database. */
export const untilRed = (site: FaultSite, { of }: Fault): Promise<number> => untilReady(site[of].address, false);

/** Resolves when Neo4j itself answers: with the moment, by `performance.now()`. */
export async function untilNeo4jAnswers(site: FaultSite): Promise<number> {
  for (;;) {
    const answered = await site.query('RETURN 1').then(
      () => true,
      () => false,
    );
    if (answered) return performance.now();
    await sleep(50);
  }
}
