// How long single reads take, one after another, on a server that runs: node bench/reads.mjs [http://127.0.0.1:4000]
// Start the server with RATE_LIMIT=off. Writes bench/READS.md: medians, and ratios to the cheapest question there is.

import { patiently } from './load.mjs';
import { machine, median, writePart } from './report.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const ROUNDS = 40;
const WARM_UP = 5;

async function ask(query) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${query}: ${errors[0].message}`);
  return data;
}

const SLICE = 'nodes { id label weight } edges { source target weight } totals { works }';

function questions({ researcher, topic, institution, work }) {
  const slice = (center, more = '') => `{ neighbourhood(center: "${center}"${more}) { ${SLICE} } }`;
  return {
    'the version of the graph': '{ graph { version } }',
    '25 works of everything': '{ works { nodes { id title } } }',
    '25 works by title': '{ works(orderBy: { by: TITLE, direction: ASC }) { nodes { id title } } }',
    'works of some years, counted':
      '{ works(filter: { yearFrom: 2020, openAccess: true }) { totalCount nodes { id } } }',
    'works of a word, counted, four facets':
      '{ works(filter: { text: "learning" }) { totalCount nodes { id } facets { years { works } types { works } sources { works } topics { works } } } }',
    '25 works of the largest topic': `{ topic(id: "${topic}") { works { nodes { id title } } } }`,
    '25 works of the busiest researcher': `{ researcher(id: "${researcher}") { works { totalCount nodes { id title } } } }`,
    'researchers of a name': '{ researchers(filter: { text: "zhang" }) { totalCount nodes { id name } } }',
    'search with highlights': '{ search(query: "smith") { edges { highlight node { id } } } }',
    'slice around the busiest researcher': slice(researcher),
    'slice around the largest topic': slice(topic),
    'slice around the largest institution': slice(institution),
    'slice around the most cited work': slice(work),
    'slice of two rings, 200 nodes': slice(
      researcher,
      ', depth: 2, limits: { works: 60, topics: 30, institutions: 30, researchers: 80 }',
    ),
    'slice of some years': slice(researcher, ', filter: { yearFrom: 2018 }'),
    'suggested collaborators': `{ researcher(id: "${researcher}") { suggestedCollaborators { score reason } } }`,
    'related works': `{ work(id: "${work}") { related { id title } } }`,
    'path from researcher to topic': `{ path(from: "${researcher}", to: "${topic}") { length nodes { id } } }`,
  };
}

const FIRST = `{ researchers(first: 1) { nodes { id } } topics(first: 1) { nodes { id } }
  institutions(first: 1) { nodes { id } } works(first: 1) { nodes { id } } }`;
const first = await patiently(() => ask(FIRST));
const best = Object.fromEntries(Object.entries(first).map(([list, { nodes }]) => [list.slice(0, -1), nodes[0].id]));
const asked = Object.entries(questions(best));
const times = new Map(asked.map(([name]) => [name, []]));
for (let round = 0; round < WARM_UP + ROUNDS; round++)
  for (const [name, query] of asked) {
    const started = performance.now();
    await (round < WARM_UP ? patiently(() => ask(query)) : ask(query));
    if (round >= WARM_UP) times.get(name).push(performance.now() - started);
  }
const least = median(times.get('the version of the graph'));
const { counts } = (await ask('{ graph { counts { works researchers topics institutions coauthorEdges } } }')).graph;
const size = Object.entries(counts).map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
const rows = [...times].map(
  ([name, taken]) => `| ${name} | ${median(taken).toFixed(1)} | ${(median(taken) / least).toFixed(1)} |`,
);
const head = [
  `One question after another over HTTP, ${ROUNDS} interleaved rounds after ${WARM_UP}; client, server and Neo4j on one machine: ${machine()}.`,
  `The graph: ${size.join(', ')}.`,
  '',
  '| question | median, ms | against the version |',
  '| --- | --- | --- |',
];
writePart(new URL('READS.md', import.meta.url).pathname, 'reads', [...head, ...rows], '# Speed of reads');
