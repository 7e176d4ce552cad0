import { foldedWords } from '../ingest/sort-key.js';
import type { IdentityOrganisation } from './record-works.js';

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

/** The words of a title that tell what it is about, each once. */
export function titleWords(title: string | null | undefined): string[] {
  if (!title) return [];
  const words = foldedWords(title).split(' ');
  return [...new Set(words.filter((word) => word.length > 2 && !STOP_WORDS.has(word) && !/^\d+$/.test(word)))];
}

/** What a venue is compared by; null where there is none, or one that takes everything. */
export function venueKey(venue: string | null | undefined): string | null {
  const key = foldedWords(venue ?? '');
  return key === '' || REPOSITORIES.test(key) ? null : key;
}

/** What the organisations of one work are compared by: ids, and the telling words of names and addresses. */
export function organisationKeys(organisations: readonly IdentityOrganisation[]): string[] {
  const keys = new Set<string>();
  for (const { id, name } of organisations) {
    if (id) keys.add(`id:${id}`);
    for (const word of foldedWords(name ?? '').split(' '))
      if (word.length > 1 && !/\d/.test(word) && !ORGANISATION_STOP_WORDS.has(word)) keys.add(word);
  }
  return [...keys].sort();
}
