import { userInfo } from 'node:os';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { PublicError, UserFacingError } from '../core/errors.js';
import { type Curator, listCurations } from '../curation/curations.js';
import { mergeResearchers } from '../curation/merge.js';
import { splitResearcher } from '../curation/split.js';
import { undoCuration } from '../curation/undo.js';
import { openGraph } from '../open-graph.js';
import { progressDisplay } from './progress.js';

interface Options {
  readonly by: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `research-graph curate`: merges and splits records of researchers from the shell, as moderators do over the API. */
export function curateCommand(): Command {
  const command = new Command('curate').description('merge and split records of researchers, and take that back');
  const by = ['--by <name>', 'who decides', userInfo().username] as const;
  command
    .command('merge <keep> <merge>')
    .description('two records are one person: the second becomes a part of the first')
    .option(...by)
    .action((keep: string, merge: string, options: Options) =>
      run(options, async (curator) => {
        const id = await mergeResearchers(curator, keep, merge);
        say(`${merge} is a part of ${id} now.`);
      }),
    );
  command
    .command('split <researcher> <work...>')
    .description('one record is two people: these works go to a new record')
    .option(...by)
    .action((researcher: string, works: string[], options: Options) =>
      run(options, async (curator) => {
        const id = await splitResearcher(curator, researcher, works);
        say(`${works.length} works of ${researcher} are those of ${id} now.`);
      }),
    );
  command
    .command('undo <curation>')
    .description('take a merge or a split back, by its id')
    .option(...by)
    .action((curation: string, options: Options) =>
      run(options, async (curator) => {
        const id = await undoCuration(curator, curation);
        say(`${curation} is undone: see ${id}.`);
      }),
    );
  command
    .command('list')
    .description('all decisions, newest first, at most 1,000')
    .action(() =>
      run({ by: '' }, async (curator) => {
        for (const { id, kind, by: name, at, researcherIds, workIds, undone } of await listCurations(curator))
          say(
            `${id} ${at} ${kind} ${researcherIds.join(' ')}, ${workIds.length} works, by ${name}${undone ? ', undone' : ''}`,
          );
      }),
    );
  return command;
}

async function run({ by }: Options, work: (curator: Curator) => Promise<void>): Promise<void> {
  const { maxAuthors, changesKept, ...config } = readConfig();
  const progress = progressDisplay();
  const graph = await openGraph({ maxAuthors, changesKept, ...config }, progress.show).finally(progress.end);
  try {
    await work({ database: graph.database, maxAuthors, changesKept, by });
  } catch (error) {
    throw error instanceof PublicError ? new UserFacingError(error.message) : error;
  } finally {
    await graph.close();
  }
}
