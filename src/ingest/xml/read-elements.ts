import { TextDecoder } from 'node:util';
import { ElementFinder, type FoundElement, type Search } from './elements.js';

const NOT_UTF8: FoundElement = { problem: 'not valid UTF-8', fatal: true };

/**
 * The elements of a document that comes in pieces, in batches as they come. Never throws on what the document holds;
 * an error of the stream itself goes through.
 */
export async function* readElements(
  stream: AsyncIterable<Uint8Array | string>,
  search: Search,
): AsyncGenerator<FoundElement[]> {
  const finder = new ElementFinder(search);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of stream) {
    const text = decode(decoder, chunk);
    const found = text === null ? [NOT_UTF8] : finder.write(text);
    if (found.length > 0) yield found;
    if (text === null || finder.stopped) return;
  }
  const rest = decode(decoder, null);
  const found = rest === null ? [NOT_UTF8] : [...finder.write(rest), ...finder.end()];
  if (found.length > 0) yield found;
}

/** Null where the bytes are no UTF-8; null instead of a chunk ends the text. */
function decode(decoder: TextDecoder, chunk: Uint8Array | string | null): string | null {
  try {
    if (typeof chunk === 'string') return chunk;
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}
