import type { Command } from 'commander';
import { dbCommand } from './db.js';
import { schemaCommand } from './schema.js';
import { serveCommand } from './serve.js';

/** Every command of `research-graph`. */
export const commands = (): Command[] => [serveCommand(), dbCommand(), schemaCommand()];
