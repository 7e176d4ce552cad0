import { binds, COMMAND, closingBraces, DISPLAY, INLINE } from '../ingest/latex.js';
import { accents, dropped, silent, spaces, symbols, transparent } from '../ingest/latex-commands.js';
import { withoutTags } from '../ingest/markup.js';

/** Letters, digits and single spaces between them, as in most names. */
const NOTHING_SPECIAL = /^[\p{L}\p{N}.,'’-]+(?: [\p{L}\p{N}.,'’-]+)*$/u;
const PLAIN = /[^\\{}$&%#_^~]+/y;
const KNOWN = [accents, dropped, silent, spaces, symbols, transparent];
/** The end of a text after which a group is an argument, the second one too. */
const ARGUMENT_FOLLOWS = /\\(?:[a-zA-Z]+\*?|["'`^~=.])(?:\{[^{}]*\})*$/;
const LONGEST_ARGUMENT = 300;
/** Commands of one sign that say in a text what they say in LaTeX. */
const SIGNS = '$%&#_ ,;:!/-\\@';

/** What a character is written as, where LaTeX would read it as an instruction. BibTeX counts `\{` as a brace. */
const written: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * A text of the graph as LaTeX that compiles and that BibTeX can hold: formulas and commands stay as its authors wrote
 * them, every other special character is escaped, braces match. What is a formula is told as for the plain text.
 */
export function latexSource(text: string): string {
  if (NOTHING_SPECIAL.test(text)) return text;
  return new Writer(withoutTags(text).replace(/\s+/gu, ' ').trim().toWellFormed()).write();
}

class Writer {
  #at = 0;
  #text = '';
  readonly #closings: ReadonlyMap<number, number>;
  /** What closes the groups that are open, by where. */
  readonly #endings = new Map<number, string>();

  constructor(private readonly source: string) {
    this.#closings = closingBraces(source);
  }

  write(): string {
    while (this.#at < this.source.length) this.#step();
    return this.#text;
  }

  #step(): void {
    const plain = this.#match(PLAIN);
    if (plain !== null) {
      this.#text += plain[0];
      return;
    }
    const start = this.#at;
    const formula = (this.#match(DISPLAY) ?? this.#match(INLINE))?.[0];
    if (formula !== undefined && isWhole(formula)) {
      this.#text += formulaSource(formula);
      return;
    }
    this.#at = start;
    const character = this.source.charAt(start);
    if (character === '\\') this.#command();
    else {
      this.#at++;
      if (character === '{') this.#open(start);
      else this.#text += this.#endings.get(start) ?? written[character];
    }
  }

  #command(): void {
    const [command = '', name, sign] = this.#match(COMMAND) ?? [];
    if (name !== undefined) {
      const isCommand = KNOWN.some((names) => names.has(name)) || this.source.charAt(this.#at) === '{';
      this.#text += isCommand ? command : `${written['\\']}${command.slice(1)}`;
    } else if (sign === undefined) {
      this.#at++;
      this.#text += written['\\'];
    } else if (SIGNS.includes(sign) || accents.has(sign)) this.#text += command;
    // A bracket alone would open a formula that nothing closes.
    else if ('{}()[]'.includes(sign)) this.#text += written[sign] ?? sign;
    else this.#text += written['\\'] + (written[sign] ?? sign);
  }

  /** Braces that hold something together or hold a command's argument stay; those of a set are printed. */
  #open(start: number): void {
    const end = this.#closings.get(start);
    if (end === undefined) {
      this.#text += written['{'];
      return;
    }
    const isArgument = ARGUMENT_FOLLOWS.test(this.#text.slice(-LONGEST_ARGUMENT));
    const stay = isArgument || binds(this.source.slice(start + 1, end));
    this.#text += stay ? '{' : '\\{';
    this.#endings.set(end, stay ? '}' : '\\}');
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}

/** A formula as it is written, but for what would end the line, the entry or the file. */
function formulaSource(formula: string): string {
  const aligned = formula.includes('\\begin');
  const safe = formula.replace(/\\[\s\S]|[%#&]/g, (part) =>
    part.startsWith('\\') || (part === '&' && aligned) ? part : `\\${part}`,
  );
  return bracesMatch(safe) ? safe : safe.replaceAll('\\{', '\\lbrace ').replaceAll('\\}', '\\rbrace ');
}

/** True where braces match inside a formula, and no other formula begins in it. */
function isWhole(formula: string): boolean {
  const sign = /^(?:\$\$?|\\.)/.exec(formula)?.[0].length ?? 0;
  const bare = formula.slice(sign, -sign).replace(/\\[\s\S]/g, '');
  return bracesMatch(bare) && !bare.includes('$');
}

/** True where BibTeX, which counts every brace, finds each closed and none closed before it opens. */
function bracesMatch(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
