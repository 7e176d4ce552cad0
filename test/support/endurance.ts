import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { researchGraph } from './built-command.js';
import { type Fault, faults, openFaultSite } from './fault-site.js';
import { startImport } from './import-process.js';
import { amissAfter } from './kept.js';
import { writeOpenAlexWorks } from './openalex-file.js';

export interface EnduranceOptions {
  readonly home: string;
  readonly seconds: number;
  /** Seconds from one fault to the next. */
  readonly every: number;
  /** Seconds that a fault lasts. */
  readonly lasts: number;
  /** Works in each file that is imported. */
  readonly works: number;
  readonly faults?: readonly Fault[];
  readonly onProgress?: (line: string) => void;
}

const MEGABYTE = 1_024;

/** Resident memory of a process, in megabytes. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / MEGABYTE;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Imports one file after another into the site's database, each as often as it takes. */
function startImports(home: string, environment: Readonly<Record<string, string>>, works: number) {
  let stopped = false;
  const counts = { done: 0, cutOff: 0 };
  const strange: string[] = [];
  const file = join(home, 'endurance.gz');
  const all = (async () => {
    while (!stopped) {
      writeOpenAlexWorks(file, works + counts.done);
      const { end, said } = startImport(file, home, environment);
      if ((await end) === 0) counts.done++;
      else if (/^(The database|The embedded|No Neo4j answers|Another import|Neo4j did not)[^\n]*\n$/m.test(said()))
        counts.cutOff++;
      else strange.push(said().slice(-500));
      await sleep(1_000);
    }
  })();
  const stop = async () => {
    stopped = true;
    await all;
  };
  return { counts, strange, stop };
}

/** Has two servers read, written and imported into while their database fails again and again, and tells what came of it. */
export async function endure({ home, seconds, every, lasts, works, onProgress, ...options }: EnduranceOptions) {
  const site = await openFaultSite(home);
  const servers = [site.keeper, site.remote];
  const memory: number[][] = servers.map(() => []);
  const load = site.load();
  const imports = startImports(home, site.environment, works);
  const sampling = setInterval(
    () => {
      for (const [at, { pid }] of servers.entries()) memory[at]?.push(memoryOf(pid));
    },
    (seconds * 1_000) / 200,
  );
  const begun = performance.now();
  const suffered: string[] = [];
  const chosen = options.faults ?? faults;
  for (let next = every; next <= seconds; next += every) {
    await sleep(Math.max(0, begun + next * 1_000 - performance.now() - lasts * 1_000));
    const fault = chosen[suffered.length % chosen.length] as Fault;
    fault.begin(site);
    await sleep(lasts * 1_000);
    fault.end(site);
    await site.recovered();
    suffered.push(fault.name);
    const held = servers.map(({ pid }) => memoryOf(pid).toFixed(0)).join(' and ');
    onProgress?.(`${Math.round((performance.now() - begun) / 1_000)} s: ${fault.name}; recovered; ${held} MB`);
  }
  clearInterval(sampling);
  await imports.stop();
  const amiss = await amissAfter(load, site.query);
  const { total: differences } = JSON.parse(await researchGraph(home, 'check', '--json').catch(({ stdout }) => stdout));
  await site.close();
  const quarter = (values: readonly number[], nth: number) =>
    median(values.slice(Math.floor((values.length * nth) / 4), Math.floor((values.length * (nth + 1)) / 4)));
  return {
    ...{ suffered, amiss, differences },
    imports: { ...imports.counts, strange: imports.strange },
    requests: load.told.length,
    unavailable: load.told.filter(({ outcome }) => outcome === 'unavailable').length,
    deeds: load.followers.reduce((sum, { deeds }) => sum + deeds, 0),
    slowest: Math.max(...load.told.map(({ took }) => took)),
    /** In megabytes: of the second quarter of the time, and of the last. */
    memory: memory.map((values) => ({ second: quarter(values, 1), last: quarter(values, 3) })),
  };
}
