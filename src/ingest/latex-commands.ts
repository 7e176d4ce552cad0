import { replacements } from 'unicodeit/ts_dist/js/data.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Commands that only say how their argument looks. */
export const transparent = words(
  'emph text textbf textit textmd textnormal textrm textsc textsf textsl texttt textup mathbb mathbf mathcal mathfrak ' +
    'mathit mathrm mathscr mathsf mathtt bm boldsymbol mbox hbox ensuremath operatorname underline uppercase',
);

/** Those among them whose argument is text also inside a formula. */
export const textual = words(
  'emph text textbf textit textmd textnormal textrm textsc textsf textsl texttt textup mbox hbox',
);

/** Commands that change how what follows looks, and stand for nothing. */
export const silent = words(
  'rm it bf sf tt sc sl em cal displaystyle textstyle scriptstyle left right middle big Big bigg Bigg bigl bigr Bigl ' +
    'Bigr biggl biggr limits nolimits noindent centering protect relax nonumber',
);

/** Commands that stand for a space. */
export const spaces = words('quad qquad newline linebreak par space thinspace enspace enskip');

/** Commands that go together with their argument. */
export const dropped = words('begin end label ref eqref cite citep citet footnote vspace hspace index');

/** Combining characters, by the command that sets them on a letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ...[
    ['`', 'grave'],
    ["'", 'acute'],
    ['^', 'hat', 'widehat'],
    ['~', 'tilde', 'widetilde'],
    ['=', 'bar', 'overline'],
  ].flatMap((names, index) => names.map((name) => [name, '\u0300\u0301\u0302\u0303\u0304'.charAt(index)] as const)),
  ['u', '\u0306'],
  ['breve', '\u0306'],
  ['.', '\u0307'],
  ['dot', '\u0307'],
  ['"', '\u0308'],
  ['ddot', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['check', '\u030c'],
  ['vec', '\u20d7'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

const LATEX_SYMBOL = /^\\([a-zA-Z]+)$/;
const OWN_SYMBOLS = [
  ['i', 'ı'],
  ['j', 'ȷ'],
  ['langle', '⟨'],
  ['rangle', '⟩'],
  ['dots', '…'],
  ['la', '≲'],
  ['ga', '≳'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textdegree', '°'],
  ['textbackslash', '\\'],
  ['textbraceleft', '{'],
  ['textbraceright', '}'],
  ['textasciicircum', '^'],
  ['textasciitilde', '~'],
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
] as const;

/** Characters, by the name of the command that stands for them. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...replacements.flatMap(([latex, character]): [string, string][] => {
    const name = LATEX_SYMBOL.exec(latex ?? '')?.[1];
    return name === undefined || character === undefined ? [] : [[name, character]];
  }),
  ...OWN_SYMBOLS,
]);
