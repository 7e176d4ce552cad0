import fc from 'fast-check';
import type { ArxivAuthor } from '../../src/ingest/arxiv/arxiv-record.js';
import { readByline } from '../../src/ingest/arxiv/byline.js';
import { authorOf, catalogueAuthor, joinLoneNames, printedAuthor } from '../../src/ingest/arxiv/names.js';

const parts = (author: ArxivAuthor | null): string[] =>
  author === null ? [] : [author.given ?? '', author.family, ...(author.suffix === null ? [] : [author.suffix])];
const names = (list: string): string[] => readByline(list).map(({ name }) => name);
const places = (list: string): (readonly string[])[] => readByline(list).map(({ affiliations }) => affiliations);

describe('a printed name is parted into given names, family name and suffix', () => {
  test.each([
    ['Ada Byron', ['Ada', 'Byron']],
    ['A.B.Byron', ['A. B.', 'Byron']],
    ['J.-P. Serre', ['J.-P.', 'Serre']],
    ['Floris van der Tak', ['Floris', 'van der Tak']],
    ['Hans De Raedt', ['Hans', 'De Raedt']],
    ['S. El Shawish', ['S.', 'El Shawish']],
    ["N.d'Ambrumenil", ['N.', "d'Ambrumenil"]],
    ['de Marrais', ['', 'de Marrais']],
    ['Sudha', ['', 'Sudha']],
    ['Neal J. Evans II', ['Neal J.', 'Evans', 'II']],
    ['Sammy Davis Jr', ['Sammy', 'Davis', 'Jr.']],
    ["P\\'eter Erd\\H{o}s", ['Péter', 'Erdős']],
    ['{\\L}ukasz G\\"{o}del', ['Łukasz', 'Gödel']],
    ['Mikkel~{\\O}bro', ['Mikkel', 'Øbro']],
    ['Xiao Du Wang', ['Xiao Du', 'Wang']],
  ])('%s', (printed, expected) => expect(parts(printedAuthor(printed))).toEqual(expected));
});

describe("a catalogue's name is parted at its commas", () => {
  test.each([
    ['Evans, Neal J., II', ['Neal J.', 'Evans', 'II'], 'Neal J. Evans II'],
    ['Davis, Jr., Sammy', ['Sammy', 'Davis', 'Jr.'], 'Sammy Davis Jr.'],
    ['Yuan, C. -P.', ['C.-P.', 'Yuan'], 'C.-P. Yuan'],
    ['Shawish, S. El', ['S.', 'El Shawish'], 'S. El Shawish'],
    ['von Neumann-Cosel, P.', ['P.', 'von Neumann-Cosel'], 'P. von Neumann-Cosel'],
    ['Sudha', ['', 'Sudha'], 'Sudha'],
  ])('%s', (text, expected, name) => {
    expect(parts(catalogueAuthor(text))).toEqual(expected);
    expect(catalogueAuthor(text)?.name).toBe(name);
  });

  test('what has no letter is no name', () => {
    expect(catalogueAuthor(' , ')).toBeNull();
    expect(printedAuthor('...')).toBeNull();
    expect(authorOf({ family: '' })).toBeNull();
  });
});

describe('a list of authors', () => {
  test.each([
    ['A. Bee, C. Dee and E. Eff', ['A. Bee', 'C. Dee', 'E. Eff']],
    ['A. Bee, C. Dee,\n  and E. Eff', ['A. Bee', 'C. Dee', 'E. Eff']],
    ['A. Bee; C. Dee & E. Eff', ['A. Bee', 'C. Dee', 'E. Eff']],
    ['Anders Sandvik and Rolando Anderson', ['Anders Sandvik', 'Rolando Anderson']],
    ['A. Bee, Jr., C. Dee III, E. Eff', ['A. Bee Jr.', 'C. Dee III', 'E. Eff']],
    ['A. Bee, et al.', ['A. Bee']],
    ['A. Bee et al', ['A. Bee']],
    ['A. Bee and others', ['A. Bee']],
    ['', []],
  ])('%s', (list, expected) => expect(names(list)).toEqual(expected));

  test('keeps collaborations apart from people', () => {
    const kinds = (list: string): string[] =>
      readByline(list).map(({ name, collaboration }) => `${collaboration ? 'group' : 'person'} ${name}`);
    expect(kinds('The BIG Collaboration, A. Bee')).toEqual(['group The BIG Collaboration', 'person A. Bee']);
    expect(kinds('BIG Collaboration: A. Bee, C. Dee')).toEqual([
      'group BIG Collaboration',
      'person A. Bee',
      'person C. Dee',
    ]);
    expect(kinds('A. Bee (for the BIG Collaboration)')).toEqual(['person A. Bee', 'group the BIG Collaboration']);
    expect(kinds('A. Bee, on behalf of the BIG collaboration')).toEqual([
      'person A. Bee',
      'group the BIG collaboration',
    ]);
    expect(kinds('A. Bee for the BIG Collaboration')).toEqual(['person A. Bee', 'group the BIG Collaboration']);
  });

  test('gives each the places that stand in parentheses, and shares them where only `and` lies between', () => {
    expect(places('A. Bee (Here), C. Dee and E. Eff (There, Far)')).toEqual([['Here'], ['There, Far'], ['There, Far']]);
    expect(places('A. Bee, C. Dee (There)')).toEqual([[], ['There']]);
    expect(places('A. Bee, C. Dee and E. Eff (There)')).toEqual([[], ['There'], ['There']]);
  });

  test.each([
    'A. Bee (1), C. Dee (1,2), E. Eff (2) ((1) Here, Town, (2) There (T))',
    'A. Bee (1), C. Dee (1 and 2), E. Eff (2), (1) Here, Town, (2) There (T)',
    'A. Bee (1), C. Dee (1;2), E. Eff (2) (1 Here, Town; 2 There (T))',
  ])('looks numbers up in the places at its end: %s', (list) => {
    expect(names(list)).toEqual(['A. Bee', 'C. Dee', 'E. Eff']);
    expect(places(list)).toEqual([['Here, Town'], ['Here, Town', 'There (T)'], ['There (T)']]);
  });

  test('drops numbers that stand for no place', () => expect(places('A. Bee (1), C. Dee (2,3)')).toEqual([[], []]));
});

describe('a comma too many', () => {
  test('two lone words in a list of whole names are one person', () =>
    expect(names('Jing Zhang, Xiaodong, Zhang, Bin Xi')).toEqual(['Jing Zhang', 'Xiaodong Zhang', 'Bin Xi']));

  test.each(['Sudha, A. Bee', 'A. Bee, Sudha and Usha', 'Sudha, Usha', 'A. Bee, Sudha, Usha, Veda'])(
    'else lone words are names: %s',
    (list) => expect(names(list)).toEqual(list.split(/, | and /)),
  );

  test('is mended in lists whose names are parted already', () => {
    const list = ['Zhang, Jing', 'Xiaodong', 'Zhang', 'Xi, Bin'].flatMap((text) => catalogueAuthor(text) ?? []);
    expect(joinLoneNames(list).map(parts)).toEqual([
      ['Jing', 'Zhang'],
      ['Xiaodong', 'Zhang'],
      ['Bin', 'Xi'],
    ]);
  });
});

const word = fc
  .stringMatching(/^[B-HJ-Z][a-z]{4,9}$/)
  .filter((text) => !/^(?:group|survey|project|network|junior|senior|other)/i.test(text));
const person = fc.record({ given: word, family: word, suffix: fc.constantFrom(null, 'Jr.', 'III') });

test('whole names are found again however the list is joined', () =>
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(', ', ' and ', ', and ', ',\n  '),
      (people, between) => {
        const printed = people.map(({ given, family, suffix }) => [given, family, suffix ?? ''].join(' ').trim());
        expect(
          readByline(printed.join(between)).map(({ given, family, suffix }) => ({ given, family, suffix })),
        ).toEqual(people);
      },
    ),
  ));

test('no list of authors is too odd to be read', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('(', ')', '{', '}', '\\', ',', ' and ', '1', 'A.', 'Bee', '"', '~', ':', ' ', '&', 'Team'),
      ),
      (list) => {
        for (const { name } of readByline(list.join(''))) expect(name).not.toBe('');
      },
    ),
    { numRuns: 2000 },
  ));
