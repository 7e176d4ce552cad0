/** What a text says, without the markup it is written in. */
export function plainText(source: string): string {
  return source;
}
