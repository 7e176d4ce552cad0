import { normaliseOrcid } from '../../src/ingest/orcid/normalise.js';
import { isRejectedOrcid } from '../../src/ingest/orcid/orcid-record.js';
import type { PersonRecord } from '../../src/ingest/records.js';

/** A person's ORCID record, said in short. */
export interface PersonFacts {
  readonly orcid: string;
  readonly name?: string;
  readonly otherNames?: readonly string[];
  /** ROR key, first and last year (null while it lasts). */
  readonly employments?: readonly (readonly [ror: string, from: number, to: number | null])[];
  /** DOIs, or DOI and title. */
  readonly works?: readonly string[];
  /** Days since 2020-01-01 of the last change. */
  readonly changed?: number;
  readonly more?: object;
}

const year = (value: number | null) =>
  value === null ? null : { year: { value: String(value) }, month: null, day: null };
/** Milliseconds since 1970 of a day, counted from 2020-01-01. */
export const moment = (day: number): number => Date.UTC(2020, 0, 1 + day);
const owner = (orcid: string) => ({ 'source-orcid': { path: orcid }, 'source-name': { value: 'The owner' } });

/** The record of a person, read from JSON as ORCID's public API gives it. */
export function person({
  orcid,
  name,
  otherNames = [],
  employments = [],
  works = [],
  changed = 1,
  more,
}: PersonFacts): PersonRecord {
  const record = {
    'orcid-identifier': { path: orcid, uri: `https://orcid.org/${orcid}` },
    history: { 'last-modified-date': { value: moment(changed) } },
    person: {
      name: name
        ? {
            'given-names': { value: name.split(' ').slice(0, -1).join(' ') },
            'family-name': { value: name.split(' ').at(-1) },
            visibility: 'public',
          }
        : null,
      'other-names': { 'other-name': otherNames.map((content) => ({ content, visibility: 'public' })) },
    },
    'activities-summary': {
      employments: {
        'affiliation-group': employments.map(([ror, from, to]) => ({
          summaries: [
            {
              'employment-summary': {
                source: owner(orcid),
                visibility: 'public',
                'start-date': year(from),
                'end-date': year(to),
                organization: {
                  name: `Institution ${ror}`,
                  address: { city: 'Here', region: null, country: 'DE' },
                  'disambiguated-organization': {
                    'disambiguated-organization-identifier': `https://ror.org/${ror}`,
                    'disambiguation-source': 'ROR',
                  },
                },
              },
            },
          ],
        })),
      },
      works: {
        group: works.map((doi) => ({
          'external-ids': {
            'external-id': [
              { 'external-id-type': 'doi', 'external-id-value': doi, 'external-id-relationship': 'self' },
            ],
          },
          'work-summary': [
            {
              source: owner(orcid),
              visibility: 'public',
              title: { title: { value: `Work ${doi}` } },
              type: 'journal-article',
              'publication-date': year(2020),
              'journal-title': { value: 'A journal' },
              'external-ids': {
                'external-id': [
                  { 'external-id-type': 'doi', 'external-id-value': doi, 'external-id-relationship': 'self' },
                ],
              },
            },
          ],
        })),
      },
    },
    ...more,
  };
  const read = normaliseOrcid({ text: JSON.stringify(record) });
  if (isRejectedOrcid(read)) throw new Error(read.reason);
  return { kind: 'person', person: read };
}
