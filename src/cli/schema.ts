import { Command } from 'commander';
import { buildAppSchema } from '../app.js';
import { printSortedSchema } from '../core/graphql-schema.js';

/** `research-graph schema`: the schema as text. */
export const schemaCommand = (): Command =>
  new Command('schema').description('print schema.graphql').action(async () => {
    process.stdout.write(printSortedSchema(await buildAppSchema()));
  });
