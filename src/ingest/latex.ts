import { accents, dropped, silent, spaces, symbols, textual, transparent } from './latex-commands.js';

/** Groups nested deeper than this are taken as they are written. */
const MAX_DEPTH = 50;

const PLAIN = /[^\\{}$_^~-]+/y;
export const COMMAND = /\\(?:([a-zA-Z]+)\*?|([\s\S]))/y;
/**
 * A formula between dollars, told from sums of money as Pandoc does: no space inside the dollars, no digit after them;
 * an amount followed by a word is money too.
 */
export const INLINE = /\$(?!\s|\d[\d.,]*\s+[a-z]{3})((?:\\[\s\S]|[^$\\]){1,5000}?)(?<!\s)\$(?!\d)/y;
/** A formula between double dollars or bracketed commands. */
export const DISPLAY =
  /\$\$((?:\\[\s\S]|[^$\\]){1,5000}?)\$\$|\\\[((?:\\[^[\]]|[^\\]){1,5000}?)\\\]|\\\(((?:\\[^()]|[^\\]){1,5000}?)\\\)/y;

/** Turns LaTeX within a text into the characters it stands for. */
export function latexToText(source: string): string {
  return /[$\\{]|--/.test(source) ? new Reader(source, false, 0).read() : source;
}

/** Reads LaTeX from left to right; in a formula `_`, `^` and `~` mean something, in a text they do not. */
class Reader {
  #at = 0;
  #text = '';
  #closings: ReadonlyMap<number, number> | null = null;

  constructor(
    private readonly source: string,
    private readonly math: boolean,
    private readonly depth: number,
  ) {}

  read(): string {
    while (this.#at < this.source.length) this.#step();
    return this.#text;
  }

  #step(): void {
    const plain = this.#match(PLAIN);
    if (plain !== null) {
      this.#text += plain[0];
      return;
    }
    const formula = this.math ? null : (this.#match(DISPLAY) ?? this.#match(INLINE));
    if (formula !== null) {
      const body = formula.slice(1).find((group) => group !== undefined) ?? '';
      this.#text += this.#inner(body.trim(), true);
      return;
    }
    const character = this.source.charAt(this.#at);
    if (character === '\\') this.#command();
    else if (character === '{') this.#braces();
    else if (character === '-' && !this.math) this.#dashes();
    else {
      this.#at++;
      if (this.math && character === '_') this.#subscript();
      else if (this.math && character === '^') this.#superscript();
      else if (this.math && character === '~') this.#text += ' ';
      else if (!this.math || (character !== '$' && character !== '}')) this.#text += character;
    }
  }

  #command(): void {
    const [, name, sign] = this.#match(COMMAND) ?? [];
    if (name !== undefined) this.#named(name);
    else if (sign === undefined) {
      this.#text += '\\';
      this.#at++;
    } else if (!this.math && accents.has(sign)) this.#accent(sign, `\\${sign}`);
    else if ('$%&#_{}'.includes(sign)) this.#text += sign;
    else if (/[\s,;:\\]/.test(sign)) this.#text += ' ';
    else if (!'!/-()[]'.includes(sign)) this.#text += this.math ? sign : `\\${sign}`;
  }

  #named(name: string): void {
    if (transparent.has(name)) this.#text += this.#argument(this.math && !textual.has(name));
    else if (silent.has(name)) this.#match(/(?:left|right)$/.test(name) ? /\.?\s*/y : /\s*/y);
    else if (spaces.has(name)) this.#text += ' ';
    else if (dropped.has(name)) this.#argument(false);
    else if (/^[dt]?frac$/.test(name) && this.#argumentFollows())
      this.#text += `${grouped(this.#argument())}/${grouped(this.#argument())}`;
    else if (name === 'sqrt' && this.#argumentFollows()) this.#text += `√${grouped(this.#argument())}`;
    else if (this.#isAccent(name)) this.#accent(name, name.length === 1 ? `\\${name}` : '');
    else if (symbols.has(name)) this.#symbol(symbols.get(name) ?? '');
    else this.#unknown(name);
  }

  /** `\c`, `\v` and their like are accents only where a letter can follow. */
  #isAccent(name: string): boolean {
    return accents.has(name) && (name.length > 1 || (!this.math && /[{ ]/.test(this.source.charAt(this.#at))));
  }

  /** In a text TeX takes the spaces after a command as its end: `Erd\H os`, `\L ukasz`. */
  #symbol(character: string): void {
    this.#text += character;
    if (!this.math && /\p{Script=Latin}/u.test(character)) this.#match(/\{\}|[ ]+(?=\p{L})/uy);
  }

  #unknown(name: string): void {
    if (this.math) {
      const glued = /[\p{L}\p{N}]$/u.test(this.#text);
      this.#text += glued ? ` ${name}` : name;
    } else if (this.source.charAt(this.#at) === '{') this.#text += this.#argument();
    // Line ends that were escaped once too often.
    else if (/^[nr]/.test(name)) this.#text += ` ${name.slice(1)}`;
    else this.#text += `\\${name}`;
  }

  /** Sets an accent on the letter that follows; where none does, `otherwise` stands before what follows. */
  #accent(name: string, otherwise: string): void {
    const start = this.#at;
    const letter = this.#argument().replace('ı', 'i').replace('ȷ', 'j');
    if (/^\p{L}\p{M}*$/u.test(letter)) this.#text += (letter + accents.get(name)).normalize('NFC');
    else {
      this.#at = start;
      this.#text += otherwise;
    }
  }

  #subscript(): void {
    const argument = this.#argument();
    this.#text += /^[\p{L}\p{M}\p{N},.'′*+\-\s]*$/u.test(argument) ? argument : `_(${argument})`;
  }

  /** Isotopes and charges read on without a sign: `$^{13}$C`, `Fe$^{3+}$`. */
  #superscript(): void {
    const argument = this.#argument();
    if (argument === '∘') this.#text += '°';
    else if (this.#text.trim() === '' || !/[\p{L}\p{N}∞]/u.test(argument)) this.#text += argument;
    else this.#text += /^[-+−]?(?:[\p{L}\p{N}.]+|∞)$/u.test(argument) ? `^${argument}` : `^(${argument})`;
  }

  /** Braces that only hold something together go; `{0, 1}` in a text stays. */
  #braces(): void {
    const body = this.#group();
    if (body === null) {
      this.#at++;
      this.#text += this.math ? '' : '{';
      return;
    }
    const inner = this.#inner(body, this.math);
    this.#text += this.math || binds(body) ? inner : `{${inner}}`;
  }

  #dashes(): void {
    const run = this.#match(/-+/y)?.[0] ?? '';
    this.#text += run.length === 2 ? '–' : run.length === 3 ? '—' : run;
  }

  /** What the next group, command or character stands for. */
  #argument(math = this.math): string {
    this.#match(/\s+/y);
    const body = this.#group() ?? this.#match(COMMAND)?.[0] ?? this.#match(/[^{}]/uy)?.[0] ?? '';
    return this.#inner(body, math);
  }

  #argumentFollows(): boolean {
    return this.source.charAt(this.#at) === '{' || (this.math && this.#at < this.source.length);
  }

  #inner(body: string, math: boolean): string {
    return this.depth >= MAX_DEPTH ? body : new Reader(body, math, this.depth + 1).read();
  }

  /** Takes a group in braces and gives what is in it; null where none begins here or it does not end. */
  #group(): string | null {
    if (this.source.charAt(this.#at) !== '{') return null;
    this.#closings ??= closingBraces(this.source);
    const end = this.#closings.get(this.#at);
    if (end === undefined) return null;
    const body = this.source.slice(this.#at + 1, end);
    this.#at = end + 1;
    return body;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found;
  }
}

/** In parentheses where it is more than one number, name or sign. */
const grouped = (part: string): string =>
  /^(?:[\p{L}\p{M}\p{N}.]+|.)$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`;

/** True of a group in a text whose braces only hold it together, as in `{\\L}ukasz`; those of `{0, 1}` are meant. */
export const binds = (body: string): boolean => body === '' || /^[\p{L}\\$][^,]*$/u.test(body);

/** Where each brace that is closed is closed. */
export function closingBraces(source: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (character === '\\') index++;
    else if (character === '{') open.push(index);
    else if (character === '}') {
      const start = open.pop();
      if (start !== undefined) closings.set(start, index);
    }
  }
  return closings;
}
