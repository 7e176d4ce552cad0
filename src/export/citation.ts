import type { WorkRecord } from '../work/work.type.js';
import { citationKey } from './citation-key.js';

/** What CSL-JSON, which citation-js takes, says of a work beside its texts: those each format writes in its way. */
export interface Citation {
  readonly id: string;
  readonly 'citation-key': string;
  readonly type: string;
  readonly genre?: string;
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly DOI?: string;
  readonly URL?: string;
  readonly note?: string;
}

/** CSL's types, each with what OpenAlex and Crossref call it. What is not here is a `document`. */
const types: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'article-journal',
        'article journal-article review editorial letter erratum retraction data-paper software-paper',
      ],
      ['paper-conference', 'conference-paper proceedings-article'],
      ['book', 'book monograph edited-book reference-book'],
      ['chapter', 'book-chapter book-section book-part reference-entry'],
      ['thesis', 'dissertation thesis'],
      ['article', 'preprint posted-content'],
      ['report', 'report'],
      ['dataset', 'dataset'],
      ['software', 'software'],
      ['standard', 'standard'],
    ] as const
  ).flatMap(([csl, names]) => names.split(' ').map((name) => [name, csl] as const)),
);
const PREPRINTS = /\barxiv\b|\b(?:bio|med|chem|psy)rxiv\b|\bssrn\b|preprint/i;
/** Proceedings of a meeting; those of an academy are a journal. */
const MEETING =
  /\b(?:conference|symposium|workshops?|meeting)\b|^(?:neurips|icml|iclr|aaai|ijcai|cvpr|acl|emnlp|colt)\b/i;

function typeOf({ type, source }: WorkRecord): string {
  const known = types.get(type ?? 'article') ?? 'document';
  if (known !== 'article-journal') return known;
  if (source === null) return type === null ? 'document' : known;
  if (PREPRINTS.test(source)) return 'article';
  return MEETING.test(source) ? 'paper-conference' : known;
}

const dateParts = ({ year, date }: WorkRecord): readonly number[] | null => {
  const day = date === null ? null : date.split('-').map(Number);
  if (day !== null && (year === null || day[0] === year)) return day;
  return year === null ? null : [year];
};

const address = ({ openAccessUrl, doi, arxivId }: WorkRecord): string | null => {
  if (doi !== null) return `https://doi.org/${doi}`;
  return arxivId === null ? openAccessUrl : `https://arxiv.org/abs/${arxivId}`;
};

/** The facts of the work as a citation. */
export function toCitation(work: WorkRecord): Citation {
  const type = typeOf(work);
  const issued = dateParts(work);
  const url = address(work);
  return {
    id: work.id,
    'citation-key': citationKey(work),
    type,
    ...(type === 'thesis' && { genre: 'PhD thesis' }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(work.doi !== null && { DOI: work.doi }),
    ...(url !== null && { URL: url }),
    ...(work.retracted && { note: 'Retracted' }),
  };
}
