import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.js';
import { type CheckReport, checkGraph, type Difference } from '../ingest/check.js';
import { openGraph } from '../open-graph.js';
import { progressDisplay } from './progress.js';

interface Options {
  readonly limit: number;
  readonly json?: boolean;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10_000)
    throw new InvalidArgumentError('It must be from 1 to 10000.');
  return value;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sentence = ({ kind, ids, property, stored, recounted }: Difference): string =>
  `${kind} ${ids.join(' → ')}: ${property} is ${stored ?? 'absent'}, recounted ${recounted ?? 'absent'}`;

/** `research-graph check`: exit code 1 where a figure differs. */
export function checkCommand(): Command {
  return new Command('check')
    .description('recount every derived edge and figure from what sources state, and say what differs')
    .option('--limit <n>', 'how many differences to list, 1 to 10000', wholeNumber, 100)
    .option('--json', 'print the report as JSON')
    .action(async ({ limit, json }: Options) => {
      const report = await runCheck(limit);
      if (report.total > 0) process.exitCode = 1;
      if (json) return say(JSON.stringify(report));
      for (const difference of report.differences) say(sentence(difference));
      if (report.total > report.differences.length) say(`… and ${report.total - report.differences.length} more`);
      say(`${report.total} differences in ${report.nodes} nodes.`);
    });
}

async function runCheck(limit: number): Promise<CheckReport> {
  const config = readConfig();
  const progress = progressDisplay();
  const graph = await openGraph(config, progress.show).finally(progress.end);
  try {
    return await checkGraph(graph.database, { maxAuthors: config.maxAuthors, limit });
  } finally {
    await graph.close();
  }
}
