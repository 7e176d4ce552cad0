const NUMBERS = new Intl.NumberFormat('en');

/** A figure with its thousands apart. */
export const figure = (value: number): string => NUMBERS.format(value);

/** A figure and what it counts: `1 work`, `2,000 works`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${figure(value)} ${value === 1 ? one : many}`;

/** A name of an enum, as in a sentence: `EMERGING` becomes `Emerging`. */
export const capitalised = (value: string): string =>
  value.charAt(0).toUpperCase() + value.slice(1).toLowerCase().replaceAll('_', ' ');

/** `2019`, or `2019–2026`. */
export const span = (first: number | null | undefined, last: number | null | undefined): string =>
  first == null || last == null ? String(first ?? last ?? '') : first === last ? String(first) : `${first}–${last}`;

/** Names in a row: `A`, `A and B`, `A, B and 3 others`. */
export function listed(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names.join('');
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${names.slice(0, most - 1).join(', ')} and ${counted(names.length - most + 1, 'other')}`;
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The country of a two-letter code. */
export function countryName(code: string): string {
  try {
    return COUNTRIES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** What may be missing, by the field's name. */
const FIELDS: Readonly<Record<string, string>> = {
  affiliation: 'Affiliation',
  affiliations: 'Affiliations',
  orcid: 'ORCID iD',
  otherNames: 'Other names',
  abstract: 'Abstract',
  doi: 'DOI',
  arxivId: 'arXiv id',
  openAccessUrl: 'Free copy',
  ror: 'ROR id',
};
const REASONS = {
  NOT_IMPORTED: 'not imported',
  UNKNOWN: 'not known to the source',
  WITHHELD: 'withheld by the source',
} as const;

/** A missing field and why: `Affiliation not imported`. */
export const missingInWords = ({
  field,
  reason,
}: {
  readonly field: string;
  readonly reason: keyof typeof REASONS;
}): string => `${FIELDS[field] ?? capitalised(field.replace(/([A-Z])/g, ' $1'))} ${REASONS[reason]}`;
