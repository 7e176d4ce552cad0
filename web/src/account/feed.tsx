import { FeedDocument } from '../gen/graphql.js';
import { Failed, Section, Skeleton } from '../parts/state.js';
import { pathOf } from '../route.js';
import { Rich } from '../text/rich.js';
import { Moment } from './moment.js';
import { More, usePages } from './paging.js';

const PAGE = 10;

/** What is new of those whom somebody follows. */
export function Feed() {
  const list = usePages(FeedDocument, { first: PAGE }, ({ viewer }) =>
    viewer ? { items: viewer.feed.nodes, pageInfo: viewer.feed.pageInfo } : null,
  );
  return (
    <Section id="feed" title="What is new">
      {list.first.failure && <Failed failure={list.first.failure} retry={list.first.retry} />}
      {!list.items && !list.first.failure && <Skeleton label="Loading what is new" />}
      {list.items?.length === 0 && (
        <p class="quiet">
          Nothing is new. New works and new coauthors of those whom you follow are shown here as they come into the
          graph.
        </p>
      )}
      <ol class="entries">
        {list.items?.map(({ id, at, researcher, coauthor, work }) => (
          <li key={id} class="entry">
            <p class="small">
              <a href={pathOf('RESEARCHER', researcher.id)}>{researcher.name}</a>{' '}
              {coauthor ? (
                <>
                  has a first joint work with <a href={pathOf('RESEARCHER', coauthor.id)}>{coauthor.name}</a>
                </>
              ) : (
                'has a new work'
              )}
              <span class="quiet">
                {' '}
                · <Moment at={at} />
              </span>
            </p>
            <h3>
              <a href={pathOf('WORK', work.id)}>
                <Rich text={work.title} />
              </a>
              {work.year && <span class="quiet"> ({work.year})</span>}
            </h3>
          </li>
        ))}
      </ol>
      <More list={list} what="news" />
    </Section>
  );
}
