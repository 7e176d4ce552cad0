import type { ResearcherProfileQuery } from '../gen/graphql.js';
import { KindLabel } from '../parts/kind.js';
import { pathOf } from '../route.js';
import { countryName, listed, missingInWords } from '../text/words.js';

/** A researcher as the profile's query gives them. */
export type Profile = NonNullable<ResearcherProfileQuery['researcher']>;

/** Who it is: name, a sentence, where, and under what other names. */
export const ProfileHead = ({ researcher }: { readonly researcher: Profile }) => {
  const { id, name, headline, orcid, affiliation, openToCollaborate, otherNames, missing } = researcher;
  const noAffiliation = missing.find(({ field }) => field === 'affiliation' || field === 'affiliations');
  return (
    <header class="page-head">
      <KindLabel kind="RESEARCHER">Researcher profile</KindLabel>
      <h1>{name}</h1>
      <p class="lead">{headline}</p>
      <ul class="facts">
        <li>
          {affiliation ? (
            <>
              <a href={pathOf('INSTITUTION', affiliation.id)}>{affiliation.name}</a>
              {affiliation.country && <span class="quiet">, {countryName(affiliation.country)}</span>}
            </>
          ) : (
            <span class="quiet">
              {missingInWords(noAffiliation ?? { field: 'affiliation', reason: 'NOT_IMPORTED' })}
            </span>
          )}
        </li>
        <li>{openToCollaborate ? 'Open to collaborate' : 'Not open to collaboration now'}</li>
        {orcid && (
          <li>
            <a href={`https://orcid.org/${orcid}`} rel="noreferrer">
              ORCID {orcid}
            </a>
          </li>
        )}
        {otherNames.length > 0 && <li class="quiet">Also {listed(otherNames, 4)}</li>}
        <li>
          <a href={`/export/works/${encodeURIComponent(id)}.bib`} download>
            BibTeX
          </a>
        </li>
      </ul>
    </header>
  );
};
