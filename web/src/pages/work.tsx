import { RelatedWorksDocument, WorkProfileDocument } from '../gen/graphql.js';
import { GraphSection } from '../parts/graph-section.js';
import { KindLabel, KindSign } from '../parts/kind.js';
import { Provenance } from '../parts/provenance.js';
import { FailedPage, NotFound, Section, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { Byline, WorkKicker, WorkLinks } from '../parts/work-item.js';
import { pathOf } from '../route.js';
import { Rich } from '../text/rich.js';
import { figure, listed } from '../text/words.js';
import { useQuery } from '../use-query.js';

/** A work: what it says, by whom, about what, and what it stands beside. */
export function WorkPage({ id }: { readonly id: string }) {
  const { data, failure, loading, retry } = useQuery(WorkProfileDocument, { id });
  const related = useQuery(RelatedWorksDocument, { id });
  const work = data?.work;
  useTitle(work?.titleText);
  if (failure) return <FailedPage failure={failure} retry={retry} />;
  if (!work) return loading ? <Skeleton lines={9} label="Loading the work" /> : <NotFound what="work" id={id} />;
  return (
    <>
      <header class="page-head">
        <KindLabel kind="WORK">Work</KindLabel>
        <h1>
          <Rich text={work.title} />
        </h1>
        <Byline work={work} />
        <WorkKicker work={work} />
        <WorkLinks work={work} />
      </header>
      <Section id="abstract" title="Abstract">
        {work.abstract ? (
          <p class="reading">
            <Rich text={work.abstract} />
          </p>
        ) : (
          <p class="quiet">No abstract imported.</p>
        )}
      </Section>
      <GraphSection id={work.id} name={`“${work.titleText}”`} title="In context">
        <div class="connections">
          <h3>
            <KindSign kind="TOPIC" /> Topics
          </h3>
          {work.topics.length === 0 && <p class="quiet">None known.</p>}
          <ul class="plain-list">
            {work.topics.map(({ topic, score }) => (
              <li key={topic.id}>
                <a href={pathOf('TOPIC', topic.id)}>{topic.name}</a>
                <span class="share" aria-hidden="true">
                  <span style={{ width: `${Math.round(score * 100)}%` }} />
                </span>
              </li>
            ))}
          </ul>
          {work.institutions.length > 0 && (
            <h3>
              <KindSign kind="INSTITUTION" /> Institutions
            </h3>
          )}
          <ul class="plain-list">
            {work.institutions.slice(0, 8).map(({ id, name }) => (
              <li key={id}>
                <a href={pathOf('INSTITUTION', id)}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
      </GraphSection>
      <div class="columns">
        <WorkLinksList id="references" title="Cites" list={work.references.nodes} total={work.references.totalCount} />
        <WorkLinksList id="cited-by" title="Cited by" list={work.citedBy.nodes} total={work.citedBy.totalCount} />
        <WorkLinksList id="related" title="Related" list={related.data?.work?.related ?? []} total={null} />
      </div>
      <Provenance provenance={work.provenance} missing={work.missing} />
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly title: string;
  readonly total: number | null;
  readonly list: readonly {
    readonly id: string;
    readonly title: string;
    readonly year: number | null;
    readonly byline: readonly string[];
  }[];
}

const WorkLinksList = ({ id, title, list, total }: ListProps) => (
  <Section id={id} title={title} note={total !== null && <p class="section-note">{figure(total)} in this graph</p>}>
    {list.length === 0 && <p class="quiet">None known.</p>}
    <ul class="short-works">
      {list.map((work) => (
        <li key={work.id}>
          <a href={pathOf('WORK', work.id)}>
            <Rich text={work.title} />
          </a>
          <span class="quiet small">{[listed(work.byline), work.year].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  </Section>
);
