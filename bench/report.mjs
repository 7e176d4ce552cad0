import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The machine in one line. */
export const machine = () =>
  `${cpus().length} cores of ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

/** A goal as tables show it: what was wanted, and whether it was reached. */
export const goal = (reached, wanted) => `${wanted}: ${reached ? 'reached' : '**missed**'}`;

/** Ends a benchmark: with exit code 1 where requests failed, since its figures are void then. */
export function endOf(name, failed) {
  if (failed === 0) return;
  process.stderr.write(`${name}: ${failed} requests failed, so that its figures are void\n`);
  process.exitCode = 1;
}

/**
 * Writes one named part of a Markdown file; parts that other benchmarks wrote stay. Where BENCH_RESULTS names a folder, the file
 * of that name there is written instead: for trying benchmarks out.
 */
export function writePart(file, name, lines, title = '# Speed of imports') {
  const path = process.env.BENCH_RESULTS ? join(process.env.BENCH_RESULTS, basename(file)) : file;
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const part = `${begin}\n${lines.join('\n')}\n${end}`;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : `${title}\n`;
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)];
  const known = start !== -1 && stop > start;
  const after = known ? before.slice(0, start) + part + before.slice(stop + end.length) : `${before}\n${part}\n`;
  writeFileSync(path, after);
}
