/**
 * Compares texts by code point, as the model orders ids and statements; `<` compares UTF-16 units, which puts some
 * letters elsewhere.
 */
export function compareCodePoints(one: string, other: string): number {
  if (one === other) return 0;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Adds names of sources, space-separated as those that they are added to; in alphabetical order, each once. */
export function addSource(sources: string | null | undefined, added: string): string {
  if (sources === null || sources === undefined) return added;
  return [...new Set([...sources.split(' '), ...added.split(' ')])].sort(compareCodePoints).join(' ');
}

/** Takes a source's name out of space-separated names; empty where it was the only one. */
export const withoutSource = (sources: string | null | undefined, source: string): string =>
  (sources ?? '')
    .split(' ')
    .filter((name) => name !== source)
    .join(' ');
