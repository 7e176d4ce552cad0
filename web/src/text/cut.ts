/** The beginning of a text of LaTeX, cut between words, and never inside a formula. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, text.lastIndexOf(' ', most));
  const dollars = short.split('$').length - 1;
  return `${dollars % 2 === 0 ? short : short.slice(0, short.lastIndexOf('$')).trimEnd()} …`;
}
