import { Command } from 'commander';
import { readConfig } from '../config.js';
import { storeVerdicts } from '../identity/verdicts.js';
import { openGraph } from '../open-graph.js';
import { progressDisplay } from './progress.js';

const number = (value: number): string => value.toLocaleString('en');

/** `research-graph identify`: looks at new and changed records, so that lists can tell those that mix people. */
export function identifyCommand(): Command {
  return new Command('identify')
    .description('look at new and changed records of researchers, and store which of them mix people')
    .option('--json', 'print what was found as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig();
      const progress = progressDisplay();
      const graph = await openGraph(config, progress.show).finally(progress.end);
      try {
        const found = await storeVerdicts(graph.database, { maxAuthors: config.maxAuthors });
        const { looked, mixed, consistent, untold } = found;
        const sentence = `${number(looked)} records looked at: ${number(mixed)} mix people, ${number(consistent)} are one person's, of ${number(untold)} too little is known.`;
        process.stdout.write(`${json ? JSON.stringify(found) : sentence}\n`);
      } finally {
        await graph.close();
      }
    });
}
