import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { printSortedSchema } from '../../src/core/graphql-schema.js';
import { projectPath } from '../../src/project.js';

const committed = readFileSync(projectPath('schema.graphql'), 'utf8');

describe('schema.graphql is what the server serves', () => {
  test('the committed file equals the schema of the code', async () => {
    expect(printSortedSchema(await buildAppSchema())).toBe(committed);
  });

  test('the comparison fails on a schema that differs in one nullability', async () => {
    const altered = committed.replace('name: String!', 'name: String');
    expect(altered).not.toBe(committed);
    expect(printSortedSchema(buildSchema(altered))).not.toBe(printSortedSchema(await buildAppSchema()));
  });

  test('every type is described', async () => {
    const schema = await buildAppSchema();
    const undescribed = Object.values(schema.getTypeMap())
      .filter(
        ({ name, description }) => !name.startsWith('__') && name !== 'Query' && name !== 'Mutation' && !description,
      )
      .map(({ name }) => name);
    expect(undescribed).toEqual([]);
  });
});
