import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from '../../dist/neo4j/layout.js';
import { httpSender } from '../load.mjs';
import { PeerDatabase } from '../peers/database.mjs';
import { questions } from '../peers/questions.mjs';
import { databaseOf, Processes, serve } from '../servers.mjs';

const RESEARCHERS = 3_000;
/** Topics in the middle of all by size. */
const MEDIAN_TOPICS = 11;

const MEGABYTE = 2 ** 20;
const megabytes = (folder) => Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0]);

const LARGEST = (label) =>
  `MATCH (n:${label}) RETURN n.id AS id, n.worksCount AS works ORDER BY works DESC, id LIMIT 1`;
const MEDIAN = `
MATCH (t:Topic) WHERE t.worksCount > 0
WITH t ORDER BY t.worksCount, t.id
WITH collect(t {.id, works: t.worksCount}) AS topics
UNWIND topics[size(topics) / 2 - ${Math.floor(MEDIAN_TOPICS / 2)} .. size(topics) / 2 + ${Math.ceil(MEDIAN_TOPICS / 2)}] AS one
RETURN one.id AS id, one.works AS works`;
const SETTING = `CALL dbms.listConfig('server.memory.pagecache.size') YIELD value RETURN value`;
const HEAP = `CALL dbms.queryJmx('java.lang:type=Memory') YIELD attributes RETURN attributes.HeapMemoryUsage.value.properties AS heap`;

/** What a graph takes: MB of disk and memory; `pageCache` and `heap` as texts. */
async function sizesOf(home, database, pid) {
  const { data } = layoutOf(home);
  const [{ value }] = await database.query(SETTING);
  const [{ heap }] = await database.query(HEAP);
  const [{ relationships }] = await database.query('MATCH ()-[e]->() RETURN count(e) AS relationships');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    relationships,
    store: megabytes(join(data, 'databases', 'neo4j')),
    logs: megabytes(join(data, 'transactions', 'neo4j')),
    pageCache: value,
    heap: `${Math.round(heap.used / MEGABYTE)} of ${Math.round(heap.max / MEGABYTE)} MB`,
    neo4j: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024,
  };
}

/**
 * Starts a server on a home, without kept answers. Gives `slice(id)`, a request; `centres`, ids to ask about; `hubs`, their
 * numbers of works; `counts` of nodes; `node`, the process id; `found` and `memory` to be filled by who measures; `sizes()` and `close()`.
 */
export async function openGraph(home) {
  const processes = new Processes();
  const { child, origin } = await serve(processes, { RESEARCH_GRAPH_HOME: home });
  const { environment, pid } = databaseOf(home);
  const database = new PeerDatabase(environment);
  const sender = httpSender(origin);
  const [topic] = await database.query(LARGEST('Topic'));
  const [institution] = await database.query(LARGEST('Institution'));
  const medianTopics = await database.query(MEDIAN);
  return {
    slice: (id) => sender.send(questions.ours.slice(id)),
    centres: {
      researchers: await database.researchers(RESEARCHERS, 'random'),
      'median topics': medianTopics.map(({ id }) => id),
      'largest topic': [topic.id],
      'largest institution': [institution.id],
    },
    hubs: { topic: topic.works, institution: institution.works, median: medianTopics[MEDIAN_TOPICS >> 1]?.works ?? 0 },
    counts: await database.counts(),
    node: child.pid,
    memory: 0,
    found: new Map(),
    sizes: () => sizesOf(home, database, pid),
    async close() {
      await sender.close();
      await database.close();
      await processes.stop();
    },
  };
}
