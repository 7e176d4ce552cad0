import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import '../../src/cli/commands.js';
import { declaredStatements, loadStatements, read } from '../../src/core/queries.js';
import { projectPath } from '../../src/project.js';

const onDisk = () =>
  readdirSync(projectPath('cypher'))
    .map((name) => basename(name, '.cypher'))
    .sort();

describe('every Cypher statement is a file that its caller names', () => {
  test('the declared statements and the files are the same, none missing and none orphaned', () => {
    expect(onDisk()).toEqual(
      declaredStatements()
        .map(({ file }) => file)
        .sort(),
    );
  });

  test('a missing file stops the server before it starts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cypher-'));
    writeFileSync(join(folder, 'graph.info.cypher'), 'RETURN 1');
    expect(() => loadStatements(folder)).toThrow(/Missing in .*researcher\.by-id/);
  });

  test('a statement declared twice is refused', () => {
    expect(() => read('graph.info')).toThrow('declared twice');
  });

  test.each(onDisk())('%s says what it is for, what it takes and what it returns', (file) => {
    const text = loadStatements(projectPath('cypher')).get(file) ?? '';
    const [header = ''] = /^(\/\/ .*\n)+/.exec(text) ?? [];
    expect(header).toMatch(/^\/\/ \S/);
    expect(header).toMatch(/^\/\/ Columns: \S/m);
    expect(parametersIn(header)).toEqual(parametersIn(text.slice(header.length)));
  });
});

const parametersIn = (text: string) =>
  [...new Set([...text.matchAll(/\$([a-zA-Z]\w*)/g)].map(([, name]) => name))].sort();
