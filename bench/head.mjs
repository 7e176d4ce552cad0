import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { neo4jVersion } from '../dist/neo4j/layout.js';
import { NEO4J_GRAPHQL } from './peers/contenders.mjs';
import { writePart } from './report.mjs';

const LIBRARIES = ['neo4j-driver', '@apollo/server', 'graphql', 'type-graphql', 'fastify'];
/** Where each benchmark writes, and what it tells. */
const TOLD = {
  peers: ['below', 'beside a server by hand, @neo4j/graphql and the driver alone'],
  scale: ['below and [docs/scaling.md](../docs/scaling.md)', 'a small graph and a large one, and hubs'],
  'import-under-reads': ['below', 'online import while others read'],
  reads: ['[READS.md](READS.md)', 'single questions, one after another'],
  observe: ['[OBSERVE.md](OBSERVE.md)', 'what logs and metrics cost'],
  page: ['[PAGE.md](PAGE.md)', 'the explorer in a browser'],
  'identity-speed': ['[IDENTITY.md](IDENTITY.md)', 'namesakes through GraphQL'],
  identity: ['[IDENTITY.md](IDENTITY.md)', 'how well namesakes are told apart'],
  import: ['[IMPORT.md](IMPORT.md)', 'bulk import beside its two engines alone'],
  'import-online': ['[IMPORT.md](IMPORT.md)', 'online import into a server that nobody reads'],
};

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/** Writes what was measured on what, with which versions, and how each benchmark ended: `{ well, seconds, day }` by name. */
export function writeHead(ends) {
  const versions = [
    ['Node', process.versions.node],
    ['Neo4j', neo4jVersion],
    ...LIBRARIES.map((name) => [name, versionOf(name)]),
    ['@neo4j/graphql', NEO4J_GRAPHQL],
  ];
  const rows = Object.entries(TOLD).map(([name, [where, what]]) => {
    const end = ends[name];
    const how =
      end &&
      (end.well === null
        ? 'not run'
        : `${end.day}, ${(end.seconds / 60).toFixed(1)} min${end.well ? '' : ', **failed**'}`);
    return `| \`${name}\` | ${what} | ${where} | ${how ?? ''} |`;
  });
  const [{ model }] = cpus();
  writePart(
    'bench/RESULTS.md',
    'head',
    [
      `${cpus().length} cores of ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, ${new Date().toISOString().slice(0, 10)}, commit ${commit()}.`,
      `${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.`,
      '',
      '`npm run bench -- FOLDER` runs all of these: on graphs that `bench/generate.mjs` makes up there, on the demo graph, and on real data where it is given.',
      '',
      '| benchmark | what | results | last run |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
      'Beside them, on demand: `bench/load.mjs` (load on any server), `bench/faults.mjs` and `bench/endurance.mjs` ([docs/reliability.md](../docs/reliability.md)).',
    ],
    '# Results',
  );
}
