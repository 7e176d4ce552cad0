import type { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup.js';
import { checkCommand } from './check.js';
import { configCommand } from './config.js';
import { curateCommand } from './curate.js';
import { dbCommand } from './db.js';
import { fetchCommand } from './fetch.js';
import { identifyCommand } from './identify.js';
import { importCommand } from './import.js';
import { schemaCommand } from './schema.js';
import { serveCommand } from './serve.js';
import { tokenCommand } from './token.js';

/** Every command of `research-graph`. */
export const commands = (): Command[] => [
  serveCommand(),
  importCommand(),
  fetchCommand(),
  dbCommand(),
  backupCommand(),
  restoreCommand(),
  checkCommand(),
  curateCommand(),
  identifyCommand(),
  schemaCommand(),
  configCommand(),
  tokenCommand(),
];
