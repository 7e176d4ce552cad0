import { ResearcherConnectionsDocument } from '../gen/graphql.js';
import { KindSign } from '../parts/kind.js';
import { Failed, Skeleton } from '../parts/state.js';
import { pathOf } from '../route.js';
import { counted, span } from '../text/words.js';
import { useQuery } from '../use-query.js';

/** The nearest subjects, people and institutions as lists: what the graph shows, for those who would rather read. */
export function Connections({ id }: { readonly id: string }) {
  const { data, failure, retry } = useQuery(ResearcherConnectionsDocument, { id });
  if (failure) return <Failed failure={failure} retry={retry} />;
  if (!data?.researcher) return <Skeleton lines={8} label="Loading the connections" />;
  const { topics, collaborators, affiliations } = data.researcher;
  return (
    <div class="connections">
      <h3>
        <KindSign kind="TOPIC" /> Topics
      </h3>
      {topics.edges.length === 0 && <p class="quiet">None known.</p>}
      <ul class="plain-list">
        {topics.edges.map(({ node, works, share }) => (
          <li key={node.id}>
            <a href={pathOf('TOPIC', node.id)}>{node.name}</a> <span class="quiet">{works}</span>
            <span class="share" aria-hidden="true">
              <span style={{ width: `${Math.round(share * 100)}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <h3>
        <KindSign kind="RESEARCHER" /> Collaborators
      </h3>
      {collaborators.edges.length === 0 && <p class="quiet">None known.</p>}
      <ul class="plain-list">
        {collaborators.edges.map(({ node, works, firstYear, lastYear }) => (
          <li key={node.id}>
            <a href={pathOf('RESEARCHER', node.id)}>{node.name}</a>
            <span class="quiet">
              {[counted(works, 'joint work'), span(firstYear, lastYear)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {(collaborators.totalCount ?? 0) > collaborators.edges.length && (
        <p class="small quiet">and {counted((collaborators.totalCount ?? 0) - collaborators.edges.length, 'other')}</p>
      )}
      {affiliations.length > 0 && (
        <h3>
          <KindSign kind="INSTITUTION" /> Institutions
        </h3>
      )}
      <ul class="plain-list">
        {affiliations.slice(0, 6).map(({ institution, fromYear, toYear, current }) => (
          <li key={institution.id}>
            <a href={pathOf('INSTITUTION', institution.id)}>{institution.name}</a>
            <span class="quiet">{[span(fromYear, toYear), current ? 'now' : ''].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
