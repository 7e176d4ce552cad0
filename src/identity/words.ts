import { foldedWords } from '../ingest/sort-key.js';
import type { IdentityOrganisation, IdentityWork } from './record-works.js';

/** English words that titles of any field hold, and those that name a kind of paper rather than a matter. */
const STOP_WORDS = new Set(
  `a an and are as at based be by can do does for from how in into is it its method methods new of on or over study that
  the their to towards toward two under using use via we what when where which with without within approach approaches
  analysis system systems model models`.split(/\s+/),
);

/** Words of addresses that say what an organisation is, not which. */
const ORGANISATION_STOP_WORDS = new Set(
  `of the and for in at dept department univ university universitat universite universidad school sch science sciences sci
  inst institute institut technol technology lab laboratory laboratories research res center centre college faculty fac
  eng engineering comput computer computing information usa china e mail email com edu ac org de und la et box street
  road`.split(/\s+/),
);

/** Repositories that take works of every kind: to share one says nothing. */
const REPOSITORIES =
  /^(arxiv|corr|biorxiv|medrxiv|ssrn|zenodo|figshare|hal|repec|pubmed|research papers in economics|osf|preprints?)\b/;

const NUMBER = /^\d+$/;

/** The words of a title that tell what it is about, each once. */
function titleWords(title: string | null | undefined): string[] {
  if (!title) return [];
  const words: string[] = [];
  for (const word of foldedWords(title).split(' '))
    if (word.length > 2 && !STOP_WORDS.has(word) && !NUMBER.test(word) && !words.includes(word)) words.push(word);
  return words;
}

/** What a venue is compared by; null where there is none, or one that takes everything. */
function venueKey(venue: string): string | null {
  const key = foldedWords(venue);
  return key === '' || REPOSITORIES.test(key) ? null : key;
}

/** What the organisations of one work are compared by: ids, and the telling words of names and addresses. */
function organisationKeys(
  organisations: readonly IdentityOrganisation[],
  wordsOf: (name: string) => readonly string[],
): string[] {
  const keys = new Set<string>();
  for (const { id, name } of organisations) {
    if (id) keys.add(`id:${id}`);
    if (name) for (const word of wordsOf(name)) keys.add(word);
  }
  return [...keys].sort();
}

function organisationWords(name: string): string[] {
  return foldedWords(name)
    .split(' ')
    .filter((word) => word.length > 1 && !/\d/.test(word) && !ORGANISATION_STOP_WORDS.has(word));
}

/** Texts of a work as they are compared. */
export interface WorkKeys {
  readonly words: readonly string[];
  readonly organisations: readonly string[];
  readonly venue: string | null;
}

/** Reads the texts of works of one record, where venues and organisations come again and again: each is read once. */
export function workKeys(): (work: IdentityWork) => WorkKeys {
  const venue = once(venueKey);
  const wordsOf = once(organisationWords);
  return (work) => ({
    words: titleWords(work.title),
    organisations: organisationKeys(work.organisations ?? [], wordsOf),
    venue: work.venue ? venue(work.venue) : null,
  });
}

/** A function of a text that is asked once for each text. */
export function once<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = read(text);
    known.set(text, result);
    return result;
  };
}
