// What a larger graph costs: slices, memory and disk of several graphs, the smallest first:
//   npm run build && node bench/generate.mjs 10000 /tmp/graph-10k && node bench/generate.mjs 1000000 /tmp/graph-1m
//   node bench/scale.mjs /tmp/graph-10k /tmp/graph-1m [--seconds 6] [--rounds 5] [--apart]
// All run at once and are measured in turns; with --apart one after another, where memory is too short for that. NEO4J_HEAP and
// NEO4J_PAGECACHE set the memory of each. Writes bench/RESULTS.md and docs/scaling.md. Exits with 1 where a request failed.

import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closedLoop } from './load.mjs';
import { randomFrom } from './random.mjs';
import { endOf, goal, machine, median, writePart } from './report.mjs';
import { openGraph } from './scale/graphs.mjs';
import { peakOf, resetPeak } from './servers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '5' },
    apart: { type: 'boolean', default: false },
  },
});
if (positionals.length < 2)
  throw new Error('Say which homes, the smallest graph first: node bench/scale.mjs HOME HOME');
const homes = positionals.map((home) => resolve(home));
const [SECONDS, ROUNDS] = [Number(values.seconds), Number(values.rounds)];
const [MOST_GROWTH, MOST_OF_HUB] = [1.5, 2];

/** Around whom slices are asked for, by how many connections. */
const RESEARCHERS = [1, 64].map((connections) => ({ of: 'researchers', connections }));
const HUBS = ['median topics', 'largest topic', 'largest institution'].map((of) => ({ of, connections: 1 }));
const LINES = [...RESEARCHERS, ...HUBS];

const measured = [];
let failed = 0;
const loads = [];

async function measure(graph, { of, connections }, round) {
  const random = randomFrom(round + 2);
  const ids = graph.centres[of];
  resetPeak(graph.node);
  const act = () => graph.slice(ids[Math.floor(random() * ids.length)]);
  const result = await closedLoop(act, { connections, seconds: SECONDS });
  loads.push(loadavg()[0]);
  if (round >= 0) failed += result.failed;
  graph.memory = Math.max(graph.memory, peakOf(graph.node));
  process.stderr.write(
    `${round} ${graph.counts.works} works, ${of}, ${connections}: p50 ${result.p50.toFixed(2)}, p99 ${result.p99.toFixed(1)}, failed ${result.failed} ${result.reasons}\n`,
  );
  return result;
}

/** Has some graphs measured in turns, the first round to warm up. */
async function measureTogether(those) {
  const graphs = [];
  try {
    for (const home of those) graphs.push(await openGraph(home));
    for (let round = -1; round < ROUNDS; round++)
      for (const line of LINES)
        for (const graph of round % 2 === 0 ? graphs : [...graphs].reverse()) {
          const result = await measure(graph, line, round);
          if (round >= 0) graph.found.set(line, [...(graph.found.get(line) ?? []), result]);
        }
    for (const graph of graphs) measured.push({ ...graph, size: await graph.sizes() });
  } finally {
    for (const graph of graphs) await graph.close();
  }
}
for (const group of values.apart ? homes.map((home) => [home]) : [homes]) await measureTogether(group);

const p50 = ({ found }, line) => median(found.get(line).map((each) => each.p50));
const [least, most] = [measured[0], measured.at(-1)];
const works = ({ counts }) => `${counts.works.toLocaleString('en')} works`;
const row = (...cells) => `| ${cells.join(' | ')} |`;
const growth = RESEARCHERS.map((line) => {
  const ratio = p50(most, line) / p50(least, line);
  return row(
    `a random researcher, ${line.connections} connection${line.connections === 1 ? '' : 's'}`,
    ...measured.map((graph) => p50(graph, line).toFixed(2)),
    `${ratio.toFixed(2)} × the smallest`,
    goal(ratio <= MOST_GROWTH, `at most ${MOST_GROWTH}`),
  );
});
const hubs = HUBS.map((line, at) => {
  const ratio = p50(most, line) / p50(most, HUBS[0]);
  return row(
    `${line.of}, 1 connection`,
    ...measured.map((graph) => p50(graph, line).toFixed(2)),
    at === 0 ? '' : `${ratio.toFixed(2)} × the median topics of the largest`,
    at === 0 ? '' : goal(ratio <= MOST_OF_HUB, `at most ${MOST_OF_HUB}`),
  );
});
const how = `${machine()}; load, servers and Neo4j share it, ${values.apart ? 'one graph after another' : 'all graphs at once'}. Medians of ${ROUNDS} rounds of ${SECONDS} s after one to warm up; load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}. Requests that failed: ${failed}.`;
writePart(
  'bench/RESULTS.md',
  'scale',
  [
    '## The size of the graph',
    '',
    `\`node bench/scale.mjs\`: the whole slice without kept answers, p50 in ms. ${how}`,
    `Hubs of ${works(most)}: topic ${most.hubs.topic.toLocaleString('en')} works, institution ${most.hubs.institution.toLocaleString('en')}, median topics ${most.hubs.median.toLocaleString('en')}.`,
    '',
    row('slice around', ...measured.map(works), 'ratio', 'goal'),
    row('---', ...measured.map(() => '--:'), '---', '---'),
    ...growth,
    ...hubs,
  ],
  '# Results',
);
writePart('docs/scaling.md', 'sizes', [
  `\`node bench/scale.mjs\` wrote this table after its load: 64 connections that ask for slices of random researchers. ${machine()}.`,
  '',
  row(
    'graph',
    'researchers',
    'relationships',
    'store, MB',
    'logs, MB',
    'page cache, most',
    'heap used of',
    'Neo4j, MB',
    'Node, MB',
  ),
  row('---', ...Array(8).fill('--:')),
  ...measured.map((graph) => {
    const { store, logs, pageCache, heap, neo4j, relationships } = graph.size;
    const { researchers } = graph.counts;
    return row(
      works(graph),
      ...[researchers, relationships].map((count) => count.toLocaleString('en')),
      ...[store, logs].map((size) => size.toLocaleString('en')),
      ...[pageCache, heap, neo4j.toFixed(0), graph.memory.toFixed(0)],
    );
  }),
]);
endOf('scale', failed);
