import { arxivIdIn } from '../../core/identifiers.js';
import { fingerprint } from '../fingerprint.js';
import type { OrcidWork } from '../orcid/orcid-record.js';
import { plainVariant } from '../plain-text.js';
import { UNTITLED, type WorkRecord } from '../records.js';

/** What claims say of a work that nobody else knows. */
export type ClaimedFields = Partial<Pick<OrcidWork, 'title' | 'type' | 'year' | 'date' | 'source'>>;

/** Somebody who says that a work is theirs. */
export interface Claimant {
  readonly id: string;
  readonly name: string;
}

/** The key of a work that claims alone know; an id is ASCII and has no sign that parts ids elsewhere. */
export const claimedKey = (doi: string): string =>
  `doi:${encodeURIComponent(doi).replaceAll('%2F', '/').replaceAll('%3A', ':').toLowerCase()}`;

/** What a claim is found by: the arXiv id that a DOI of arXiv's stands for, else the DOI. */
export function claimKey(doi: string): string {
  const arxivId = arxivIdIn(doi);
  return arxivId === null ? doi : `arxiv:${arxivId}`;
}

/**
 * The record of a work that is known from claims alone: its byline holds those who claim it, by their keys.
 */
export function claimedWork(doi: string, fields: ClaimedFields, claimants: readonly Claimant[]): WorkRecord {
  const authors = [...new Map(claimants.map((claimant) => [claimant.id, claimant])).values()];
  authors.sort((one, other) => (one.id < other.id ? -1 : 1));
  const title = fields.title ?? UNTITLED;
  const { type = null, year = null, date = null, source = null } = fields;
  const stated = { title, type, year, date, source };
  const empty = Object.entries({ ...stated, title: fields.title ?? null }).filter(([, value]) => value === null);
  return {
    kind: 'work',
    id: claimedKey(doi),
    sourceUpdatedAt: null,
    hash: fingerprint(JSON.stringify([doi, stated, authors])),
    notImported: ['arxivId', 'openAccessUrl', 'abstract', 'citationCount', 'institutions', 'topics', 'references'],
    unknown: empty.map(([field]) => field),
    ...stated,
    titleText: plainVariant(title),
    doi,
    ...{
      arxivId: arxivIdIn(doi),
      openAccessUrl: null,
      abstract: null,
      abstractText: null,
      citationCount: 0,
      retracted: false,
    },
    byline: authors.map(({ name }) => name),
    namesWithoutId: 0,
    institutionIds: [],
    references: [],
    authorships: authors.map(({ id, name }, place) => ({
      ...{ researcherId: id, position: place + 1, name, corresponding: false, institutionIds: [] },
    })),
    topics: [],
    statements: { researchers: [], institutions: [], topics: [] },
  };
}
