import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRows, defuse } from '../../src/export/csv.js';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-cmd|calc', "'-cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', "'\t=1"],
  ['\rx', "'\rx"],
  ['  =1', "'  =1"],
  ['"=1', '\'"=1'],
  ["' =1", "'' =1"],
  ['A; =1', "A; '=1"],
  ['-5', '-5'],
  ['+0.5', '+0.5'],
  ['-5+cmd', "'-5+cmd"],
  ['a = b', 'a = b'],
  ['10.1000/x', '10.1000/x'],
  ['p-value', 'p-value'],
  ['', ''],
])('the text %j becomes %j', (text, cell) => {
  expect(defuse(text)).toBe(cell);
});

test('numbers stay numbers, also below zero; an absent value is an empty cell', () => {
  expect(csvRows([[-5, -0.25, null, true, '-x']])).toBe('-5,-0.25,,true,"\'-x"\r\n');
});

test('whatever is in a table is read back, but for the apostrophes that defuse it', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const read: string[][] = parse(csvRows(rows));
      expect(read).toEqual(rows.map((row) => row.map((text) => defuse(text.toWellFormed()))));
      for (const text of read.flat()) expect(text).not.toMatch(/^(?![+-]\d+(?:\.\d+)?$)(?!')[\s"]*[=+\-@]|^[\t\r\n]/);
    }),
  );
});
