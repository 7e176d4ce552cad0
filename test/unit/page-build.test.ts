import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectPath } from '../../src/project.js';

const KILOBYTE = 1_024;
const built = projectPath('dist', 'web');
const read = (path: string): string => readFileSync(join(built, path), 'utf8');
const assets = () => readdirSync(join(built, 'assets'));
const asset = (pattern: RegExp): string => {
  const found = assets().filter((name) => pattern.test(name));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
};

beforeAll(() => execFileSync('node', [projectPath('web', 'build.js')]));

test('the types and texts of the page’s queries are those that schema.graphql gives', () => {
  execFileSync('node', [projectPath('web', 'codegen.js'), '--check'], { stdio: 'pipe' });
});

/** What is fetched later, if at all: for the first formula, or when a page of its own is opened. */
const LATER = /^(katex|account|explorer)-/;

test('all scripts that the page of a researcher may load before KaTeX are at most 60 KB, compressed', () => {
  const [entry = ''] = [...read('index.html').matchAll(/src="\/assets\/(.+?\.js)"/g)].map(([, name]) => name);
  const loaded = new Set<string>();
  const follow = (name: string): void => {
    if (loaded.has(name) || LATER.test(name)) return;
    loaded.add(name);
    for (const [, next = ''] of read(join('assets', name)).matchAll(/["'`/]([\w.-]+\.js)\b/g))
      if (assets().includes(next)) follow(next);
  };
  follow(entry);
  expect([...loaded].some((name) => name.startsWith('graph-view'))).toBe(true);
  expect([...loaded].some((name) => name.startsWith('layout.worker'))).toBe(true);
  const sizes = [...loaded].map((name) => gzipSync(read(join('assets', name))).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * KILOBYTE);
});

test('nothing of React, the editor or KaTeX is in the page’s own script', () => {
  const script = read(join('assets', asset(/^index-.+\.js$/)));
  expect(script).not.toMatch(/monaco|react-dom|\\mathbb/i);
});

test('the documents name no other machine', () => {
  for (const name of ['index.html', 'graphiql.html']) expect(read(name)).not.toMatch(/(src|href)="(https?:)?\/\//);
});

test('the account has a script of its own, which no other page fetches', () => {
  const account = read(join('assets', asset(/^account-.+\.js$/)));
  expect(account).toContain('Delete the account');
  const script = read(join('assets', asset(/^index-.+\.js$/)));
  expect(script).toMatch(/import\([`'"]\.\/account-/);
  expect(script).not.toMatch(/from ?[`'"]\.\/account-/);
  expect(script).not.toContain('Delete the account');
});

test('a build of what has not changed is not made again', () => {
  const madeAt = () => statSync(join(built, 'index.html')).mtimeMs;
  const before = madeAt();
  execFileSync('node', [projectPath('web', 'build.js')]);
  expect(madeAt()).toBe(before);
});
