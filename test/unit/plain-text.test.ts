import fc from 'fast-check';
import { plainText } from '../../src/ingest/plain-text.js';

describe('LaTeX becomes what it stands for', () => {
  test.each([
    ['$L$-smooth', 'L-smooth'],
    ['$2/L$', '2/L'],
    ['CuInTe$_2$', 'CuInTe2'],
    ['$(δ, ε)$-stationarity', '(δ, ε)-stationarity'],
    ['\\emph{gradient clipping}', 'gradient clipping'],
    ['{\\it A priori} bounds', 'A priori bounds'],
    ['1990--2000 --- a decade', '1990–2000 — a decade'],
    ['Schr\\"odinger and Poincar\\\'{e}', 'Schrödinger and Poincaré'],
    ['Erd\\H os, \\L ukasz, na\\"{\\i}ve, Ho\\v{r}ava, {\\AA}ngstr{\\"o}m', 'Erdős, Łukasz, naïve, Hořava, Ångström'],
    ['$\\alpha$ and $\\mathbb{R}^n$', 'α and R^n'],
    ['$\\tilde{O}(1/\\epsilon^{2})$', 'Õ(1/ε^2)'],
    ['$n^{k+1}$ of $x_{n=0}$', 'n^(k+1) of x_(n=0)'],
    ['$^{13}$C, Fe$^{3+}$, 5$^\\circ$', '13C, Fe3+, 5°'],
    ['$\\frac{a}{b+c}$, $\\sqrt{5}$', 'a/(b+c), √5'],
    ['$m\\log n$, $\\left.x\\right|$, $\\operatorname{argmin} f$', 'm log n, x|, argmin f'],
    ['\\[x^2\\] and \\(y\\) and $$z$$', 'x^2 and y and z'],
    ['{CNN}s and {B}ayesian {Deep Learning}', 'CNNs and Bayesian Deep Learning'],
    ['\\$5, 100\\%, R\\&D', '$5, 100%, R&D'],
    ['a line\\nThe next', 'a line The next'],
  ])('%s', (source, plain) => expect(plainText(source)).toBe(plain));
});

describe('tags and entities go', () => {
  test.each([
    ['CuInTe<sub>2</sub> at 10<sup>3</sup> K', 'CuInTe2 at 103 K'],
    ['<jats:title>Abstract</jats:title><jats:p>We <jats:italic>show</jats:italic></jats:p>', 'Abstract We show'],
    ['<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>', 'x2'],
    ['<span class="italic">E. coli</span><br/>and <a href="https://example.org">more</a>', 'E. coli and more'],
    ['R&amp;D, caf&eacute;, &#x3b1;', 'R&D, café, α'],
    ['&amp;#x210B;&lt;inf&gt;2&lt;/inf&gt;-optimal', 'ℋ2-optimal'],
  ])('%s', (source, plain) => expect(plainText(source)).toBe(plain));
});

describe('what only looks like markup stays', () => {
  test.each([
    'p < 0.05 and q > 3',
    'a<b and c>d',
    'P<0.001',
    'x<y',
    'costs $5 and $6',
    'US$80 billion and A$ 5',
    'under $1.25 per day, in A$.',
    'functions on {0,1}^n',
    'C:\\temp\\data',
    'AT&T and Q&A;',
    'a long rule -----',
    '{{{',
    '}',
    '\\',
    '$',
    '[Untitled]',
  ])('%s', (source) => expect(plainText(source)).toBe(source));
});

describe('any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom(...'$ $$ \\ { } _ ^ ~ - -- \\[ \\] \\( \\) < > & ; <b> </b> <a &lt; &amp; \\frac \\"'.split(' ')),
    fc.constantFrom('\\emph{', '\\sqrt', '\\left', '\\right.', '\\begin{', '\\v ', '\\alpha', '<mml:mi>', ' ', '1'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

  test('is read without an error and never becomes empty', () => {
    fc.assert(
      fc.property(text, (source) => source === '' || plainText(source).length > 0),
      { numRuns: 2_000 },
    );
  });

  test('without any sign of markup is given back as it is', () => {
    const plain = fc.string({ unit: 'binary' }).filter((source) => !/[$\\<&{]|--/.test(source));
    fc.assert(fc.property(plain, (source) => plainText(source) === source));
  });

  test('is settled after a few readings', () => {
    const read = (source: string, times: number): string => (times === 0 ? source : read(plainText(source), times - 1));
    fc.assert(
      fc.property(text, (source) => read(source, 12) === read(source, 13)),
      { numRuns: 1_000 },
    );
  });

  test.each(['{', '$', '\\[', '<a ', '\\frac{', '^{', '\\"{', '$1 ', '<a b='])(
    'of a million times %s is read in one pass',
    (part) => expect(plainText(part.repeat(200_000)).length).toBeGreaterThan(0),
  );
});
