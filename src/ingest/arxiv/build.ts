import { arxivIdIn, doiKey } from '../../core/identifiers.js';
import { oneLine } from '../clean-text.js';
import type { ArxivAuthor, ArxivRecord } from './arxiv-record.js';
import { dayOf } from './days.js';

/** What the formats have in common, before it is made alike. */
export interface ArxivParts {
  readonly arxivId: string;
  readonly hash: string;
  readonly title?: string | null;
  readonly abstract?: string | null;
  readonly authors?: readonly ArxivAuthor[];
  readonly categories?: readonly string[];
  readonly dois?: readonly string[];
  readonly journalRef?: string | null;
  readonly comments?: string | null;
  /** Days or moments of the versions, in any order. */
  readonly versions?: readonly (string | null)[];
  /** The day that the source gives the record itself. */
  readonly stamped?: string | null;
  /** The last version has no files. */
  readonly emptied?: boolean;
  readonly deleted?: boolean;
}

/** Makes the record; every format ends here. */
export function buildRecord(parts: ArxivParts): ArxivRecord {
  const days = [...(parts.versions ?? [])].map(dayOf).filter((day) => day !== null);
  days.sort();
  const stamped = dayOf(parts.stamped ?? null);
  const [doi = null, ...otherDois] = readDois(parts.dois ?? []);
  const abstract = line(parts.abstract);
  const comments = line(parts.comments);
  return {
    arxivId: parts.arxivId,
    title: line(parts.title),
    abstract,
    authors: parts.authors ?? [],
    categories: [...new Set((parts.categories ?? []).map((text) => text.trim()))].filter(isCategory),
    doi,
    otherDois,
    journalRef: line(parts.journalRef),
    comments,
    date: days[0] ?? null,
    updated: [...days, ...(stamped === null ? [] : [stamped])].sort().at(-1) ?? null,
    withdrawn: parts.emptied === true || saysWithdrawn(comments) || takesBack(abstract),
    deleted: parts.deleted ?? false,
    hash: parts.hash,
  };
}

const line = (text: string | null | undefined): string | null => oneLine(text ?? '') || null;

/** Subjects of other schemes (`68T50`, `05C80, 05C15`) stand in the same place. */
const isCategory = (text: string): boolean => /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2,}(?:-[a-z]+)*)?$/.test(text);

/** A field may hold several, with spaces between. */
function readDois(texts: readonly string[]): string[] {
  const dois = texts.flatMap((text) => text.split(/\s+/)).map((text) => doiKey(text.replace(/[,;]$/, '')));
  return [...new Set(dois.filter((doi) => doi !== null))];
}

const TAKEN_BACK =
  /^\W*(?:this|the|our)\s+(?:\w+\s+)?(?:paper|article|submission|manuscript|preprint|work|document|note|e-?print|version)s?\s+(?:has|have|is|was|had)\s+(?:been\s+)?(?:\w+\s+)?withdrawn\b(?!\s+from\s+(?!(?:the\s+)?arxiv\b))/i;

const takesBack = (text: string | null): boolean => text !== null && TAKEN_BACK.test(text);
const saysWithdrawn = (text: string | null): boolean =>
  takesBack(text) ||
  /^\W*(?:paper\s+|article\s+)?(?:is\s+|was\s+|has been\s+)?withdrawn\b(?!\s+from\b)/i.test(text ?? '');

const BARE = /^(?:\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;

/** An article's id, bare or in an address, without version and subject class; null where the text is none. */
export function arxivKey(text: string): string | null {
  const trimmed = text.trim();
  return arxivIdIn(BARE.test(trimmed) ? `arxiv:${trimmed}` : trimmed);
}
