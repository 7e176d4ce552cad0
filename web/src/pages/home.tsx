import { HomeDocument, type HomeQuery } from '../gen/graphql.js';
import { KindSign } from '../parts/kind.js';
import { SearchBox } from '../parts/search-box.js';
import { Failed, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { pathOf } from '../route.js';
import { counted } from '../text/words.js';
import { useQuery } from '../use-query.js';

/** A record of the demo graph that shows most of what a page can say. */
const EXAMPLE = 'demo:jingzhao-zhang';

/** The start: the search, what the graph holds, and some ways in. */
export function HomePage() {
  useTitle(null);
  const { data, failure, retry } = useQuery(HomeDocument, { example: EXAMPLE });
  return (
    <div class="home">
      <section class="hero">
        <h1>Researchers in context</h1>
        <p class="lead">
          Who wrote what, with whom and about which subject: every figure with its source, and every record with how far
          it may be relied on.
        </p>
        <SearchBox id="search" large />
        {data && <Size counts={data.graph.counts} />}
        {!data && !failure && (
          <div class="size skeleton">
            <div class="bar" />
          </div>
        )}
      </section>
      {failure && <Failed failure={failure} retry={retry} />}
      {!data && !failure && <Skeleton lines={6} label="Loading the graph’s figures" />}
      {data && <Starts data={data} />}
    </div>
  );
}

const Size = ({ counts }: { readonly counts: HomeQuery['graph']['counts'] }) => (
  <p class="size">
    <span>
      <KindSign kind="RESEARCHER" /> {counted(counts.researchers, 'researcher')}
    </span>
    <span>
      <KindSign kind="WORK" /> {counted(counts.works, 'work')}
    </span>
    <span>
      <KindSign kind="TOPIC" /> {counted(counts.topics, 'topic')}
    </span>
    <span>
      <KindSign kind="INSTITUTION" /> {counted(counts.institutions, 'institution')}
    </span>
  </p>
);

const Starts = ({ data: { example, cited, busy, topics, institutions, graph } }: { readonly data: HomeQuery }) => {
  // Some sources count no citations.
  const known = (cited.nodes[0]?.stats.citations ?? 0) > 0;
  return (
    <>
      {example && (
        <section class="example" aria-labelledby="example-title">
          <h2 id="example-title">A record that mixes two people</h2>
          <p>
            The demo graph holds <a href={pathOf('RESEARCHER', example.id)}>{example.name}</a>,{' '}
            {counted(example.stats.works, 'work')}. Two people of that name are in one record, as happens in every large
            source. Its page shows how this server tells.
          </p>
        </section>
      )}
      <div class="starts">
        <section aria-labelledby="start-researchers">
          <h2 id="start-researchers">{known ? 'Most cited researchers' : 'Researchers with most works'}</h2>
          <ul class="plain-list">
            {(known ? cited : busy).nodes.map(({ id, name, stats }) => (
              <li key={id}>
                <a href={pathOf('RESEARCHER', id)}>{name}</a>{' '}
                <span class="quiet">
                  {counted(stats.works, 'work')}
                  {stats.citations > 0 && `, ${counted(stats.citations, 'citation')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="start-topics">
          <h2 id="start-topics">Largest topics</h2>
          <ul class="plain-list">
            {topics.nodes.map(({ id, name, worksCount }) => (
              <li key={id}>
                <a href={pathOf('TOPIC', id)}>{name}</a> <span class="quiet">{counted(worksCount, 'work')}</span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="start-institutions">
          <h2 id="start-institutions">Institutions</h2>
          <ul class="plain-list">
            {institutions.nodes.map(({ id, name, worksCount }) => (
              <li key={id}>
                <a href={pathOf('INSTITUTION', id)}>{name}</a> <span class="quiet">{counted(worksCount, 'work')}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p class="quiet sources">
        {graph.sources.length > 0 ? 'Imported from ' : 'Nothing is imported yet.'}
        {graph.sources.map(({ name, records, lastImportAt }, at) => (
          <span key={name}>
            {at > 0 && '; '}
            {name} ({counted(records, 'record')}
            {lastImportAt && `, ${lastImportAt.slice(0, 10)}`})
          </span>
        ))}
        {graph.sources.length > 0 &&
          `. ${counted(graph.counts.coauthorEdges, 'pair')} of coauthors are derived from it.`}
      </p>
    </>
  );
};
