/** A piece of a text as its authors wrote it. Text is plain: whoever shows it escapes it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly source: string; readonly display: boolean }
  | { readonly kind: 'em' | 'strong' | 'code'; readonly pieces: readonly Piece[] };

const STYLES = new Map<string, 'em' | 'strong' | 'code'>([
  ...['emph', 'textit', 'textsl', 'em', 'it'].map((name) => [name, 'em'] as const),
  ...['textbf', 'bf'].map((name) => [name, 'strong'] as const),
  ['texttt', 'code'],
]);
/** Commands whose argument is shown as it is. */
const PLAIN = new Set(['text', 'textrm', 'textsc', 'textsf', 'textnormal', 'mbox', 'url', 'underline']);

const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

const MATH = /^(?:\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|\$((?:\\.|[^$\\])+)\$)/;
/** What a dollar sign of money looks like: a space inside its end, or a figure after it. */
const MONEY = /^\s|[^\\]\s$/;
const COMMAND = /^\\([a-zA-Z]+)\s*\{/;
const ACCENT = /^\\(?:([`'^~=."])\s*|([uHvdckr])(?=\{|\s[a-zA-Z]))\s*(?:\{\\?([a-zA-Z])\}|\\?([a-zA-Z]))/;
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^\\([$%&_#{}])/, '$1'],
  [/^---/, '—'],
  [/^--/, '–'],
  [/^``/, '“'],
  [/^''/, '”'],
  [/^~/, '\u00a0'],
  [/^\\(?:ldots|dots)\b\s?/, '…'],
  [/^\\ss\b\s?/, 'ß'],
  [/^\\\\\s*|^\\[ ,;]/, ' '],
  [/^[{}]/, ''],
];

/** Takes a text with LaTeX in it apart: formulas, emphasis, dashes, escapes, accents. What it does not know stays. */
export function parseLatex(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    if (!/[\\$`'~{}-]/.test(text.charAt(at))) {
      plain += text.charAt(at++);
      continue;
    }
    const rest = text.slice(at);
    const found = mathAt(rest) ?? styledAt(rest);
    if (found) {
      flush();
      pieces.push(...found.pieces);
      at += found.length;
      continue;
    }
    const { shown, length } = markAt(rest);
    plain += shown;
    at += length;
  }
  flush();
  return pieces;
}

interface Found {
  readonly pieces: readonly Piece[];
  readonly length: number;
}

function mathAt(rest: string): Found | null {
  const match = MATH.exec(rest);
  if (!match) return null;
  const [whole, block, bracketed, inline, dollars] = match;
  if (dollars !== undefined && (MONEY.test(dollars) || /^\d/.test(rest.slice(whole.length)))) return null;
  const source = block ?? bracketed ?? inline ?? dollars ?? '';
  const display = block !== undefined || bracketed !== undefined;
  return { pieces: [{ kind: 'math', source, display }], length: whole.length };
}

function styledAt(rest: string): Found | null {
  const [opening, name = ''] = COMMAND.exec(rest) ?? /^\{\\(em|it|bf)\s/.exec(rest) ?? [];
  if (opening === undefined) return null;
  const kind = STYLES.get(name);
  if (!kind && !PLAIN.has(name)) return null;
  const end = closingBrace(rest, opening.length);
  if (end === -1) return null;
  const inner = parseLatex(rest.slice(opening.length, end));
  return { pieces: kind ? [{ kind, pieces: inner }] : inner, length: end + 1 };
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function markAt(rest: string): { readonly shown: string; readonly length: number } {
  const accent = ACCENT.exec(rest);
  if (accent) {
    const [whole, sign, letter, braced, bare] = accent;
    const base = braced ?? bare ?? '';
    return { shown: (base + ACCENTS[sign ?? letter ?? '']).normalize('NFC'), length: whole.length };
  }
  for (const [pattern, replacement] of MARKS) {
    const [whole] = pattern.exec(rest) ?? [];
    if (whole !== undefined) return { shown: whole.replace(pattern, replacement), length: whole.length };
  }
  return { shown: rest.charAt(0), length: 1 };
}
