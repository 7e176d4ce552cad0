import { readFileSync } from 'node:fs';
import { variables } from '../../src/config.js';
import { configurationPage } from '../../src/configuration-page.js';
import { projectPath } from '../../src/project.js';

describe('docs/configuration.md', () => {
  test('is what the code reads: npm run configuration writes it', () => {
    expect(readFileSync(projectPath('docs', 'configuration.md'), 'utf8')).toBe(configurationPage());
  });

  test('says what each variable is for', () => {
    const rows = configurationPage()
      .split('\n')
      .filter((line) => /^\| [A-Z]/.test(line));
    expect(rows.map((line) => line.split(' | ')[0]?.slice(2))).toEqual(Object.keys(variables));
    for (const line of rows) expect(line).toMatch(/\| [^|]{10,} \|$/);
  });
});
