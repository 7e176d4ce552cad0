// How long what takes while the database fails: npm run build, then
// node --import ./bench/typescript.mjs bench/faults.mjs. Writes the table of docs/reliability.md.

import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { faults, openFaultSite, untilNeo4jAnswers } from '../test/support/fault-site.ts';
import { furnishHome } from '../test/support/homes.ts';
import { amissAfter } from '../test/support/kept.ts';
import { untilAnswered, untilReady } from '../test/support/load.ts';
import { mountMemoryDisk } from '../test/support/memory-disk.ts';
import { machine, writePart } from './report.mjs';

const LASTS = 6_000;
const CALM = 2_000;

const disk = mountMemoryDisk('bench-faults');
const home = disk?.folder ?? mkdtempSync(join(tmpdir(), 'research-graph-faults-'));
furnishHome(home);
const site = await openFaultSite(home);
const full = {
  ...{ name: 'the disk of Neo4j is full', of: 'keeper' },
  begin: () => disk.fill(300_000),
  end: () => disk.clear(),
};

/** Has a fault last for a while under load, and tells the seconds until the server noticed, and noticed its end. */
async function measure(fault) {
  const load = site.load();
  await sleep(CALM);
  const { address } = site[fault.of];
  const begun = performance.now();
  fault.begin(site);
  const red = await untilReady(address, false);
  await sleep(Math.max(0, begun + LASTS - performance.now()));
  fault.end(site);
  const mended = performance.now();
  const recovered = fault.of === 'keeper' ? await untilNeo4jAnswers(site) : mended;
  await untilReady(address, true);
  const green = performance.now() - recovered;
  await untilAnswered(address);
  const answered = performance.now() - recovered;
  await site.recovered();
  const { wrong, lost, unasked } = await amissAfter(load, site.query);
  await site.query('MATCH (n) WHERE n:Account OR n:AuditEntry DETACH DELETE n');
  const during = load.told.filter(({ at, took }) => at + took >= begun);
  const slowest = Math.max(...during.map(({ took }) => took));
  const unavailable = during.filter(({ outcome }) => outcome === 'unavailable').length;
  console.error(fault.name, { red, slowest, green, answered, wrong, lost, unasked });
  const seconds = [red, slowest, recovered - mended, Math.max(0, green), Math.max(0, answered)];
  const amiss = [wrong, lost, unasked].map((those) => those.length).join(', ');
  const figures = seconds.map((one) => (one / 1_000).toFixed(1));
  return `| ${[fault.name, ...figures, `${unavailable} of ${during.length}`, amiss].join(' | ')} |`;
}

const rows = [];
await sleep(5_000);
for (const fault of disk ? [...faults, full] : faults) rows.push(await measure(fault));
const load = loadavg().map((one) => one.toFixed(1));
await site.close();
if (disk) disk.unmount();
else rmSync(home, { recursive: true });
const head = [
  `Measured on ${machine()}, clients, servers and Neo4j on one machine that had other work too: load average ${load.join(', ')}.`,
  `Each fault lasted ${LASTS / 1_000} s, under the load of four connections that read and four people who follow and unfollow without a pause.`,
  'The disk is counted as full from when 300 kB are left, on which the database writes on for a while.',
  '',
  '| fault | s until `/readyz` is red | s of the slowest answer | s from its end until Neo4j answers | s from then until green | until data | told to try again | wrong, lost, unasked |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];
writePart(new URL('../docs/reliability.md', import.meta.url).pathname, 'faults', [...head, ...rows]);
