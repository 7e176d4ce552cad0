import { InstitutionProfileDocument } from '../gen/graphql.js';
import { GraphSection } from '../parts/graph-section.js';
import { KindLabel, KindSign } from '../parts/kind.js';
import { Provenance } from '../parts/provenance.js';
import { FailedPage, NotFound, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { Works } from '../parts/works.js';
import { pathOf } from '../route.js';
import { webAddress } from '../text/address.js';
import { capitalised, counted, countryName } from '../text/words.js';
import { useQuery } from '../use-query.js';

/** An institution: its people, subjects and partners, and what was written there. */
export function InstitutionPage({ id }: { readonly id: string }) {
  const { data, failure, loading, retry } = useQuery(InstitutionProfileDocument, { id });
  const institution = data?.institution;
  useTitle(institution?.name);
  if (failure) return <FailedPage failure={failure} retry={retry} />;
  if (!institution)
    return loading ? <Skeleton lines={9} label="Loading the institution" /> : <NotFound what="institution" id={id} />;
  const { name, type, country, ror, homepage, worksCount, researchers, topics, partners } = institution;
  return (
    <>
      <header class="page-head">
        <KindLabel kind="INSTITUTION">Institution</KindLabel>
        <h1>{name}</h1>
        <ul class="facts">
          {type && <li>{capitalised(type)}</li>}
          {country && <li>{countryName(country)}</li>}
          <li>
            <a href="#works">{counted(worksCount, 'work')}</a>
          </li>
          {ror && (
            <li>
              <a href={`https://ror.org/${ror}`} rel="noreferrer">
                ROR {ror}
              </a>
            </li>
          )}
          {webAddress(homepage) && (
            <li>
              <a href={webAddress(homepage)} rel="noreferrer">
                Home page
              </a>
            </li>
          )}
        </ul>
      </header>
      <GraphSection id={institution.id} name={name} title="In context">
        <div class="connections">
          <h3>
            <KindSign kind="RESEARCHER" /> Researchers
          </h3>
          <ul class="plain-list">
            {researchers.nodes.map(({ id, name, stats }) => (
              <li key={id}>
                <a href={pathOf('RESEARCHER', id)}>{name}</a> <span class="quiet">{counted(stats.works, 'work')}</span>
              </li>
            ))}
          </ul>
          {topics.length > 0 && (
            <h3>
              <KindSign kind="TOPIC" /> Topics
            </h3>
          )}
          <ul class="plain-list">
            {topics.map(({ id, name }) => (
              <li key={id}>
                <a href={pathOf('TOPIC', id)}>{name}</a>
              </li>
            ))}
          </ul>
          {partners.length > 0 && (
            <h3>
              <KindSign kind="INSTITUTION" /> Partners
            </h3>
          )}
          <ul class="plain-list">
            {partners.map(({ institution, works }) => (
              <li key={institution.id}>
                <a href={pathOf('INSTITUTION', institution.id)}>{institution.name}</a>{' '}
                <span class="quiet">{counted(works, 'joint work')}</span>
              </li>
            ))}
          </ul>
        </div>
      </GraphSection>
      <Works owner="INSTITUTION" id={institution.id} title="Works from there" />
      <Provenance provenance={institution.provenance} missing={institution.missing} />
    </>
  );
}
