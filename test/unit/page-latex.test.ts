import { parseLatex } from '../../web/src/text/latex.js';

const text = (value: string) => ({ kind: 'text', text: value });
const math = (source: string, display = false) => ({ kind: 'math', source, display });

describe('texts are shown as their authors meant them', () => {
  test.each([
    [
      'formulas',
      'for $L$-smooth costs, less than $2/L$.',
      [text('for '), math('L'), text('-smooth costs, less than '), math('2/L'), text('.')],
    ],
    ['a formula at the end of a word', 'CuInTe$_2$', [text('CuInTe'), math('_2')]],
    [
      'a formula on a line of its own',
      'so $$x^2$$ and \\[y\\]',
      [text('so '), math('x^2', true), text(' and '), math('y', true)],
    ],
    [
      'emphasis',
      'namely, \\emph{gradient clipping} and \\textbf{more}',
      [
        text('namely, '),
        { kind: 'em', pieces: [text('gradient clipping')] },
        text(' and '),
        { kind: 'strong', pieces: [text('more')] },
      ],
    ],
    ['emphasis around a formula', '{\\it of $x$}', [{ kind: 'em', pieces: [text('of '), math('x')] }]],
    ['dashes', 'Generalization--Extrapolation --- a trade-off', [text('Generalization–Extrapolation — a trade-off')]],
    ['escapes', '50\\% of R\\&D in \\$', [text('50% of R&D in $')]],
    ['accents and quotes', "``M\\\"uller'' and Erd\\H{o}s, Poincar\\'{e}", [text('“Müller” and Erdős, Poincaré')]],
    ['money', 'from $5 to $10 a day', [text('from $5 to $10 a day')]],
    ['a dollar sign alone', 'costs $ much', [text('costs $ much')]],
    ['commands that it does not know', '\\foo{bar} \\unknown', [text('\\foobar \\unknown')]],
    ['HTML is text', '<b onclick="x">&amp;', [text('<b onclick="x">&amp;')]],
    ['an open brace', '\\emph{never closed', [text('\\emphnever closed')]],
  ])('%s', (_, written, shown) => {
    expect(parseLatex(written)).toEqual(shown);
  });
});
