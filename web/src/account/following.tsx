import { ask } from '../api.js';
import { FollowingDocument, UnfollowDocument } from '../gen/graphql.js';
import { Failed, Section, Skeleton } from '../parts/state.js';
import { pathOf } from '../route.js';
import { counted } from '../text/words.js';
import { Told, useDeeds } from './deeds.js';
import { More, usePages } from './paging.js';

const PAGE = 10;

/** Whom somebody follows. */
export function Following() {
  const deeds = useDeeds();
  const list = usePages(FollowingDocument, { first: PAGE }, ({ viewer }) =>
    viewer ? { items: viewer.following.nodes, pageInfo: viewer.following.pageInfo } : null,
  );
  const total = list.first.data?.viewer?.following.totalCount;
  const unfollow = (id: string, name: string) =>
    void deeds.act(() => ask(UnfollowDocument, { id }), `You follow ${name} no more.`, true);
  return (
    <Section
      id="following"
      title="Whom you follow"
      note={!!total && <p class="section-note">{counted(total, 'researcher')}</p>}
    >
      <Told deeds={deeds} />
      {list.first.failure && <Failed failure={list.first.failure} retry={list.first.retry} />}
      {!list.items && !list.first.failure && <Skeleton label="Loading whom you follow" />}
      {list.items?.length === 0 && (
        <p class="quiet">You follow nobody. The page of a researcher has a button for that.</p>
      )}
      <ul class="entries">
        {list.items?.map(({ id, name, headline }) => (
          <li key={id} class="entry beside">
            <div>
              <h3>
                <a href={pathOf('RESEARCHER', id)}>{name}</a>
              </h3>
              <p class="small quiet">{headline}</p>
            </div>
            <button type="button" class="button" onClick={() => unfollow(id, name)}>
              Unfollow<span class="unseen"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <More list={list} what="researchers" />
    </Section>
  );
}
