import { Command } from 'commander';
import { backup, restore } from '../neo4j/backup.js';
import { embeddedConfig } from './db.js';
import { progressDisplay } from './progress.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs `work` on the embedded database, with its progress shown. */
async function onEmbedded<Result>(work: (options: Parameters<typeof backup>[1]) => Promise<Result>): Promise<Result> {
  const { home, database } = embeddedConfig();
  const progress = progressDisplay();
  return work({ home, database, onProgress: progress.show }).finally(progress.end);
}

/** `research-graph backup`: the embedded database into a file. */
export const backupCommand = (): Command =>
  new Command('backup')
    .description('write the embedded database, which must be stopped, into a file')
    .argument('<file>', 'a name that nothing has yet')
    .action(async (file: string) => {
      const bytes = await onEmbedded((options) => backup(file, options));
      say(`${file} holds the database, in ${bytes.toLocaleString('en')} bytes.`);
    });

/** `research-graph restore`: a file of `backup`'s in the place of the embedded database. */
export const restoreCommand = (): Command =>
  new Command('restore')
    .description('put what a backup holds in the place of the embedded database, which must be stopped')
    .argument('<file>', 'what backup wrote')
    .action(async (file: string) => {
      await onEmbedded((options) => restore(file, options));
      say(`The database is that of ${file}.`);
    });
