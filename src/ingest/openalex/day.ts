/** A day of the calendar as `YYYY-MM-DD`; null where the text does not begin with one. */
export function day(text: string | null): string | null {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
  if (date === undefined) return null;
  const parsed = new Date(date);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
