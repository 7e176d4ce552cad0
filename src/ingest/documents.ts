import { isUtf8 } from 'node:buffer';
import { isObject } from './openalex/fields.js';
import { MAX_LINE, type SourceLine } from './source-line.js';

const PAGE_START = /^\{\s*"(?:meta|results|group_by)"\s*:/;
const startOf = (line: SourceLine): string => line.text.slice(0, 60).toString('latin1');

/** Whether a file that begins with this line is one JSON document (an array, or indented) and not JSON Lines. */
export function opensDocument(first: SourceLine | undefined): boolean {
  if (first === undefined) return false;
  const start = startOf(first);
  return start.startsWith('[') || start === '{' || (PAGE_START.test(start) && expandPage(first) === null);
}

/** The records of a saved API answer on one line; null where the line is none. */
export function expandPage(line: SourceLine): SourceLine[] | null {
  if (!PAGE_START.test(startOf(line))) return null;
  const value = parse(line.text);
  return isObject(value) && Array.isArray(value.results) ? elements(value.results) : null;
}

/** Undefined where the text is no JSON: the translation of the line then says what is wrong with it. */
function parse(text: Buffer | string): unknown {
  try {
    return typeof text === 'string' || isUtf8(text) ? JSON.parse(text.toString()) : undefined;
  } catch {
    return undefined;
  }
}

const elements = (values: readonly unknown[]): SourceLine[] =>
  values.map((value, index) => {
    try {
      return { line: index + 1, text: JSON.stringify(value) };
    } catch {
      return { line: index + 1, text: '', problem: 'nested too deeply' };
    }
  });

/** Gathers a document that goes over many lines, and gives its records. */
export async function* wholeDocument(
  first: readonly SourceLine[],
  rest: AsyncIterable<readonly SourceLine[]>,
): AsyncGenerator<SourceLine[]> {
  const parts: Buffer[] = [];
  let length = 0;
  const take = (batch: readonly SourceLine[]): void => {
    for (const { text, problem } of batch) {
      length += problem === undefined ? text.length + 1 : MAX_LINE + 1;
      if (length <= MAX_LINE) parts.push(Buffer.from(text), Buffer.from('\n'));
    }
  };
  take(first);
  for await (const batch of rest) take(batch);
  if (length > MAX_LINE) {
    const problem = `one JSON document of more than ${MAX_LINE / 1024 / 1024} MB: give it as JSON Lines`;
    yield [{ line: 1, text: '', problem }];
    return;
  }
  yield expandDocument(Buffer.concat(parts));
}

function expandDocument(text: Buffer): SourceLine[] {
  const value = parse(text);
  if (Array.isArray(value)) return elements(value);
  if (isObject(value) && Array.isArray(value.results)) return elements(value.results);
  return [{ line: 1, text }];
}
