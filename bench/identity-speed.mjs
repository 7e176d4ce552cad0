// How long `identity` takes through GraphQL for a record of 2,000 works, all that is compared:
//   npm run build && RATE_LIMIT=off ANSWER_CACHE_MB=off RESEARCH_GRAPH_HOME=/tmp/identity-speed node dist/main.js serve
//   node bench/identity-speed.mjs http://127.0.0.1:4000 /tmp/identity-speed
// Imports a made-up record into that graph beside what is in it, asks 22 times, and writes bench/IDENTITY.md.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { machine, median, writePart } from './report.mjs';

const [address = 'http://127.0.0.1:4000', home = '.data'] = process.argv.slice(2);
const WORKS = 2_000;
const ROUNDS = 21;
/** Node compiles what is asked often: the first rounds are slower than the last. */
const SOME = 7;
/** People of one name in the record; their circles, subfields and years differ. */
const PEOPLE = 6;
const WORDS = 400;

let state = 7;
const next = (bound) => {
  state = (state * 48_271) % 2_147_483_647;
  return state % bound;
};
const openalex = (id) => `https://openalex.org/${id}`;

function work(at) {
  const person = next(10) < 6 ? 0 : 1 + next(PEOPLE - 1);
  // A circle of 120, of whom those of low numbers write along most often; one work in three has strangers alone.
  const alone = next(3) === 0;
  const coauthor = () =>
    alone ? 1_000_000 + next(10_000_000) : 800_000 + person * 1_000 + Math.floor((next(120) * next(120)) / 120);
  const byline = [...new Set(Array.from({ length: 1 + next(7) }, coauthor))];
  const authorship = (key, name, institution) => ({
    author: { id: openalex(`A${key}`), display_name: name },
    institutions:
      institution === null ? [] : [{ id: openalex(`I${institution}`), display_name: `Institute ${institution}` }],
  });
  const topics = [...new Set(Array.from({ length: 3 }, () => person * 20 + next(20)))];
  return {
    id: openalex(`W${70_000_000 + at}`),
    title: Array.from(
      { length: 8 },
      () => `word${next(8) < 5 ? person * WORDS + next(WORDS) : 100_000 + next(300)}`,
    ).join(' '),
    publication_year: 1990 + person * 3 + next(18),
    cited_by_count: next(50),
    primary_location: { source: { display_name: `Journal ${person * 12 + next(12)}` } },
    authorships: [
      authorship(700_000, 'Wei Zhang', next(4) === 0 ? null : 5_000 + person * 3 + next(3)),
      ...byline.map((key) => authorship(key, `Anna Family${key}`, null)),
    ],
    topics: topics.map((key, place) => ({
      id: openalex(`T${20_000 + key}`),
      display_name: `Topic ${key}`,
      score: 0.9 - place / 10,
      ...Object.fromEntries(
        [
          ['subfield', 5],
          ['field', 10],
          ['domain', 40],
        ].map(([level, size]) => [level, { display_name: `${level} ${Math.floor(key / size)}` }]),
      ),
    })),
    referenced_works: Array.from({ length: 20 }, () =>
      openalex(`W${next(5) === 0 ? 70_000_000 + next(WORKS) : 71_000_000 + person * 3_000 + next(3_000)}`),
    ),
  };
}

async function ask(query) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const file = join(home, 'identity-speed.jsonl');
writeFileSync(file, Array.from({ length: WORKS }, (_, at) => JSON.stringify(work(at))).join('\n'));
execFileSync('node', ['dist/main.js', 'import', file, '--rejects', `${file}.rejects.jsonl`], {
  env: { ...process.env, RESEARCH_GRAPH_HOME: home },
  stdio: 'inherit',
});

const QUESTION =
  '{ researcher(id: "A700000") { works(first: 1) { totalCount } identity { consistent groups { confidence workIds } } } }';
const EMPTY = '{ researcher(id: "A700000") { works(first: 1) { totalCount } } }';
const times = { identity: [], cold: [], without: [] };
const timed = async (list, query) => {
  const started = performance.now();
  const answer = await ask(query);
  list.push(performance.now() - started);
  return answer;
};
const { researcher } = await timed(times.cold, QUESTION);
for (let round = 0; round < ROUNDS; round++) {
  await timed(times.without, EMPTY);
  await timed(times.identity, QUESTION);
}
const ms = (value) => Math.round(value).toLocaleString('en');
const { works, identity } = researcher;
writePart(
  new URL('IDENTITY.md', import.meta.url).pathname,
  'speed',
  [
    '## Through GraphQL',
    '',
    `\`identity\` of a made-up record of ${works.totalCount.toLocaleString('en')} works by ${PEOPLE} people, one to seven coauthors each, with topics, venues,`,
    `institutions and 20 references; over HTTP, ${ROUNDS} times after the first, without kept answers. ${machine()}; client, server and Neo4j on it.`,
    `Load average of the last minute at the end: ${loadavg()[0].toFixed(1)} (of 2 that the cores can serve at once).`,
    '',
    `| asked | median of the last ${SOME}, ms | of the first ${SOME} | least | most | the first |`,
    '| --- | --- | --- | --- | --- | --- |',
    `| identity, ${identity.groups.length} groups | ${ms(median(times.identity.slice(-SOME)))} | ${ms(median(times.identity.slice(0, SOME)))} | ${ms(Math.min(...times.identity))} | ${ms(Math.max(...times.identity))} | ${ms(times.cold[0])} |`,
    `| the same without identity | ${ms(median(times.without.slice(-SOME)))} | ${ms(median(times.without.slice(0, SOME)))} | ${ms(Math.min(...times.without))} | ${ms(Math.max(...times.without))} | |`,
  ],
  '# Telling namesakes apart',
);
