// Writes generated/queries.ts: the queries of ../queries, each with the types of its variables and of its answer.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as documentNodes from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const here = import.meta.dirname;
const read = (...path) => parse(readFileSync(join(here, ...path), 'utf8'));
const queries = readdirSync(join(here, '../queries')).filter((file) => file.endsWith('.graphql'));

const output = await codegen({
  filename: 'queries.ts',
  schema: read('../../schema.graphql'),
  documents: queries.map((file) => ({ location: file, document: read('../queries', file) })),
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    useTypeImports: true,
    scalars: { ID: 'string', DateTime: 'string' },
  },
  plugins: [{ operations: {} }, { documentNodes: {} }],
  pluginMap: { operations, documentNodes },
});

mkdirSync(join(here, 'generated'), { recursive: true });
writeFileSync(join(here, 'generated/queries.ts'), output);
