import fc from 'fast-check';
import { readOptionalText, readText } from '../../src/core/text.js';

describe('a text that somebody writes', () => {
  test.each([
    ['is trimmed', '  Ada  ', 'Ada'],
    ['keeps what looks like markup', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['keeps joined emoji and combining accents', '👩‍🔬 é', '👩‍🔬 é'],
  ])('%s', (_, given, text) => {
    expect(readText('body', given, { most: 20 })).toBe(text);
  });

  test.each([
    ['an empty text', '', 'body must not be empty'],
    ['blanks alone', ' \t\n ', 'body must not be empty'],
    ['more than the most', '👩👩👩', 'body must have at most 2 characters; it has 3'],
    ['a control character', 'a\u0000', 'body must not hold control characters, line breaks among them'],
    ['a line break in a line', 'a\nb', 'body must have at most 2 characters; it has 3'],
    ['nothing to see', '\u200b\u2060', 'body must not be empty'],
    ['a turn of direction', '\u202ea', 'body must not hold control characters'],
    ['half of a surrogate pair', '\ud83d', 'body must be well-formed Unicode'],
  ])('%s is refused', (_, given, message) => {
    expect(() => readText('body', given, { most: 2 })).toThrow(message);
  });

  test('a line has no break of any kind', () => {
    for (const given of ['a\nb', 'a\u2028b', 'a\u2029b', 'a\rb'])
      expect(() => readText('headline', given, { most: 9 })).toThrow('line breaks among them');
  });

  test('lines and tabs are kept where the text may have them', () => {
    expect(readText('body', 'a\r\n\tb', { most: 10, lines: true })).toBe('a\r\n\tb');
    expect(() => readText('body', 'a\u0007b', { most: 10, lines: true })).toThrow('must not hold control characters');
  });

  test('nothing, or blanks alone, is none where it may be left out', () => {
    expect([null, undefined, ' '].map((given) => readOptionalText('reason', given, { most: 5 }))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is kept as it was given, or refused: never changed inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (given) => {
        try {
          expect(given).toContain(readText('body', given, { most: 20, lines: true }));
        } catch (error) {
          expect(String(error)).toMatch(/^body must/);
        }
      }),
    );
  });
});
