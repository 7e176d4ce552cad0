import type { RecordPart } from './record-part.js';

/** A date as exact as a record gives it. */
export interface FuzzyDate {
  readonly year: number | null;
  /** `2020`, `2020-05` or `2020-05-01`; empty where there is not even a year. */
  readonly text: string;
}

/** Reads year, month and day; from the first of them that no calendar has, the rest is dropped. */
export function readDate(part: RecordPart | null): FuzzyDate {
  const year = /^\d{4}$/.exec(part?.text('year') ?? '')?.[0] ?? '0000';
  if (year === '0000') return { year: null, text: '' };
  const month = isoDay(`${year}-${twoDigits(part?.text('month'))}-01`)?.slice(0, 7) ?? null;
  const day = month === null ? null : isoDay(`${month}-${twoDigits(part?.text('day'))}`);
  return { year: Number(year), text: day ?? month ?? year };
}

const twoDigits = (text: string | null | undefined): string => (text ?? '').padStart(2, '0');

/** The same text where it is a day of the calendar. */
function isoDay(text: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2})?$/;

/** A moment, RFC 3339 in UTC: milliseconds since 1970 in JSON, a date with a time in XML; without zone it is in UTC. */
export function momentOf(text: string | null): string | null {
  const [, time, zone = 'Z'] = DATE_TIME.exec(text ?? '') ?? [];
  const milliseconds = /^\d{1,16}$/.test(text ?? '') ? Number(text) : Number.NaN;
  const moment = new Date(time === undefined ? milliseconds : time + zone);
  const written = Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
  return /^\d{4}-/.test(written) ? written : null;
}
