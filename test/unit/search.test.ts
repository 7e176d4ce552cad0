import fc from 'fast-check';
import { toLucene } from '../../src/graph/search.js';

describe('a search text becomes a query that Lucene never misreads', () => {
  test('every word must occur, the last one also as a beginning', () => {
    expect(toLucene('gradient Clip')).toBe('+gradient +(clip clip*)');
  });

  test('accents are folded, since Lucene does not fold the beginning of a word', () => {
    expect(toLucene('Łukasz Žižek')).toBe('+lukasz +(zizek zizek*)');
  });

  test('words of other scripts stay as they are', () => {
    expect(toLucene('张璟昭')).toBe('+(张璟昭 张璟昭*)');
  });

  test('a text without a word is no query', () => {
    expect(toLucene(' "(["~*/\u0000 ')).toBe('');
  });

  test('whatever the text, only letters and digits reach Lucene, and no word is an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toLucene(text)).toMatch(/^$|^(\+[\p{L}\p{N}\p{M}]+ )*\+\(([\p{L}\p{N}\p{M}]+) \2\*\)$/u);
        expect(toLucene(text)).not.toMatch(/\b(AND|OR|NOT)\b/);
      }),
    );
  });
});
