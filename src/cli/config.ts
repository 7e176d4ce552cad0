import { Command } from 'commander';
import { configurationPage } from '../configuration-page.js';

/** `research-graph config`: what the environment may set. */
export const configCommand = (): Command =>
  new Command('config').description('print every setting, as docs/configuration.md has it').action(() => {
    process.stdout.write(configurationPage());
  });
