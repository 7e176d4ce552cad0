import { citationKey } from '../../src/export/citation-key.js';
import { printedNames, splitName } from '../../src/export/names.js';
import type { WorkRecord } from '../../src/work/work.type.js';

test.each([
  ['Ada King', { given: 'Ada', family: 'King' }],
  ['King, Ada', { given: 'Ada', family: 'King' }],
  ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['Martin Luther King, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['King, Martin Luther, III', { given: 'Martin Luther', family: 'King', suffix: 'III' }],
  ['Ludwig van Beethoven', { given: 'Ludwig', family: 'van Beethoven' }],
  ['Ana de la Cruz', { given: 'Ana', family: 'de la Cruz' }],
  ['van Beethoven', { given: 'van', family: 'Beethoven' }],
  ['M. Zhang', { given: 'M.', family: 'Zhang' }],
  ['{\\L}ukasz Kaiser', { given: 'Łukasz', family: 'Kaiser' }],
  ['李明', { family: '李明' }],
  ['OpenAI', { family: 'OpenAI' }],
  ['The ATLAS Collaboration', { literal: 'The ATLAS Collaboration' }],
  ['Max Planck Institute', { literal: 'Max Planck Institute' }],
  ['Smith and Sons', { literal: 'Smith and Sons' }],
  ['One, Two, Three, Four', { literal: 'One, Two, Three, Four' }],
  ['Trailing, ', { literal: 'Trailing,' }],
])('%s is %j', (printed, name) => {
  expect(splitName(printed)).toEqual(name);
});

const work = (facts: Partial<WorkRecord>) =>
  ({
    id: 'W1',
    byline: ['Jingzhao Zhang'],
    year: 2020,
    titleText: 'Why gradient clipping works',
    ...facts,
  }) as WorkRecord;

test.each([
  [{}, /^zhang2020why_[0-9a-z]{4}$/],
  [{ byline: ['Łukasz Kaiser'], titleText: 'The Ärger of it' }, /^kaiser2020arger_/],
  [{ byline: [], year: null, titleText: '…' }, /^anonymous_/],
  [{ byline: ['李明'] }, /^liming2020why_/],
  [{ byline: ['The ATLAS Collaboration'], titleText: 'x'.repeat(500) }, /^theatlascollaboration2020x{30}_/],
])('the key of %j is of letters and digits', (facts, key) => {
  expect(citationKey(work(facts))).toMatch(key);
  expect(citationKey(work(facts))).toMatch(/^\w+$/);
});

test('works of one author, year and word have keys of their own, each always the same', () => {
  expect(citationKey(work({ id: 'W1' }))).not.toBe(citationKey(work({ id: 'W2' })));
  expect(citationKey(work({}))).toBe(citationKey(work({})));
});

test('a name that stands with the word that joined it in print stands without it', () => {
  expect(printedNames(['Ada King', ' and Bo Li', 'Cy and', ' ', 'Andy Anderson', 'and'])).toEqual([
    'Ada King',
    'Bo Li',
    'Cy',
    'Andy Anderson',
    'and',
  ]);
});
