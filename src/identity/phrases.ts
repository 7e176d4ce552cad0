const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `seven works`, `one work`, `140 works`. */
export function counted(count: number, noun: string): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? noun : `${noun}s`}`;
}

/** `a`, `a and b`, `a, b or c`. */
export function listed(parts: readonly string[], last: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

/** The first of what is named, and how many more there are. */
export function some(parts: readonly string[], most = 3): string {
  const rest = parts.length - most;
  return rest > 0 ? `${parts.slice(0, most).join(', ')} and ${rest} more` : listed(parts, 'and');
}
