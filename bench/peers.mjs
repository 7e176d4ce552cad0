// How this server compares with peers on the same database, in one run:
//   npm run build && node bench/generate.mjs 300000 /tmp/graph-300k && node bench/peers.mjs /tmp/graph-300k [--seconds 6] [--rounds 5]
// bare (bench/peers/bare.mjs): Cypher by hand for each request; peer: @neo4j/graphql (bench/peers/neo4j-graphql.mjs), whose
// packages are installed beside the graph; driver: the server's own statement, without a server. All run on this machine, with
// the load, one after another, interleaved; writes bench/RESULTS.md. Exits with 1 where a request failed: figures are void then.

import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closedLoop } from './load.mjs';
import { assertAgreement } from './peers/agreement.mjs';
import { startContenders } from './peers/contenders.mjs';
import { BATCH } from './peers/questions.mjs';
import { randomFrom } from './random.mjs';
import { endOf, goal, machine, median, writePart } from './report.mjs';
import { peakOf, resetPeak } from './servers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '5' },
  },
});
const home = resolve(positionals[0] ?? '.data');
const [SECONDS, ROUNDS] = [Number(values.seconds), Number(values.rounds)];
const ASKED_ABOUT = 3_000;
const COMPARED = 20;
const MOST_MEMORY = 400;

/** How much longer the round lasts that warms up kept answers: as if the server had run for a while. */
const KEPT_WARM_UP = 10;

const STAR = { name: 'slice without its edges', kind: 'star', by: ['ours', 'bare', 'peer'] };
const SLICE = { name: 'whole slice', kind: 'slice', by: ['ours', 'bare'] };
const PAGE = { name: "a researcher's page", kind: 'profile', by: ['ours', 'bare'] };
const IDENTITY = { name: 'the same, and whether it is one person', kind: 'profile with identity', by: ['ours'] };
/**
 * Lines of the table: the first contender is ours. `goal` is what its rate is to be, times that of the named one; `slower` the
 * most that its median time may be, times that of the named one.
 */
const WORK = [
  { ...STAR, connections: 64, goal: { bare: 1.6, peer: 4.5 } },
  { ...SLICE, connections: 64, goal: { bare: 1.2 } },
  { ...PAGE, connections: 64, goal: { bare: 1.2 } },
  { ...IDENTITY, connections: 64 },
  { ...STAR, connections: 1, slower: { bare: 1.3 } },
  { ...SLICE, connections: 1, slower: { bare: 1.3 } },
  { ...PAGE, connections: 1 },
  { ...IDENTITY, connections: 1 },
  {
    ...{ ...SLICE, name: 'whole slice, popular researchers', by: ['cached', 'bare'], connections: 64 },
    ...{ ids: 'popular', warmUp: KEPT_WARM_UP, goal: { bare: 4 } },
  },
  ...[1, 16].map((connections) => ({
    ...{ name: `collaborators of ${BATCH} researchers`, kind: 'collaborators', by: ['ours', 'driver'], connections },
    ...{ ids: 'batches', goal: { driver: 0.7 } },
  })),
];

const { contenders, database, close } = await startContenders(home);
try {
  const pool = await database.researchers(ASKED_ABOUT, 'random');
  const popular = await database.researchers(ASKED_ABOUT, 'works');
  /** What is asked about, the same sequence for each contender of a round. Popular: in proportion to 1 / rank. */
  const sequences = {
    random: (random) => () => pool[Math.floor(random() * pool.length)],
    popular: (random) => () => popular[Math.min(popular.length - 1, Math.floor(popular.length ** random()) - 1)],
    batches: (random) => {
      const next = sequences.random(random);
      return () => [...Array(BATCH)].map(next);
    },
  };
  await assertAgreement(contenders, [...pool.slice(0, COMPARED), ...popular.slice(0, COMPARED)]);

  const found = new Map();
  const loads = [];
  let failed = 0;
  const measure = async ({ name, kind, connections, ids = 'random', warmUp = 1 }, contender, round) => {
    const { act, pid } = contenders[contender];
    const next = sequences[ids](randomFrom(round + 2));
    const send = act(kind);
    if (pid) resetPeak(pid);
    const seconds = round < 0 ? SECONDS * warmUp : SECONDS;
    const result = await closedLoop(() => send(next()), { connections, seconds });
    const { rate, p50, p99, reasons } = result;
    if (round >= 0) failed += result.failed;
    process.stderr.write(
      `${round} ${name}, ${connections}, ${contender}: ${rate.toFixed(0)}/s, p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(1)}, failed ${result.failed} ${reasons}\n`,
    );
    return { ...result, memory: pid ? peakOf(pid) : Number.NaN };
  };
  // The first round warms up. Who is measured first changes from round to round.
  for (let round = -1; round < ROUNDS; round++)
    for (const line of WORK)
      for (const contender of round % 2 === 0 ? line.by : [...line.by].reverse()) {
        loads.push(loadavg()[0]);
        const result = await measure(line, contender, round);
        const key = `${WORK.indexOf(line)} ${contender}`;
        if (round >= 0) found.set(key, [...(found.get(key) ?? []), result]);
      }

  const row = (line, contender) => {
    const [own] = line.by;
    const of = (name, figure) => median(found.get(`${WORK.indexOf(line)} ${name}`).map((each) => each[figure]));
    const per = line.kind === 'collaborators' ? BATCH : 1;
    const memory = of(contender, 'memory');
    const ratio = of(own, 'rate') / of(contender, 'rate');
    const [wanted, slower] = [line.goal?.[contender], line.slower?.[contender]];
    const times = of(own, 'p50') / of(contender, 'p50');
    const first = contender === own;
    const cells = [
      first ? `${line.name}, ${line.connections} connection${line.connections === 1 ? '' : 's'}` : '',
      contender,
      per === 1 ? of(contender, 'rate').toFixed(0) : `${(of(contender, 'rate') * per).toFixed(0)} ids`,
      of(contender, 'p50').toFixed(2),
      of(contender, 'p99').toFixed(1),
      Number.isNaN(memory) ? '' : memory.toFixed(0),
      first ? '' : `${ratio.toFixed(2)} × ${contender}${slower ? `, p50 ${times.toFixed(2)} ×` : ''}`,
      wanted
        ? goal(ratio >= wanted, `at least ${wanted}`)
        : slower
          ? goal(times <= slower, `p50 at most ${slower} ×`)
          : '',
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const memoryOf = (name) =>
    Math.max(
      ...[...found].filter(([key]) => key.endsWith(` ${name}`)).flatMap(([, all]) => all.map((each) => each.memory)),
    );
  const counts = Object.entries(await database.counts()).map(
    ([label, count]) => `${count.toLocaleString('en')} ${label}`,
  );
  const [most, mostCached] = [memoryOf('ours'), memoryOf('cached')];
  writePart(
    'bench/RESULTS.md',
    'peers',
    [
      '## Beside peers',
      '',
      `\`node bench/peers.mjs\`: ${counts.join(', ')}; asked about: ${pool.length.toLocaleString('en')} researchers at random; "popular": those with most works, the k-th in proportion to 1 / k, with kept answers. ${machine()}; load, servers and Neo4j share it. Medians of ${ROUNDS} interleaved rounds of ${SECONDS} s after one to warm up; load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}. Requests that failed: ${failed}.`,
      '',
      "bare: a server by hand, one statement for a slice, three side by side for a page (it gives what trust and headline are made of, not the sentences). peer: @neo4j/graphql. driver: the server's own statement, called without a server. Memory: the most that the Node process held in that line.",
      '',
      `Most memory of our Node in any line: ${most.toFixed(0)} MB, with kept answers ${mostCached.toFixed(0)} MB; goal ${goal(Math.max(most, mostCached) <= MOST_MEMORY, `at most ${MOST_MEMORY} MB`)}.`,
      '',
      '| work | server | requests/s | p50, ms | p99, ms | memory, MB | ours to it | goal |',
      '| --- | --- | --: | --: | --: | --: | --- | --- |',
      ...WORK.flatMap((line) => line.by.map((contender) => row(line, contender))),
    ],
    '# Results',
  );
  endOf('peers', failed);
} finally {
  await close();
}
