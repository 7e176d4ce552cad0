#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { dbCommand } from './cli/db.js';
import { UserFacingError } from './core/errors.js';
import { projectVersion } from './project.js';

const program = new Command('research-graph').version(projectVersion);
program.addCommand(dbCommand());
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
