import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as graphqlEslint from '@graphql-eslint/eslint-plugin';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { Linter } from 'eslint';
import { buildSchema } from 'graphql';
import { projectPath } from '../../src/project.js';

const committed = readFileSync(projectPath('schema.graphql'), 'utf8');
const released = readFileSync(projectPath('schema.released.graphql'), 'utf8');

describe('Relay can page through the lists', () => {
  /** What relay-compiler makes of the page's queries; rejects with what it says where it refuses them. */
  async function compile(schema: string): Promise<readonly string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'relay-'));
    try {
      cpSync(projectPath('test', 'fixtures', 'relay-page'), join(folder, 'src'), { recursive: true });
      mkdirSync(join(folder, 'made'));
      writeFileSync(join(folder, 'schema.graphql'), schema);
      const config = { src: './src', schema: './schema.graphql', language: 'javascript', artifactDirectory: './made' };
      writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
      const compiler = projectPath('node_modules', 'relay-compiler', 'cli.js');
      await promisify(execFile)('node', [compiler, 'relay.config.json'], { cwd: folder });
      return readdirSync(join(folder, 'made'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('relay-compiler takes a page of queries with pagination fragments, and makes their refetch queries', async () => {
    const made = await compile(committed);
    const pages = ['Works', 'Collaborators', 'Topics', 'Authors'].map((list) => `Researcher${list}Query.graphql.js`);
    const roots = ['Works', 'Researchers', 'Matches'].map((list) => `Lists${list}Query.graphql.js`);
    expect(made).toEqual(expect.arrayContaining([...pages, ...roots]));
  });

  test('and refuses them where a list has no cursors', async () => {
    await expect(compile(committed.replace(/\bendCursor\b/g, 'lastCursor'))).rejects.toThrow('endCursor');
  });

  const { parser, ...plugin } = graphqlEslint as typeof graphqlEslint & { default?: unknown };
  /** What the Relay rules of graphql-eslint find wrong. */
  const lint = (code: string): readonly string[] =>
    new Linter()
      .verify(
        code,
        [
          {
            files: ['**/*.graphql'],
            plugins: { '@graphql-eslint': plugin as object },
            languageOptions: { parser: parser as never, parserOptions: { graphQLConfig: { schema: code } } },
            rules: {
              '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
              '@graphql-eslint/relay-connection-types': 'error',
              '@graphql-eslint/relay-edge-types': [
                'error',
                { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
              ],
              '@graphql-eslint/relay-page-info': 'error',
            },
          },
        ],
        'schema.graphql',
      )
      .map(({ ruleId, message }) => `${ruleId}: ${message}`);

  test('connections, edges, page info and arguments follow the rules of Relay', () => {
    expect(lint(committed)).toEqual([]);
  });

  test('rules that look: an edge without a cursor is found', () => {
    const [edge = ''] = /type WorkEdge \{[^}]*\}/.exec(committed) ?? [];
    const altered = committed.replace(edge, edge.replace(/\bcursor\b/, 'place'));
    expect(lint(altered)).toEqual([expect.stringContaining('relay-edge-types')]);
  });
});

describe('what was released stays', () => {
  const breaking = async (schema: string): Promise<readonly string[]> =>
    (await diff(buildSchema(released), buildSchema(schema)))
      .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
      .map(({ message }) => message);

  test('nothing in the schema breaks a client of the last release, which schema.released.graphql holds', async () => {
    expect(await breaking(committed)).toEqual([]);
  });

  test('a field that goes, or becomes nullable, would be found', async () => {
    expect(await breaking(committed.replace('name: String!', 'name: String'))).toHaveLength(1);
    expect(await breaking(committed.replace(/^ {2}worksByYear\b.*\n/m, '  other: Int\n'))).toEqual([
      expect.stringMatching(/^Field 'worksByYear' was removed/),
    ]);
  });
});
