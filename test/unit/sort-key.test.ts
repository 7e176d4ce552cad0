import fc from 'fast-check';
import { sortKey } from '../../src/ingest/sort-key.js';

describe('what names and titles are sorted by', () => {
  test.each([
    ['Łukasz Żółw', 'lukasz zolw'],
    ['  “On” the $L_2$-norm', 'on the l2 norm'],
    ['<i>Drosophila</i> &amp; friends', 'drosophila friends'],
    ['北京大学', 'beijingdaxue'],
    ['Ωμέγα', 'omega'],
    ['…!?', '~'],
    ['', '~'],
  ])('%j is sorted as %j', (text, key) => {
    expect(sortKey(text)).toBe(key);
  });

  test('it is short and in ASCII whatever the text, so that every store orders it alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(sortKey(text)).toMatch(/^(~|[a-z0-9](?:[a-z0-9 ]{0,78}[a-z0-9])?)$/);
      }),
    );
  });

  test('it is sorted by what it says, however long the markup before that', () => {
    expect(sortKey(`${'<b>'.repeat(300)}Zebra`)).toBe('zebra');
  });
});
