// Writes web/src/gen/graphql.ts: types and texts of the queries in web/src/queries, checked against schema.graphql.
// With --check it writes nothing and fails where the file is not up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), 'utf8');

/** Where the generated code is. */
const target = here('src/gen/graphql.ts');

/** The generated code, as it should be. */
const generate = () =>
  codegen({
    filename: target,
    schema: parse(read('../schema.graphql')),
    documents: readdirSync(here('src/queries'))
      .filter((name) => name.endsWith('.graphql'))
      .sort()
      .map((name) => ({ location: name, document: parse(read(`src/queries/${name}`)) })),
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      dedupeFragments: true,
      scalars: { DateTime: 'string', ID: 'string' },
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
  });

const generated = await generate();
if (!process.argv.includes('--check')) writeFileSync(target, generated);
else if (readFileSync(target, 'utf8') !== generated) {
  console.error('web/src/gen/graphql.ts is not what schema.graphql and the queries give: npm run codegen');
  process.exitCode = 1;
}
