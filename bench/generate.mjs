// A made-up scholarly graph of any size, straight to neo4j-admin:
//   npm run build && node bench/generate.mjs 1000000 /tmp/graph-1m
//   RESEARCH_GRAPH_HOME=/tmp/graph-1m RATE_LIMIT=off node dist/main.js serve
// The second argument is the home of an embedded database that holds nothing yet. The same number of works gives the same
// graph. Shapes are those of the real graph: a third as many researchers as works, works by one to seven people who know each
// other, few who write much, topics and institutions of which the largest has a tenth of all works.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SCHEMA_VERSION } from '../dist/core/graph-schema.js';
import { adminArguments, writeCsv } from '../dist/ingest/bulk/csv-files.js';
import { withGraphTables } from '../dist/ingest/bulk/graph-tables.js';
import { RecordWriter } from '../dist/ingest/bulk/record-writer.js';
import { runAdmin } from '../dist/neo4j/run-admin.js';

const [works, home] = [Number(process.argv[2]), process.argv[3]];
if (!Number.isInteger(works) || works < 1_000 || !home)
  throw new Error('Say how many works, from 1000, and in which home: node bench/generate.mjs 100000 /tmp/graph');

const researchers = Math.floor(works / 3);
/** OpenAlex has 4,516 topics in 252 subfields, 26 fields and 4 domains. */
const TOPICS = 4_516;
const institutions = Math.max(50, Math.floor(works / 100));
/** People who may write together. */
const CIRCLE = 40;
const MOST_REFERENCES = 24;

let state = 1;
/** A pseudorandom number from 0 to below 1 (Park and Miller 1988). */
function random() {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}
const below = (bound) => Math.floor(random() * bound);
/** Small numbers far oftener than large ones: the first of n comes up about 1 / ln n of the time. */
const ranked = (count) => Math.min(count - 1, Math.floor(count ** random()) - 1);

const GIVEN =
  'Ada Alan Barbara Carl Chien David Emmy Fatima Grace Hana Ines Ivan Jun Karen Leonhard Maria Nadia Omar Ping Ravi Sofia Tu Umar Vera Wei Xiu Yuki Zoe'.split(
    ' ',
  );
const FAMILY =
  'Almeida Banerjee Cohen Diaz Euler Fischer Garcia Hopper Ito Jansen Kovalevskaya Lovelace Mirzakhani Noether Okafor Patel Quist Ramanujan Schmidt Turing Ueda Varga Wang Xu Yilmaz Zhang'.split(
    ' ',
  );
const WORDS =
  'adaptive analysis bayesian causal cell clinical climate cluster control convex cosmic data deep design disease dynamics energy evolution field flow gene graph growth imaging inference kinetic language learning light magnetic market material memory metric model molecular network neural noise optical phase plasma policy protein quantum random risk robust sampling scaling signal social soil space spectral statistical structure surface survey theory transfer urban vaccine vision water wave'.split(
    ' ',
  );

const sourced = (id) => ({ id, sourceUpdatedAt: '2026-01-01', hash: id, notImported: [], unknown: [] });
const statements = { researchers: [], institutions: [], topics: [] };
const researcherId = (number) => `A${5_000_000_000 + number}`;
const nameOf = (number) =>
  `${GIVEN[number % GIVEN.length]} ${FAMILY[Math.floor(number / GIVEN.length) % FAMILY.length]} ${number}`;
const homeOf = (number) => Math.floor(number / CIRCLE) % institutions;

await mkdir(home, { recursive: true });
const folder = await mkdtemp(join(home, 'generate-'));
const rows = join(folder, 'rows');
const csv = join(folder, 'csv');
await Promise.all([mkdir(rows), mkdir(csv)]);
const stages = [];
let begun = performance.now();
function stage(name) {
  stages.push([name, (performance.now() - begun) / 1_000]);
  begun = performance.now();
  process.stderr.write(`${name}: ${stages.at(-1)[1].toFixed(1)} s\n`);
}

const writer = new RecordWriter(rows, 0);
let sequence = 0;
const write = (record) => writer.write(sequence++, record);
for (let at = 0; at < TOPICS; at++)
  write({
    ...sourced(`T${10_000 + at}`),
    kind: 'topic',
    name: `${WORDS[at % WORDS.length]} ${WORDS[Math.floor(at / WORDS.length)]} ${at}`,
    description: null,
    subfield: `Subfield ${at % 252}`,
    field: `Field ${at % 26}`,
    domain: `Domain ${at % 4}`,
  });
for (let at = 0; at < institutions; at++)
  write({
    ...sourced(`I${1_000 + at}`),
    kind: 'institution',
    name: `University ${at}`,
    otherNames: [],
    ror: null,
    country: ['US', 'CN', 'GB', 'DE', 'IN', 'BR'][at % 6],
    type: 'education',
    homepage: null,
  });
for (let at = 0; at < researchers; at++)
  write({
    ...sourced(researcherId(at)),
    kind: 'researcher',
    name: nameOf(at),
    otherNames: [],
    orcid: null,
    affiliations: [{ institutionId: `I${1_000 + homeOf(at)}`, fromYear: 2015, toYear: null, current: true }],
    statements: { institutions: [] },
  });
for (let at = 0; at < works; at++) {
  // Circles lie beside each other; in each the first few write most.
  const circle = below(Math.ceil(researchers / CIRCLE));
  const member = () => {
    const from = random() < 0.9 ? circle : below(Math.ceil(researchers / CIRCLE));
    return Math.min(researchers - 1, from * CIRCLE + Math.floor(CIRCLE * random() ** 2));
  };
  const people = [...new Set(Array.from({ length: 1 + below(7) }, member))];
  // The largest topic and institution come up everywhere, others where they belong.
  const topics = [
    ...new Set(Array.from({ length: 3 }, () => (random() < 0.5 ? ranked(TOPICS) : (circle * 7 + below(5)) % TOPICS))),
  ];
  const guest = ranked(institutions);
  const institutionOf = (number) => `I${1_000 + (random() < 0.8 ? homeOf(number) : guest)}`;
  const authorships = people.map((number, place) => ({
    researcherId: researcherId(number),
    position: place + 1,
    name: nameOf(number),
    corresponding: place === 0,
    institutionIds: [institutionOf(number)],
  }));
  const title = Array.from({ length: 6 }, () => WORDS[below(WORDS.length)]).join(' ');
  write({
    ...sourced(`W${2_000_000_000 + at}`),
    kind: 'work',
    title,
    titleText: title,
    type: 'article',
    year: 1990 + Math.floor(36 * Math.sqrt(random())),
    date: null,
    source: `Journal ${ranked(2_000)}`,
    doi: null,
    arxivId: null,
    openAccessUrl: null,
    abstract: null,
    abstractText: null,
    citationCount: Math.floor(2 / (random() + 0.002)),
    retracted: false,
    byline: authorships.map(({ name }) => name),
    namesWithoutId: 0,
    institutionIds: [...new Set(authorships.flatMap(({ institutionIds }) => institutionIds))],
    references: [...new Set(Array.from({ length: below(MOST_REFERENCES) }, () => `W${2_000_000_000 + ranked(works)}`))],
    authorships,
    topics: topics.map((topic, place) => ({ id: `T${10_000 + topic}`, score: 0.9 - place / 10 })),
    statements,
  });
}
const longestRow = writer.close();
stage('records written');
const facts = { source: 'generated', maxAuthors: 100, now: new Date().toISOString(), schemaVersion: SCHEMA_VERSION };
await withGraphTables(rows, longestRow, facts, (connection) => writeCsv(connection, csv));
stage('edges and figures derived');
try {
  await runAdmin(home, adminArguments(csv, 'neo4j', longestRow), { onProgress: () => undefined, replaces: 'neo4j' });
  stage('stored by neo4j-admin');
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${works} works, ${researchers} researchers, ${institutions} institutions, ${TOPICS} topics\n`);
