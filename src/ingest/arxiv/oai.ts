import { orcidKey } from '../../core/identifiers.js';
import { fingerprint } from '../fingerprint.js';
import { childrenOf, textOf, textsOf, type XmlElement } from '../xml/elements.js';
import type { ArxivRecord, RejectedArxiv } from './arxiv-record.js';
import { type ArxivParts, arxivKey, buildRecord } from './build.js';
import { readByline } from './byline.js';
import { categoryOf } from './category-names.js';
import { authorOf, catalogueAuthor, joinLoneNames } from './names.js';

type FormatParts = Omit<ArxivParts, 'arxivId' | 'hash' | 'stamped' | 'deleted'>;

/** Translates one `record` of OAI-PMH. */
export function readOaiRecord(record: XmlElement): ArxivRecord | RejectedArxiv {
  const header = childrenOf(record, 'header')[0];
  const metadata = childrenOf(record, 'metadata')[0]?.children[0];
  const identifier = textOf(header, 'identifier') ?? textOf(metadata, 'id');
  if (identifier === null) return { reason: 'the record has no identifier' };
  const arxivId = arxivKey(identifier);
  if (arxivId === null)
    return { reason: `the identifier is not one that arXiv gives: ${JSON.stringify(identifier.slice(0, 80))}` };
  const common = { arxivId, hash: fingerprint(JSON.stringify(record)), stamped: textOf(header, 'datestamp') };
  if (header?.attributes.status === 'deleted') return buildRecord({ ...common, deleted: true });
  if (metadata === undefined) return { reason: `${arxivId} has no metadata` };
  const read = formats.get(metadata.name);
  if (read === undefined)
    return { reason: `${arxivId} is in a format that is not read: ${metadata.name.slice(0, 40)}` };
  return buildRecord({ ...common, ...read(metadata) });
}

const formats: ReadonlyMap<string, (metadata: XmlElement) => FormatParts> = new Map([
  ['arXiv', readArxivFormat],
  ['arXivRaw', readRawFormat],
  ['dc', readDublinCore],
]);

/** Fields that arXiv's two own formats write alike. */
const ownFields = (metadata: XmlElement): FormatParts => ({
  title: textOf(metadata, 'title'),
  abstract: textOf(metadata, 'abstract'),
  categories: (textOf(metadata, 'categories') ?? '').split(/\s+/),
  dois: textsOf(metadata, 'doi'),
  journalRef: textOf(metadata, 'journal-ref'),
  comments: textOf(metadata, 'comments'),
});

function readArxivFormat(metadata: XmlElement): FormatParts {
  const authors = childrenOf(childrenOf(metadata, 'authors')[0], 'author').flatMap((author) => {
    const family = textOf(author, 'keyname') ?? '';
    const [given, suffix] = [textOf(author, 'forenames'), textOf(author, 'suffix')];
    const orcid = orcidKey(textOf(author, 'orcid'));
    return authorOf({ family, given, suffix, orcid, affiliations: textsOf(author, 'affiliation') }) ?? [];
  });
  const versions = [textOf(metadata, 'created'), textOf(metadata, 'updated')];
  return { ...ownFields(metadata), authors: joinLoneNames(authors), versions };
}

function readRawFormat(metadata: XmlElement): FormatParts {
  const versions = childrenOf(metadata, 'version');
  const size = textOf(versions.at(-1), 'size');
  return {
    ...ownFields(metadata),
    authors: readByline(textOf(metadata, 'authors') ?? ''),
    versions: versions.map((version) => textOf(version, 'date')),
    emptied: size !== null && /^0\s*k?b$/i.test(size),
  };
}

function readDublinCore(metadata: XmlElement): FormatParts {
  const descriptions = textsOf(metadata, 'description');
  const isComment = (text: string): boolean => /^comments?:/i.test(text);
  const identifiers = textsOf(metadata, 'identifier').filter(
    (text) => !/^https?:\/\/(?:www\.)?arxiv\.org\//i.test(text),
  );
  const isDoi = (text: string): boolean => /^doi:|^https?:\/\/(?:dx\.)?doi\.org\//i.test(text);
  return {
    title: textOf(metadata, 'title'),
    abstract: descriptions.find((text) => !isComment(text)) ?? null,
    comments: descriptions.find(isComment)?.replace(/^comments?:\s*/i, '') ?? null,
    authors: joinLoneNames(textsOf(metadata, 'creator').flatMap((text) => catalogueAuthor(text) ?? [])),
    categories: textsOf(metadata, 'subject').flatMap((subject) => categoryOf(subject) ?? []),
    dois: identifiers.filter(isDoi),
    journalRef: identifiers.find((text) => !isDoi(text)) ?? null,
    versions: textsOf(metadata, 'date'),
  };
}
