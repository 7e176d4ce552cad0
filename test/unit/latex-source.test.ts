import fc from 'fast-check';
import { latexSource } from '../../src/export/latex-source.js';
import { plainText } from '../../src/ingest/plain-text.js';

test.each([
  ['Why $x_2$ \\& {\\L}ukasz: 50% of $\\mathcal{O}(n)$', 'Why $x_2$ \\& {\\L}ukasz: 50\\% of $\\mathcal{O}(n)$'],
  ['R&D_1 #2', 'R\\&D\\_1 \\#2'],
  ['C$100 and $200', 'C\\$100 and \\$200'],
  ['One { too many', 'One \\textbraceleft{} too many'],
  ['One } too many', 'One \\textbraceright{} too many'],
  ['The set {0, 1} of {BERT}', 'The set \\{0, 1\\} of {BERT}'],
  ['$\\left\\{ x \\right.$', '$\\left\\lbrace  x \\right.$'],
  ['C:\\path and \\foo{bar}', 'C:\\textbackslash{}path and \\foo{bar}'],
  ['\\emph{Drosophila} and Erd\\H{o}s', '\\emph{Drosophila} and Erd\\H{o}s'],
  ['a^b ~50 <i>E. coli</i> &amp; co', 'a\\textasciicircum{}b \\textasciitilde{}50 E. coli \\& co'],
  ['Half $50% of it$', 'Half $50\\% of it$'],
  ['ends in \\', 'ends in \\textbackslash{}'],
  ['\\( x', '( x'],
  ['\\($\\)', '(\\$)'],
  ['李明 on Łukasz', '李明 on Łukasz'],
])('%s is written as %s', (text, source) => {
  expect(latexSource(text)).toBe(source);
});

const piece = fc.oneof(
  fc.constantFrom(
    '$',
    '{',
    '}',
    '\\',
    '%',
    '#',
    '&',
    '_',
    '^',
    '~',
    '\\{',
    '\\}',
    '\\&',
    '$x_2$',
    '\\mathcal{O}',
    ' ',
    '{\\L}',
  ),
  fc.constantFrom(
    '\\foo',
    '\\alpha',
    '\\"o',
    "\\'{e}",
    '\\(',
    '\\)',
    '\\[',
    '<i>',
    '&lt;',
    '100',
    'and',
    '{BERT}',
    '--',
    '😀',
  ),
  fc.string({ maxLength: 3 }),
);
const title = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('whatever a title holds, its braces match as BibTeX counts them and nothing is left unescaped', () => {
  fc.assert(
    fc.property(title, (text) => {
      const source = latexSource(text);
      let depth = 0;
      let lowest = 0;
      for (const character of source) {
        if (character === '{') depth++;
        if (character === '}') depth--;
        lowest = Math.min(lowest, depth);
      }
      expect([depth, lowest]).toEqual([0, 0]);
      const bare = source.replace(/\\[\s\S]/g, '');
      expect(bare).not.toMatch(/[%#]/);
      expect((bare.match(/\$/g) ?? []).length % 2).toBe(0);
    }),
    { numRuns: 3_000 },
  );
});

test('what is written says what the title says', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w $&%#^~.,\u00c0-\u017f-]{0,20}$/), (text) => {
      expect(plainText(latexSource(text)).replace(/\s/g, '')).toBe(plainText(text).replace(/\s/g, ''));
    }),
    { numRuns: 2_000 },
  );
});
