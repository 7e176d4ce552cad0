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

const OPENALEX = /^(?:https?:\/\/(?:www\.|api\.)?openalex\.org\/(?:[a-z]+\/)?)?([AWTI]\d+)$/i;
const ORCID = /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i;
const DOI = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;
const ARXIV =
  /^(?:(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/;
const ROR = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/|ror:)?(0[a-hj-km-np-tv-z\d]{6}\d{2})$/i;
/** `orcid:<iD>`, `arxiv:<id>`, `arxiv:<id>:<position>`, `rg:<ulid>`, `demo:<slug>`: ids that are not OpenAlex's. */
const PREFIXED = /^(orcid|arxiv|rg|demo):\S+$/;

function typeOfPrefixed(id: string): NodeType | null {
  if (id.startsWith('orcid:') || id.startsWith('rg:')) return NodeType.RESEARCHER;
  if (id.startsWith('arxiv:')) return id.split(':').length > 2 ? NodeType.RESEARCHER : NodeType.WORK;
  return null;
}

/**
 * What a text can mean, the likeliest first: a node id, an OpenAlex URL, an ORCID iD, a DOI, an arXiv id, a ROR id,
 * each with or without its URL or prefix. Empty where it is none of them.
 */
export function parseIdentifier(text: string): readonly Identifier[] {
  const trimmed = text.trim();
  const found: Identifier[] = [];
  const openAlex = OPENALEX.exec(trimmed)?.[1]?.toUpperCase();
  if (openAlex) return [{ by: 'id', value: openAlex, type: openAlexTypes[openAlex.charAt(0)] ?? null }];
  if (PREFIXED.test(trimmed)) found.push({ by: 'id', value: trimmed, type: typeOfPrefixed(trimmed) });
  const orcid = ORCID.exec(trimmed)?.[1];
  if (orcid) found.push({ by: 'orcid', value: orcid.toUpperCase(), type: NodeType.RESEARCHER });
  const doi = DOI.exec(trimmed)?.[1]?.toLowerCase();
  if (doi) found.push({ by: 'doi', value: doi, type: NodeType.WORK });
  const arxivId = ARXIV.exec(trimmed)?.[1] ?? (doi && ARXIV_DOI.exec(doi)?.[1]);
  if (arxivId) {
    const value = arxivId.includes('/') ? arxivId.toLowerCase() : arxivId;
    found.push({ by: 'arxivId', value, type: NodeType.WORK });
  }
  const ror = ROR.exec(trimmed)?.[1];
  if (ror) found.push({ by: 'ror', value: ror.toLowerCase(), type: NodeType.INSTITUTION });
  return found;
}
