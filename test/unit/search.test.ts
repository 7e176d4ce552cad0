import fc from 'fast-check';
import { toLucene } from '../../src/graph/search.js';

describe('a search text becomes a query that Lucene never misreads', () => {
  test('every word must occur, the last one also as a beginning', () => {
    expect(toLucene('gradient Clip')).toBe('+"gradient" +("Clip" clip*)');
  });

  test('accents of a beginning are folded, since the analyzer does not see it', () => {
    expect(toLucene('Łukasz Žižek')).toBe('+"Łukasz" +("Žižek" zizek*)');
  });

  test('what the analyzer keeps within a word stays there', () => {
    expect(toLucene("Conan O'Brien")).toBe(`+"Conan" +("O'Brien" o'brien*)`);
    expect(toLucene('GPT-3.5')).toBe('+"GPT-" +("3.5" 3.5*)');
  });

  test('words of other scripts stay as they are', () => {
    expect(toLucene('张璟昭')).toBe('+("张璟昭" 张璟昭*)');
  });

  test('a text without a word is no query', () => {
    expect(toLucene(' "(["~*/\u0000 ')).toBe('');
  });

  test('whatever the text, it is read as quoted words and one beginning, never as syntax', () => {
    const words = String.raw`(\+"(?:[^"\\]|\\["\\])*" )*`;
    const last = String.raw`\+\("(?:[^"\\]|\\["\\])*" [\p{L}\p{N}\p{M}'’._·]*\*\)`;
    const query = new RegExp(`^$|^${words}${last}$`, 'u');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(`${toLucene(text)}`).toMatch(query);
      }),
    );
  });
});
