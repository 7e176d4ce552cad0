import { TopicProfileDocument } from '../gen/graphql.js';
import { GraphSection } from '../parts/graph-section.js';
import { KindLabel, KindSign } from '../parts/kind.js';
import { Provenance } from '../parts/provenance.js';
import { FailedPage, NotFound, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { Works } from '../parts/works.js';
import { pathOf } from '../route.js';
import { counted } from '../text/words.js';
import { useQuery } from '../use-query.js';

/** A topic: who works on it, and what was written about it. */
export function TopicPage({ id }: { readonly id: string }) {
  const { data, failure, loading, retry } = useQuery(TopicProfileDocument, { id });
  const topic = data?.topic;
  useTitle(topic?.name);
  if (failure) return <FailedPage failure={failure} retry={retry} />;
  if (!topic) return loading ? <Skeleton lines={9} label="Loading the topic" /> : <NotFound what="topic" id={id} />;
  const above = [topic.domain, topic.field, topic.subfield].filter((name) => name !== null);
  return (
    <>
      <header class="page-head">
        <KindLabel kind="TOPIC">Topic</KindLabel>
        <h1>{topic.name}</h1>
        {topic.description && <p class="lead">{topic.description}</p>}
        <ul class="facts">
          {above.length > 0 && <li>{above.join(' › ')}</li>}
          <li>
            <a href="#works">{counted(topic.worksCount, 'work')}</a>
          </li>
          {topic.researchers.totalCount != null && <li>{counted(topic.researchers.totalCount, 'researcher')}</li>}
        </ul>
      </header>
      <GraphSection id={topic.id} name={topic.name} title="In context">
        <div class="connections">
          <h3>
            <KindSign kind="RESEARCHER" /> Researchers
          </h3>
          <ul class="plain-list">
            {topic.researchers.edges.map(({ node, works }) => (
              <li key={node.id}>
                <a href={pathOf('RESEARCHER', node.id)}>{node.name}</a>{' '}
                <span class="quiet">{counted(works, 'work')}</span>
              </li>
            ))}
          </ul>
        </div>
      </GraphSection>
      <Works owner="TOPIC" id={topic.id} title="Works about it" />
      <Provenance provenance={topic.provenance} missing={topic.missing} />
    </>
  );
}
