import { useState } from 'preact/hooks';
import { ask, type Failure } from '../api.js';
import type { WorkPageFragment, WorkSummaryFragment } from '../gen/graphql.js';
import { useLocation } from '../router.js';
import { counted, figure } from '../text/words.js';
import { useQuery } from '../use-query.js';
import { Failed, Section, Skeleton } from './state.js';
import { WorkItem } from './work-item.js';
import { choose, WorksFilters } from './works-filters.js';
import {
  ORDERS,
  readChoice,
  type WorksChoice,
  type WorksOwner,
  worksDocuments,
  worksVariables,
} from './works-query.js';

const PAGE = 20;

interface Props {
  readonly owner: WorksOwner;
  readonly id: string;
  readonly title: string;
}

/** The works of a node, narrowed and ordered as the address says, page after page. */
export function Works({ owner, id, title }: Props) {
  const { query } = useLocation();
  const choice = readChoice(query);
  const { page, facets } = worksDocuments[owner];
  const variables = { id, first: PAGE, ...worksVariables(choice) };
  const first = useQuery(page, variables);
  const all = useQuery(facets, { id });
  const total = all.data?.owner?.works.totalCount;
  const found = first.data?.owner?.works;
  const shownFacets = all.data?.owner?.works.facets;
  const narrowed = choice.years !== null || choice.types.length > 0 || choice.topics.length > 0;
  return (
    <Section id="works" title={title} note={total != null && <p class="section-note">{counted(total, 'work')}</p>}>
      {total !== 0 && (
        <div class="works-tools">
          {shownFacets && <WorksFilters facets={shownFacets} choice={choice} own={id} />}
          <div class="works-bar">
            <p role="status">
              {found &&
                narrowed &&
                !first.loading &&
                (found.totalCount != null
                  ? `${figure(found.totalCount)} of ${counted(total ?? found.totalCount, 'work')}`
                  : 'Narrowed')}
              {narrowed && (
                <button type="button" class="link" onClick={() => choose({ years: null, types: [], topics: [] })}>
                  Show all works
                </button>
              )}
            </p>
            <label class="order">
              <span class="unseen">Order</span>
              <select
                value={choice.order}
                onChange={({ currentTarget }) => choose({ order: currentTarget.value as WorksChoice['order'] })}
              >
                {Object.entries(ORDERS).map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </div>
      )}
      {first.failure && <Failed failure={first.failure} retry={first.retry} />}
      {!found && first.loading && <Skeleton lines={8} label="Loading works" />}
      {found && (
        <WorkList
          key={JSON.stringify(variables)}
          owner={owner}
          variables={variables}
          first={found}
          busy={first.loading}
        />
      )}
    </Section>
  );
}

interface ListProps {
  readonly owner: WorksOwner;
  readonly variables: { readonly id: string; readonly first: number } & ReturnType<typeof worksVariables>;
  readonly first: WorkPageFragment;
  readonly busy: boolean;
}

function WorkList({ owner, variables, first, busy }: ListProps) {
  const [more, setMore] = useState<readonly WorkSummaryFragment[]>([]);
  const [last, setLast] = useState<WorkPageFragment['pageInfo'] | null>(null);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const end = last ?? first.pageInfo;
  const works = [...first.nodes, ...more];
  const someAbstracts = works.some(({ abstract }) => abstract !== null);
  const loadMore = async () => {
    setLoading(true);
    const outcome = await ask(worksDocuments[owner].page, { ...variables, after: end.endCursor });
    setLoading(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    setFailure(null);
    const next = outcome.data.owner?.works;
    if (!next) return;
    setMore([...more, ...next.nodes]);
    setLast(next.pageInfo);
  };
  if (works.length === 0) return <p class="empty">No works {busy ? 'yet' : 'here'}.</p>;
  return (
    <>
      <ol class={busy ? 'work-list busy' : 'work-list'}>
        {works.map((work) => (
          <li key={work.id}>
            <WorkItem
              work={work}
              noteMissing={someAbstracts}
              authorId={owner === 'RESEARCHER' ? variables.id : undefined}
            />
          </li>
        ))}
      </ol>
      {!someAbstracts && <p class="quiet small">No abstracts were imported for these works.</p>}
      {failure && <Failed failure={failure} retry={loadMore} />}
      {end.hasNextPage && !failure && (
        <p class="more">
          <button type="button" class="button" disabled={loading} onClick={loadMore}>
            {loading ? 'Loading…' : 'Show more works'}
          </button>
          {first.totalCount != null && (
            <span class="quiet">
              {figure(works.length)} of {figure(first.totalCount)} shown
            </span>
          )}
        </p>
      )}
    </>
  );
}
