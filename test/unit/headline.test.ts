import fc from 'fast-check';
import { drawHeadline } from '../../src/researcher/headline.js';

const work = { title: 'On graphs', year: 2019, citationCount: 5 };
const years = { firstYear: 2018, lastYear: 2026 };

describe('a headline', () => {
  test.each([
    [
      'Works on Optimization and Learning; 8 works from 2018 to 2026, most cited: “On graphs”.',
      { topics: ['Optimization', 'Learning'], work },
      { works: 8, ...years },
    ],
    ['8 works in 2018, most cited: “On graphs”.', { topics: [], work }, { works: 8, firstYear: 2018, lastYear: 2018 }],
    [
      'Works on Learning; 2 works, the latest: “On graphs”.',
      { topics: ['Learning'], work: { ...work, citationCount: 0 } },
      { works: 2, firstYear: null, lastYear: null },
    ],
    ['Works on Learning; so far one work, “On graphs” (2019).', { topics: ['Learning'], work }, { works: 1, ...years }],
    ['Author of “On graphs” (2019).', { topics: [], work }, { works: 1, ...years }],
    [
      'Author of a work without a title.',
      { topics: [], work: { title: '[Untitled]', year: null, citationCount: 0 } },
      { works: 1, firstYear: null, lastYear: null },
    ],
    ['No works in this graph yet.', { topics: [], work: null }, { works: 0, firstYear: null, lastYear: null }],
  ])('%s', (sentence, facts, figures) => {
    expect(drawHeadline(facts, figures)).toBe(sentence);
  });

  test('cuts a long title at a word', () => {
    const title = 'word '.repeat(60).trim();
    const sentence = drawHeadline({ topics: [], work: { ...work, title } }, { works: 1, ...years });
    expect(sentence).toMatch(/^Author of “(word )+word…” \(2019\)\.$/);
    expect(sentence.length).toBeLessThan(150);
  });

  test('is one sentence, never empty, whatever there is', () => {
    const year = fc.option(fc.integer({ min: 1500, max: 2100 }));
    const facts = fc.record({
      topics: fc.array(fc.constantFrom('Optimization', 'Learning'), { maxLength: 2 }),
      work: fc.option(fc.record({ title: fc.constantFrom('T', '[Untitled]'), year, citationCount: fc.nat(9) })),
    });
    fc.assert(
      fc.property(facts, fc.nat(5), year, year, (one, works, firstYear, lastYear) => {
        expect(drawHeadline(one, { works, firstYear, lastYear })).toMatch(/^[A-Z0-9][^.]*\.$/);
      }),
    );
  });
});
