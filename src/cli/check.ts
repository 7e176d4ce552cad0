import { Command } from 'commander';
import type { Config } from '../config.js';
import type { Database } from '../core/database.js';
import { checkGraph, type Difference } from '../ingest/check.js';

/** Runs something with the configured database, open only as long as that takes. */
export type WithDatabase = <Result>(use: (database: Database, config: Config) => Promise<Result>) => Promise<Result>;

interface Options {
  readonly limit: string;
  readonly json?: boolean;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sentence = ({ kind, ids, property, stored, recounted }: Difference): string =>
  `${kind} ${ids.join(' → ')}: ${property} is ${stored ?? 'absent'}, recounted ${recounted ?? 'absent'}`;

/** `research-graph check`: exit code 1 where a figure differs. */
export function checkCommand(withDatabase: WithDatabase): Command {
  return new Command('check')
    .description('recount every derived edge and figure from what sources state, and say what differs')
    .option('--limit <n>', 'how many differences to list', '100')
    .option('--json', 'print the report as JSON')
    .action(async ({ limit, json }: Options) => {
      const report = await withDatabase((database, { maxAuthors }) =>
        checkGraph(database, { maxAuthors, limit: Number(limit) }),
      );
      if (report.total > 0) process.exitCode = 1;
      if (json) return say(JSON.stringify(report));
      for (const difference of report.differences) say(sentence(difference));
      if (report.total > report.differences.length) say(`… and ${report.total - report.differences.length} more`);
      say(`${report.total} differences in ${report.nodes} nodes.`);
    });
}
