import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectPath } from '../../src/project.js';

/** What the image's last stage copies into its folder. */
const carried = (): string[] => {
  const lastStage =
    readFileSync(projectPath('Dockerfile'), 'utf8')
      .split(/^FROM /m)
      .at(-1) ?? '';
  return [...lastStage.matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' ').map((path) => basename(path)),
  );
};

test('the files that the image carries are enough for every command to load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  for (const name of carried()) if (name !== 'dist') symlinkSync(projectPath(name), join(folder, name));
  execFileSync('cp', ['-r', projectPath('dist'), join(folder, 'dist')]);
  try {
    const printed = execFileSync('node', ['dist/main.js', 'schema'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toBe(readFileSync(projectPath('schema.graphql'), 'utf8'));
    rmSync(join(folder, 'neo4j'));
    expect(() => execFileSync('node', ['dist/main.js', 'schema'], { cwd: folder, stdio: 'pipe' })).toThrow(/pom\.xml/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
