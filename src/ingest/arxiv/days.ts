const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const MAIL = /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\b/i;

/** The day, `YYYY-MM-DD`, of a moment as arXiv writes it (`Mon, 2 Apr 2007 19:18:42 GMT`, `2007-04-02T19:18:42Z`). */
export function dayOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  const iso = ISO.exec(trimmed);
  const [, mailDay = '', mailMonth = '', mailYear = ''] = MAIL.exec(trimmed) ?? [];
  const month = String(MONTHS.indexOf(mailMonth.toLowerCase()) + 1).padStart(2, '0');
  const day = iso?.[0] ?? `${mailYear}-${month}-${mailDay.padStart(2, '0')}`;
  const parsed = new Date(day);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
}
