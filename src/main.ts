#!/usr/bin/env node
import './production.js';
import 'reflect-metadata';
import { Command } from 'commander';
import { commands } from './cli/commands.js';
import { UserFacingError } from './core/errors.js';
import { projectVersion } from './project.js';

const program = new Command('research-graph')
  .description('A GraphQL server over a graph of researchers, works, topics and institutions')
  .version(projectVersion);
for (const command of commands()) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
