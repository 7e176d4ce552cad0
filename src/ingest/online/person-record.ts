import type { Assertion, OrcidEmployment, OrcidRecord } from '../orcid/orcid-record.js';

/** What ORCID says of a researcher, as it is kept with the node so that other sources may be read anew beside it. */
export interface PersonStatement {
  readonly orcid: string;
  readonly name: string | null;
  readonly otherNames: readonly string[];
  readonly employments: readonly OrcidEmployment[];
  /** DOIs of the works that the record claims, and who asserted each. */
  readonly works: readonly { readonly doi: string; readonly asserted: Assertion }[];
  readonly updated: string | null;
  readonly hash: string;
}

export const statementOf = (person: OrcidRecord): PersonStatement => ({
  orcid: person.orcid,
  name: person.name,
  otherNames: person.otherNames,
  employments: person.employments,
  works: person.works.map(({ doi, asserted }) => ({ doi, asserted })),
  updated: person.updated,
  hash: person.hash,
});

/** Reads what is kept; null where ORCID says nothing. */
export const readStatement = (text: string | null | undefined): PersonStatement | null =>
  text == null ? null : (JSON.parse(text) as PersonStatement);

/** The key of a person whom ORCID alone knows. */
export const personKey = (orcid: string): string => `orcid:${orcid}`;

/** All names of a person, each once. */
export const namesOf = ({ name, otherNames }: Pick<PersonStatement, 'name' | 'otherNames'>): string[] => [
  ...new Set([name, ...otherNames].filter((text) => text !== null)),
];
