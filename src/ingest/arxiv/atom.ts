import { fingerprint } from '../fingerprint.js';
import { childrenOf, textOf, textsOf, type XmlElement } from '../xml/elements.js';
import type { ArxivRecord, RejectedArxiv } from './arxiv-record.js';
import { arxivKey, buildRecord } from './build.js';
import { joinLoneNames, printedAuthor } from './names.js';

/** Translates one `entry` of a feed of arXiv's API. */
export function readEntry(entry: XmlElement): ArxivRecord | RejectedArxiv {
  const id = textOf(entry, 'id');
  if (id?.includes('/api/errors') === true)
    return { reason: `arXiv answered with an error: ${textOf(entry, 'summary')?.slice(0, 200) ?? id.slice(0, 80)}` };
  if (id === null) return { reason: 'the entry has no id' };
  const arxivId = arxivKey(id);
  if (arxivId === null) return { reason: `the id is not one that arXiv gives: ${JSON.stringify(id.slice(0, 80))}` };
  const authors = childrenOf(entry, 'author').flatMap(
    (author) => printedAuthor(textOf(author, 'name') ?? '', textsOf(author, 'affiliation')) ?? [],
  );
  const terms = ['primary_category', 'category'].flatMap((name) => childrenOf(entry, name));
  return buildRecord({
    arxivId,
    hash: fingerprint(JSON.stringify(entry)),
    title: textOf(entry, 'title'),
    abstract: textOf(entry, 'summary'),
    authors: joinLoneNames(authors),
    categories: terms.map(({ attributes }) => attributes.term ?? ''),
    dois: textsOf(entry, 'doi'),
    journalRef: textOf(entry, 'journal_ref'),
    comments: textOf(entry, 'comment'),
    versions: [textOf(entry, 'published'), textOf(entry, 'updated')],
  });
}
