import { formats } from '../../src/ingest/formats.js';
import { filesToRead, partitionOf } from '../../src/ingest/partitions.js';
import type { RecordFile } from '../../src/ingest/recognise.js';

const file = (path: string, bytes = 1, source = 'openalex'): RecordFile => {
  const format = formats.find((one) => one.source === source);
  if (format === undefined) throw new Error(source);
  return { path, bytes, compression: 'gzip', format, shape: 'json' };
};
const dated = (entity: string, date: string, part = 0) => `${entity}/updated_date=${date}/part_00${part}.gz`;
/** What is left to read of a snapshot's files, by their place in it. */
const read = (files: readonly RecordFile[], imported: Readonly<Record<string, number>>): string[] =>
  filesToRead(
    files,
    Object.entries(imported).map(([key, bytes]) => ({ key, bytes })),
  ).map(({ path }) => path.replace('/snapshot/data/', ''));

test('a file of a snapshot is known by its place in it, wherever the snapshot lies', () => {
  const key = dated('works', '2024-05-01');
  for (const root of ['/a/data', '/b', 'c/d', '/updated_date=2020-01-01/x'])
    expect(partitionOf(file(`${root}/${key}`, 7))).toEqual({ key, bytes: 7, entity: 'works', date: '2024-05-01' });
  for (const path of ['/works/part_000.gz', '/works/updated_date=today/a.gz', '/updated_date=2024-05-01/a.gz'])
    expect(partitionOf(file(path))).toBeNull();
});

test('the older snapshot that lies beside has files of its own', () => {
  const [now, legacy] = [dated('works', '2024-05-01'), dated('legacy-data/works', '2024-05-01')];
  expect(partitionOf(file(`/snapshot/${legacy}`))).toMatchObject({ key: legacy, entity: 'legacy-data/works' });
  const files = [file(`/snapshot/data/${now}`, 5), file(`/snapshot/${legacy}`, 7)];
  expect(read(files, {})).toEqual([now, `/snapshot/${legacy}`]);
  expect(read(files, { [now]: 5 })).toEqual([`/snapshot/${legacy}`]);
  expect(read(files, { [now]: 5, [legacy]: 7 })).toEqual([]);
  const earlier = file(`/snapshot/${dated('legacy-data/works', '2024-01-01')}`, 8);
  expect(read([earlier], { [now]: 5, [dated('works', '2024-01-01')]: 7 })).toHaveLength(1);
});

describe('lists of merged ids', () => {
  const list = (path: string, bytes = 9): RecordFile => ({ ...file(path, bytes), shape: 'csv' });
  const [key, path] = ['merged_ids/works/2024-05-01.csv.gz', '/snapshot/merged_ids/works/2024-05-01.csv.gz'];

  test('that are known are passed over where no records are read, which might name ids of theirs', () => {
    expect(read([list(path)], {})).toEqual([path]);
    expect(read([list(path)], { [key]: 9 })).toEqual([]);
    expect(read([list(path)], { [key]: 8 })).toEqual([path]);
    const works = file(dated('works', '2024-05-01'));
    expect(read([works, list(path)], { [key]: 9 })).toEqual([works.path, path]);
    expect(read([works, list(path)], { [key]: 9, [works.path]: 1 })).toEqual([]);
    expect(read([file('a.jsonl', 1, 'arxiv'), list(path)], { [key]: 9 })).toEqual(['a.jsonl']);
  });

  test('are known by entity and name; those elsewhere are read each time', () => {
    const legacy = '/snapshot/legacy-data/merged_ids/works/2024-05-01.csv.gz';
    expect(read([list(legacy)], { [key]: 9 })).toEqual([legacy]);
    expect(read([list('/x/2024-05-01.csv.gz')], { [key]: 9 })).toHaveLength(1);
  });
});

test('an entity is read oldest first, in the order in which entities and other files are given', () => {
  const [late, early] = [dated('works', '2024-05-01'), dated('works', '2023-12-31', 1)];
  const [other, author] = ['z.jsonl', dated('authors', '2024-01-01')];
  expect(read([file(late), file(author), file(other), file(early), file('a.jsonl')], {})).toEqual([
    ...[early, late, author, other, 'a.jsonl'],
  ]);
});

describe('of a later snapshot', () => {
  const [old, recent] = [dated('works', '2024-01-01'), dated('works', '2024-05-01')];
  const imported = { [old]: 10, [recent]: 10 };

  test.each([
    ['a file that is as it was is passed over', [file(old, 10), file(recent, 10)], []],
    ['a new day is read', [file(old, 10), file(dated('works', '2024-06-01'), 5)], [dated('works', '2024-06-01')]],
    [
      'a part that is new is read, on an old day too',
      [file(dated('works', '2024-01-01', 1))],
      [dated('works', '2024-01-01', 1)],
    ],
    ['an old day that shrank is passed over', [file(old, 5)], []],
    ['the newest day that changed is read', [file(recent, 11)], [recent]],
    [
      'another entity has days of its own',
      [file(dated('authors', '2024-01-01'), 10)],
      [dated('authors', '2024-01-01')],
    ],
    ['a file outside the folders of days is read', [file('/x/part_000.gz', 10)], ['/x/part_000.gz']],
    ['a file of arXiv is read, whatever its folder is called', [file(old, 10, 'arxiv')], [old]],
  ])('%s', (_, files, left) => {
    expect(read(files, imported)).toEqual(left);
  });
});
