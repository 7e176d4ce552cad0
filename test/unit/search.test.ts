import anyAscii from 'any-ascii';
import fc from 'fast-check';
import { toLucene } from '../../src/graph/search.js';
import { highlight, toMarker } from '../../src/graph/search-highlight.js';
import { exactName, namesWith } from '../../src/graph/search-pattern.js';

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

  test('a last word that no index holds is not required', () => {
    expect(toLucene('Vitamin A')).toBe('+"Vitamin" ("A" a*)');
  });

  test('a text without a word is no query', () => {
    expect(toLucene(' "(["~*/\u0000 ')).toBe('');
  });

  test('whatever the text, it is read as quoted words and one beginning, never as syntax', () => {
    const words = String.raw`(\+"(?:[^"\\]|\\["\\])*" )*`;
    const last = String.raw`\+?\("(?:[^"\\]|\\["\\])*" [\p{L}\p{N}\p{M}'’._·]*\*\)`;
    const query = new RegExp(`^$|^${words}${last}$`, 'u');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(`${toLucene(text)}`).toMatch(query);
      }),
    );
  });
});

/** The marked words of a highlight. */
const marks = (text: string | null) => text?.split(/[«»]/).filter((_, at) => at % 2 === 1);

describe('a highlight', () => {
  const show = (query: string, ...texts: string[]) => highlight(toMarker(query), texts);

  test('marks whole words in the text that has most of them', () => {
    expect(show('deep lear', 'Deep sea', 'Deep learning of learners')).toBe('«Deep» «learning» of «learners»');
    expect(show("o'br", 'Conan O’Brien')).toBe('Conan «O’Brien»');
    expect(show('lukasz', 'Łukasz')).toBe('«Łukasz»');
    expect(show('none', 'of these')).toBeNull();
    expect(show('', 'text')).toBeNull();
  });

  test('shows of a long text the passage with most of the words', () => {
    const text = `deep ${'x '.repeat(300)}deep learning ${'y '.repeat(300)}`;
    expect(marks(show('deep learning', text))).toEqual(['deep', 'learning']);
  });

  test('is the text with two marks added and nothing else, whatever the text', () => {
    const words = fc.array(fc.constantFrom('deep', 'Learning', 'é', '学习', '«', '»', '<b>', '😀', 'learn'), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('deep learn', '学', 'e', '😀'), (parts, query) => {
        const text = parts.join(' ');
        const shown = show(query, text);
        if (shown === null) return;
        const pieces = shown.split(/[«»]/);
        expect(pieces.length % 2).toBe(1);
        const plain = text.replaceAll('«', '“').replaceAll('»', '”');
        expect(plain).toContain(pieces.join('').replace(/^…/, '').replace(/…$/, ''));
        expect(pieces.join('').length).toBeLessThanOrEqual(202);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  test('takes a text of any length and shape', () => {
    const longest = 200_000;
    for (const text of [
      'deep '.repeat(longest / 5),
      'd'.repeat(longest),
      "d'".repeat(longest / 2),
      '学'.repeat(longest),
      '😀'.repeat(longest / 2),
    ])
      expect(show('deep', text)?.length ?? 0).toBeLessThan(600);
    expect(show('学', '学'.repeat(longest))).toBe(`«${'学'.repeat(200)}»…`);
    expect(show('d', 'd'.repeat(longest))).toBe(`«${'d'.repeat(200)}»…`);
  });
});

describe('names are compared without case, accents and punctuation', () => {
  const equal = (query: string, name: string) =>
    new RegExp(`^${exactName(query)}$`, 'u').test(name.normalize('NFKD').toLowerCase());
  const holds = (query: string, name: string) =>
    new RegExp(`^${namesWith(query).replace('(?s)', '')}$`, 'su').test(name.normalize('NFKD').toLowerCase());

  test.each([
    ['lukasz', 'Łukasz', true],
    ['Łukasz', 'Lukasz', true],
    ['strauss', 'STRAUSS', true],
    ['Strauß', 'Strauss', true],
    ['soren ae', 'Søren Æ', true],
    ['wei wang', 'Wang, Wei', false],
    ['j smith jones', 'J. Smith-Jones', true],
    ['lukas', 'Łukasz', false],
    ['Йод', 'йод', true],
    ['Иод', 'йод', false],
    ['张璟昭', '张璟昭', true],
  ])('%s and %s: %s', (query, name, expected) => {
    expect(equal(query, name)).toBe(expected);
  });

  test('every name holds the words that it is made of, the last one also by its beginning', () => {
    const word = fc.constantFrom('Łukasz', 'Strauß', "O'Brien", 'GPT', 'Æon', 'йод', '张', 'a1', 'Smith-Jones');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.boolean(), (words, plain) => {
        const query = plain ? anyAscii(words.join(' ')) : words.join(' ');
        if (plain && words.some((part) => /йод|张/.test(part))) return;
        expect(equal(query, words.join(' '))).toBe(true);
        expect(holds(query, [...words].reverse().join(' '))).toBe(true);
        // Half of an ß is no beginning.
        if (!words.at(-1)?.endsWith('ß')) expect(holds(query.slice(0, -1), `${words.join(' ')} end`)).toBe(true);
      }),
    );
  });
});
