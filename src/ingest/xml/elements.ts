import { SaxesParser } from 'saxes';

/** An element of a record, names without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** An element of those that were asked for, or what is wrong with it; `fatal` where nothing is read after it. */
export interface FoundElement {
  readonly element?: XmlElement;
  readonly problem?: string;
  readonly fatal?: boolean;
}

/** What is looked for in a document. */
export interface Search {
  /** Names of the elements that are wanted, without prefix. */
  readonly wanted: ReadonlySet<string>;
  /** Names that the document itself may have. */
  readonly roots: ReadonlySet<string>;
  /** What is wrong with a document of another name. */
  readonly foreign: (root: string) => string;
  /** Longest element, or stretch between two, in characters. */
  readonly maxLength: number;
}

const MAX_DEPTH = 40;
const SLICE = 64 * 1024;
const MAX_PROBLEMS = 1000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Finds the elements of some names in a document that comes piece by piece, and holds no more than one of them. Nothing
 * a DTD declares is looked at: entities beyond XML's own five are a problem of the record they stand in.
 */
export class ElementFinder {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #open: XmlElement[] = [];
  #depth = 0;
  #length = 0;
  #problem: string | null = null;
  #problems = 0;
  #found: FoundElement[] = [];
  #stopped = false;

  constructor(private readonly search: Search) {
    this.#parser.on('opentag', ({ name, attributes }) => this.#begin(localName(name), attributes));
    this.#parser.on('closetag', () => this.#end());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('error', ({ message }) => this.#fail(`not well-formed XML: ${message.slice(0, 150)}`));
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding))
        this.#stop(`in ${encoding}, not in UTF-8`);
    });
  }

  /** Nothing is read any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  write(text: string): FoundElement[] {
    for (let at = 0; at < text.length && !this.#stopped; at += SLICE) {
      const slice = text.slice(at, at + SLICE);
      this.#length += slice.length;
      this.#parser.write(slice);
      if (this.#length > this.search.maxLength)
        this.#stop(`longer than ${this.search.maxLength / 1024 / 1024} MB without an end`);
    }
    return this.#take();
  }

  end(): FoundElement[] {
    if (!this.#stopped) {
      if (this.#depth > 0) this.#stop('cut short: the document ends before its elements do');
      else this.#parser.close();
    }
    return this.#take();
  }

  /** Ends with a problem. */
  #stop(problem: string): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#found.push({ problem, fatal: true });
  }

  #fail(problem: string): void {
    if (this.#stopped) return;
    if (this.#open.length === 0 || ++this.#problems > MAX_PROBLEMS) this.#stop(problem);
    else this.#problem ??= problem;
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#stopped) return;
    if (this.#depth === 0 && !this.search.roots.has(name)) this.#stop(this.search.foreign(name.slice(0, 40)));
    else if (++this.#depth > MAX_DEPTH) this.#stop(`elements nested deeper than ${MAX_DEPTH}`);
    else this.#keep(name, attributes);
  }

  #keep(name: string, attributes: Readonly<Record<string, string>>): void {
    const outer = this.#open.at(-1);
    if (outer === undefined && !this.search.wanted.has(name)) return;
    const element = { name, attributes, children: [], text: '' };
    outer?.children.push(element);
    this.#open.push(element);
  }

  #text(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  #end(): void {
    if (this.#stopped) return;
    this.#depth--;
    const element = this.#open.pop();
    if (element === undefined || this.#open.length > 0) return;
    this.#found.push(this.#problem === null ? { element } : { problem: this.#problem });
    this.#problem = null;
    this.#length = 0;
  }

  #take(): FoundElement[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

/** The children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The texts of the children of a name, without those that are empty. */
export const textsOf = (element: XmlElement | undefined, name: string): string[] =>
  childrenOf(element, name)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');

export const textOf = (element: XmlElement | undefined, name: string): string | null =>
  textsOf(element, name)[0] ?? null;
