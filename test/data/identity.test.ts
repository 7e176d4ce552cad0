import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backgroundOf } from '../../src/identity/background.js';
import { identityOf } from '../../src/identity/identity.js';
import type { IdentityWork } from '../../src/identity/record-works.js';
import { foldedWords } from '../../src/ingest/sort-key.js';

const file = join(__dirname, '../../../shared/data/identity/aminer_dev.jsonl');
const isThere = existsSync(file);
if (!isThere) console.warn(`${file} is not there: the tests on ambiguous names are skipped`);

interface Row {
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly year: string;
  readonly venue: string;
  readonly authors: readonly string[];
  readonly organization: string | null;
  readonly label: string;
}

const asWork = (row: Row): IdentityWork => ({
  ...{ id: row.id, title: row.title, venue: row.venue, year: Number(row.year), printedName: row.name },
  coauthors: row.authors.filter((name) => foldedWords(name) !== foldedWords(row.name)).map((name) => ({ name })),
  organisations: [{ name: row.organization }],
});

function by(rows: readonly Row[], key: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}

/** B-cubed F1 of the groups found. */
function bCubed(rows: readonly Row[], found: readonly (readonly string[])[]): number {
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  let [precision, recall] = [0, 0];
  for (const group of found)
    for (const id of group) {
      const label = labels.get(id);
      const right = group.filter((other) => labels.get(other) === label).length;
      precision += right / group.length / rows.length;
      recall += right / rows.filter((row) => row.label === label).length / rows.length;
    }
  return (2 * precision * recall) / (precision + recall);
}

(isThere ? describe : describe.skip)('55 ambiguous names', () => {
  const rows = readFileSync(isThere ? file : __filename, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"name"'))
    .map((line): Row => JSON.parse(line));
  const names = by(rows, ({ name }) => name);
  const background = backgroundOf(rows.map(asWork));

  test.each([
    ['with how common words and venues are', { background }, 0.9],
    ['from each record alone', {}, 0.885],
  ])('namesakes are told apart %s', (_, options, least) => {
    const figures = names.map((of) =>
      bCubed(
        of,
        identityOf(of.map(asWork), options).groups.map(({ workIds }) => workIds),
      ),
    );
    expect(figures.reduce((sum, figure) => sum + figure, 0) / figures.length).toBeGreaterThan(least);
  });

  test('of single people with ten works or more at most one in twenty is called mixed, of several most are', () => {
    const share = (records: Row[][], options: object) =>
      records.filter((of) => identityOf(of.map(asWork), options).consistent === false).length / records.length;
    const single = names.flatMap((of) => by(of, ({ label }) => label)).filter((of) => of.length >= 10);
    const several = names.filter((of) => new Set(of.map(({ label }) => label)).size > 1);
    for (const options of [{}, { background }]) {
      expect(share(single, options)).toBeLessThanOrEqual(0.05);
      expect(share(several, options)).toBeGreaterThan(0.5);
    }
  });
});
