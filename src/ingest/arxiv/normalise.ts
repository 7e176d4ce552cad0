import { oneLine } from '../clean-text.js';
import { fingerprint } from '../fingerprint.js';
import { parseObject } from '../json-line.js';
import { describe, FieldError, type JsonObject, readObjects, readString, readStrings } from '../openalex/fields.js';
import type { SourceLine } from '../source-line.js';
import type { ArxivAuthor, ArxivRecord, RejectedArxiv } from './arxiv-record.js';
import { arxivKey, buildRecord } from './build.js';
import { readByline } from './byline.js';
import { authorOf, joinLoneNames, printedAuthor } from './names.js';

const rejected = (reason: string): RejectedArxiv => ({ reason: oneLine(reason) });

/**
 * Translates one line of arXiv's metadata snapshot, or of a list that gives authors and categories as arrays. Never
 * throws on what a line holds: it gives the record or the reason.
 */
export function normaliseArxiv(line: Pick<SourceLine, 'text' | 'problem'>): ArxivRecord | RejectedArxiv {
  const object = parseObject(line);
  if (typeof object === 'string') return rejected(object);
  try {
    return translate(object, fingerprint(line.text));
  } catch (error) {
    if (error instanceof FieldError) return rejected(error.message);
    throw error;
  }
}

function translate(object: JsonObject, hash: string): ArxivRecord | RejectedArxiv {
  const id = readString(object, 'id');
  if (id === null) return rejected('id must be text, found none');
  const arxivId = arxivKey(id);
  if (arxivId === null) return rejected(`id is not one that arXiv gives: ${describe(id)}`);
  return buildRecord({
    arxivId,
    hash,
    title: readString(object, 'title'),
    abstract: readString(object, 'abstract') ?? readString(object, 'summary'),
    authors: readAuthors(object),
    categories: Array.isArray(object.categories)
      ? readStrings(object, 'categories')
      : (readString(object, 'categories') ?? '').split(/\s+/),
    dois: [readString(object, 'doi') ?? ''],
    journalRef: readString(object, 'journal-ref'),
    comments: readString(object, 'comments') ?? readString(object, 'comment'),
    versions: [
      ...readObjects(object, 'versions').map((version) => readString(version, 'created', 'versions[].')),
      readString(object, 'listed'),
    ],
    stamped: readString(object, 'update_date'),
  });
}

function readAuthors(object: JsonObject): ArxivAuthor[] {
  if (Array.isArray(object.authors)) {
    const names = readStrings(object, 'authors').map((name) => printedAuthor(name));
    return joinLoneNames(names.filter((author) => author !== null));
  }
  const printed = readString(object, 'authors');
  const parsed = readParsed(object);
  const byline = printed === null ? [] : readByline(printed);
  if (parsed.length === 0) return byline;
  const pairs = new Set(byline.slice(1).map((author, at) => pairOf(byline[at], author)));
  const authors = joinLoneNames(parsed, (one, other) => pairs.has(pairOf(one, other)));
  const aligned = authors.length === byline.length;
  return authors.map((author, at) => withAffiliations(author, aligned ? byline[at] : undefined));
}

/** Two names that stand side by side. */
const pairOf = (one: ArxivAuthor | undefined, other: ArxivAuthor): string => `${one?.name ?? ''}\n${other.name}`;

/** `authors_parsed`: family name, given names, suffix, then affiliations. */
function readParsed(object: JsonObject): ArxivAuthor[] {
  const list = object.authors_parsed;
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw new FieldError('authors_parsed', 'an array', list);
  return list.flatMap((entry: unknown) => {
    if (!Array.isArray(entry) || !entry.every((part): part is string => typeof part === 'string'))
      throw new FieldError('authors_parsed[]', 'an array of text', entry);
    const [family = '', given = null, suffix = null, ...affiliations] = entry;
    return authorOf({ family, given, suffix, affiliations: affiliations.filter((text) => !isSigns(text)) }) ?? [];
  });
}

/** Numbers that were to be looked up in the list of places, and were not: `1 and 2`. */
const isSigns = (text: string): boolean => /^(?:\s|\d{1,3}\b|,|;|&|\band\b|\*)*$/.test(text);

/** arXiv drops most affiliations that are given by numbers; the byline as it is printed still has them. */
function withAffiliations(author: ArxivAuthor, printed: ArxivAuthor | undefined): ArxivAuthor {
  const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '').toLowerCase();
  return printed !== undefined && printed.affiliations.length > 0 && letters(printed.name) === letters(author.name)
    ? { ...author, affiliations: printed.affiliations }
    : author;
}
