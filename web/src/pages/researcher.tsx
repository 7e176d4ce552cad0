import { ResearcherProfileDocument } from '../gen/graphql.js';
import { GraphSection } from '../parts/graph-section.js';
import { Provenance } from '../parts/provenance.js';
import { FailedPage, NotFound, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { Works } from '../parts/works.js';
import { Actions } from '../researcher/actions.js';
import { Connections } from '../researcher/connections.js';
import { Identity } from '../researcher/identity.js';
import { ProfileHead } from '../researcher/profile-head.js';
import { Trust } from '../researcher/trust.js';
import { useQuery } from '../use-query.js';

/** Everything about a researcher, from who it is down to the last work. */
export function ResearcherPage({ id }: { readonly id: string }) {
  const { data, failure, loading, retry } = useQuery(ResearcherProfileDocument, { id });
  const researcher = data?.researcher;
  useTitle(researcher?.name);
  if (failure) return <FailedPage failure={failure} retry={retry} />;
  if (!researcher)
    return loading ? <Skeleton lines={9} label="Loading the researcher" /> : <NotFound what="researcher" id={id} />;
  return (
    <>
      <ProfileHead researcher={researcher} />
      <Trust researcher={researcher} />
      <Identity id={researcher.id} />
      <Actions researcher={researcher} onChanged={retry} />
      <GraphSection id={researcher.id} name={researcher.name} title="In context">
        <Connections id={researcher.id} />
      </GraphSection>
      <Works owner="RESEARCHER" id={researcher.id} title="Published work" />
      <Provenance provenance={researcher.provenance} missing={researcher.missing} />
    </>
  );
}
