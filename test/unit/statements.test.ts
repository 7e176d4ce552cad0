import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import '../../src/cli/commands.js';
// Nothing retires ids yet but tests.
import '../../src/graph/resolve.log.js';
import { declaredStatements, loadStatements, read } from '../../src/core/queries.js';
import { projectPath } from '../../src/project.js';
import { headerOf } from '../support/statement-header.js';

const onDisk = () =>
  readdirSync(projectPath('cypher'))
    .filter((name) => name.endsWith('.cypher'))
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

  test('what statements share is written once, in parts that are all used', () => {
    const parts = readdirSync(projectPath('cypher', 'parts')).map((name) => basename(name, '.cypher'));
    const files = onDisk().map((file) => readFileSync(projectPath('cypher', `${file}.cypher`), 'utf8'));
    const used = files.flatMap((text) => [...text.matchAll(/^ *\/\/ include (\S+)$/gm)].map(([, part]) => part));
    expect([...new Set(used)].sort()).toEqual(parts.sort());
    for (const part of parts)
      expect(readFileSync(projectPath('cypher', 'parts', `${part}.cypher`), 'utf8')).toMatch(/^\/\/ \S/);
  });

  test('a part takes the place of the line that names it; neither comments nor indentation are sent', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cypher-'));
    for (const { file } of declaredStatements()) writeFileSync(join(folder, `${file}.cypher`), 'RETURN 1');
    mkdirSync(join(folder, 'parts'));
    writeFileSync(join(folder, 'parts', 'one.cypher'), '// Says one.\n// Twice.\n1 +\n\n1\n');
    writeFileSync(join(folder, 'graph.info.cypher'), '// Adds.\nRETURN\n  // include one\n  // Both.\n  AS two\n');
    expect(loadStatements(folder).get('graph.info')).toBe('RETURN\n1 +\n\n1\nAS two\n');
  });

  test.each(onDisk())(
    '%s has no text over several lines and no remark behind one: lines lose their indentation',
    (file) => {
      const lines = (loadStatements(projectPath('cypher')).get(file) ?? '').split('\n');
      const torn = lines.filter((line) => line.split("'").length % 2 === 0 || /"|\/\*|\/\//.test(line));
      expect(torn).toEqual([]);
    },
  );

  test('a statement declared twice is refused', () => {
    expect(() => read('graph.info')).toThrow('declared twice');
  });

  test.each(onDisk())('%s says what it is for, what it takes and what it returns', (file) => {
    const header = headerOf(file);
    expect(header).toMatch(/^\/\/ \S/);
    expect(header).toMatch(/^\/\/ Columns: \S/m);
    expect(parametersIn(header)).toEqual(parametersIn(loadStatements(projectPath('cypher')).get(file) ?? ''));
  });
});

const parametersIn = (text: string) =>
  [...new Set([...text.matchAll(/\$([a-zA-Z]\w*)/g)].map(([, name]) => name))].sort();
