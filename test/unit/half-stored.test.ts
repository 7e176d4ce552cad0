import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHalfStored, replaceWhole } from '../../src/neo4j/half-stored.js';
import { layoutOf } from '../../src/neo4j/layout.js';

const home = mkdtempSync(join(tmpdir(), 'half-stored-'));
const layout = layoutOf(home);
const parts = ['databases', 'transactions'].flatMap((part) =>
  ['neo4j', 'system'].map((name) => join(layout.data, part, name)),
);
const remaining = () => parts.filter(existsSync).map((path) => path.slice(layout.data.length + 1));
const store = async () => {
  for (const path of parts) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'store'), 'half');
  }
};
const others = ['databases/system', 'transactions/system'];

afterAll(() => rmSync(home, { recursive: true }));

test('a database that could not be replaced wholly is deleted, no other is, and the failure is told', async () => {
  const failing = replaceWhole(layout, 'neo4j', async () => {
    await store();
    throw new Error('No space left');
  });
  await expect(failing).rejects.toThrow('No space left');
  expect(remaining()).toEqual(others);
});

test('one whose replacement was killed is deleted by whoever comes next', async () => {
  const killed = new Promise<void>(() => undefined);
  void replaceWhole(layout, 'neo4j', () => store().then(() => killed));
  while (remaining().length < parts.length) await new Promise((resolve) => setTimeout(resolve, 5));
  await removeHalfStored(layout);
  expect(remaining()).toEqual(others);
});

test('one that was replaced is left alone', async () => {
  await replaceWhole(layout, 'neo4j', store);
  await removeHalfStored(layout);
  expect(remaining()).toHaveLength(parts.length);
});
