#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { projectVersion } from './project.js';

const program = new Command('research-graph').version(projectVersion);
await program.parseAsync();
