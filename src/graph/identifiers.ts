import { arxivIdIn, doiKey, orcidKey, rorKey } from '../core/identifiers.js';
import { NodeType } from './node.type.js';

/** What a text may identify: a node's own id, or an identifier that a kind of node holds as a property. */
export type Identifier =
  | { readonly by: 'id'; readonly value: string; readonly type: NodeType | null }
  | { readonly by: 'orcid' | 'doi' | 'arxivId' | 'ror'; readonly value: string; readonly type: NodeType };

const openAlexTypes: Readonly<Record<string, NodeType>> = {
  A: NodeType.RESEARCHER,
  W: NodeType.WORK,
  T: NodeType.TOPIC,
  I: NodeType.INSTITUTION,
};
const OPENALEX = /^(?:(?:https?:\/\/)?(?:www\.|api\.)?openalex\.org\/(?:[a-z-]+\/)?)?([AWTI]\d{1,15})$/i;
const BARE_ARXIV = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;

const arxivText = (text: string): string => (BARE_ARXIV.test(text) ? `arxiv:${text}` : text);

/** A subject class of arXiv: `math.CO`, `hep-ex`. */
const CATEGORY = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z-]+)?$/;

/**
 * An id that is not OpenAlex's: `demo:<slug>`, `orcid:<iD>`, `rg:<ulid>`, `arxiv:<id>`, `arxiv:<id>:<position>` of an author,
 * `arxiv:<category>`, `ror:<key>`, and `doi:<DOI>`, whose DOI is written with the signs of an address.
 */
function prefixedId(text: string): Identifier | null {
  const [, prefix, rest = ''] = /^(demo|orcid|rg|arxiv|ror|doi):(\S+)$/i.exec(text) ?? [];
  switch (prefix?.toLowerCase()) {
    case 'demo':
      return { by: 'id', value: text.toLowerCase(), type: null };
    case 'rg':
      return { by: 'id', value: `rg:${rest.toUpperCase()}`, type: NodeType.RESEARCHER };
    case 'orcid':
      return { by: 'id', value: `orcid:${rest.toUpperCase()}`, type: NodeType.RESEARCHER };
    case 'arxiv': {
      const id = arxivIdIn(text);
      const position = /:(\d+)$/.exec(rest)?.[1];
      if (!id) return CATEGORY.test(rest) ? { by: 'id', value: `arxiv:${rest}`, type: NodeType.TOPIC } : null;
      return position
        ? { by: 'id', value: `arxiv:${id}:${position}`, type: NodeType.RESEARCHER }
        : { by: 'id', value: `arxiv:${id}`, type: NodeType.WORK };
    }
    case 'ror':
      return { by: 'id', value: `ror:${rest.toLowerCase()}`, type: NodeType.INSTITUTION };
    case 'doi':
      return { by: 'id', value: `doi:${rest.toLowerCase()}`, type: NodeType.WORK };
    default:
      return null;
  }
}

/** The text, or without the percent signs of an address: what is badly written stays as it is. */
function decodedAddress(text: string): string {
  if (!/\bdoi\.org\//i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What a text can mean, the likeliest first: a node id, an OpenAlex URL, an ORCID iD, a DOI, an arXiv id, a ROR id,
 * each with or without its URL or prefix. Empty where it is none of them.
 */
export function parseIdentifier(text: string): readonly Identifier[] {
  const trimmed = text.trim().replace(/\/+$/, '');
  const openAlex = OPENALEX.exec(trimmed)?.[1]?.toUpperCase();
  if (openAlex) return [{ by: 'id', value: openAlex, type: openAlexTypes[openAlex.charAt(0)] ?? null }];
  const prefixed = prefixedId(trimmed);
  const decoded = decodedAddress(trimmed);
  // A work under its DOI as key is found by that DOI, like any other of the same; the key comes last, for where it led.
  const isDoi = /^doi:/i.test(trimmed);
  const found: (Identifier | null)[] = [isDoi ? null : prefixed];
  const orcid = orcidKey(trimmed);
  if (orcid) found.push({ by: 'orcid', value: orcid, type: NodeType.RESEARCHER });
  for (const doi of new Set([doiKey(decoded), doiKey(trimmed)]))
    if (doi) found.push({ by: 'doi', value: doi, type: NodeType.WORK });
  // An author known from one paper alone is never that paper.
  const arxivId = prefixed?.type === NodeType.RESEARCHER ? null : arxivIdIn(arxivText(decoded));
  if (arxivId) found.push({ by: 'arxivId', value: arxivId, type: NodeType.WORK });
  const ror = rorKey(trimmed);
  if (ror) found.push({ by: 'ror', value: ror, type: NodeType.INSTITUTION });
  if (isDoi) found.push(prefixed);
  return found.filter((identifier) => identifier !== null);
}
