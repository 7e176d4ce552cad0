// An hour of reads, mutations and imports with a fault every minute: npm run build, then
// node --import ./bench/typescript.mjs bench/endurance.mjs [minutes]. Exits with 1 where something is amiss.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { endure } from '../test/support/endurance.ts';
import { machine, writePart } from './report.mjs';

const MINUTES = Number(process.argv[2] ?? 60);
const FLAT = 1.1;
/** Five seconds, and what clients that share the machine add. */
const LATE = 5_500;

const folder = resolve('.data');
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(`${folder}/endurance-`);
const jars = resolve('.data', 'test', 'jars');
mkdirSync(jars, { recursive: true });
symlinkSync(jars, `${home}/jars`);
const report = await endure({
  ...{ home, seconds: MINUTES * 60, every: 60, lasts: 6, works: 300 },
  onProgress: (line) => console.error(line),
});
rmSync(home, { recursive: true });
console.log(JSON.stringify({ minutes: MINUTES, load: loadavg().map((one) => one.toFixed(1)), ...report }, null, 2));
const { amiss, differences, imports, memory } = report;
const flat = memory.every(({ second, last }) => last <= FLAT * second);
const lost = [...Object.values(amiss).flat(), ...imports.strange];
const shown = (values) => values.map((value) => value.toFixed(0)).join(' and ');
writePart(new URL('../docs/reliability.md', import.meta.url).pathname, 'endurance', [
  `${MINUTES} minutes on ${machine()}, beside other work (load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')}):`,
  '',
  '| what | |',
  '| --- | --- |',
  `| faults | ${report.suffered.length} |`,
  `| requests; of those told to try again | ${report.requests}; ${report.unavailable} |`,
  `| answers that must not be, or none | ${amiss.wrong.length} |`,
  `| mutations acknowledged; lost; done though not asked | ${report.deeds}; ${amiss.lost.length}; ${amiss.unasked.length} |`,
  `| imports that ended well; that a fault cut off | ${imports.done}; ${imports.cutOff} |`,
  `| slowest answer | ${(report.slowest / 1_000).toFixed(1)} s |`,
  `| memory of the two servers in the second quarter; in the last | ${shown(memory.map(({ second }) => second))} MB; ${shown(memory.map(({ last }) => last))} MB |`,
  `| differences that a recount finds | ${differences} |`,
]);
if (lost.length > 0 || differences > 0 || !flat || report.slowest > LATE) process.exitCode = 1;
