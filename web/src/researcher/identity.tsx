import { ResearcherIdentityDocument, type ResearcherIdentityQuery } from '../gen/graphql.js';
import { pathOf } from '../route.js';
import { Rich } from '../text/rich.js';
import { counted, span } from '../text/words.js';
import { useQuery } from '../use-query.js';

type Report = NonNullable<NonNullable<ResearcherIdentityQuery['researcher']>['identity']>;

/** A warning where the record looks like several people, with what speaks for it; nothing where it does not. */
export function Identity({ id }: { readonly id: string }) {
  const { data } = useQuery(ResearcherIdentityDocument, { id });
  const report = data?.researcher?.identity;
  if (report?.consistent !== false) return null;
  return (
    <section class="section identity" aria-labelledby="identity-title">
      <h2 id="identity-title">
        This record probably mixes {report.groups.length === 2 ? 'two people' : 'several people'}
      </h2>
      <p>{report.explanation}</p>
      <div class="groups">
        {report.groups.map((group, at) => (
          <Group key={group.workIds[0]} group={group} main={at === 0} />
        ))}
      </div>
      <p class="small quiet">
        A moderator can split the record; its works then go to records of their own, and later imports keep it so.
      </p>
    </section>
  );
}

const Group = ({ group, main }: { readonly group: Report['groups'][number]; readonly main: boolean }) => {
  const { workIds, works, topics, collaborators, years, confidence, reasons } = group;
  const others = workIds.length - works.nodes.length;
  return (
    <article class="group">
      <header>
        <h3>
          {counted(workIds.length, 'work')}
          {years.length > 0 && <span class="quiet">, {span(years[0], years.at(-1))}</span>}
        </h3>
        <p class="verdict">
          {main ? 'The larger part of the record' : `Another person: ${Math.round(confidence * 100)} % likely`}
        </p>
        {!main && (
          <meter min={0} max={1} value={confidence} aria-label="How likely another person">
            {Math.round(confidence * 100)} %
          </meter>
        )}
      </header>
      <dl>
        {topics.length > 0 && (
          <>
            <dt>About</dt>
            <dd>
              <Links kind="TOPIC" nodes={topics} />
            </dd>
          </>
        )}
        {collaborators.length > 0 && (
          <>
            <dt>With</dt>
            <dd>
              <Links kind="RESEARCHER" nodes={collaborators} />
            </dd>
          </>
        )}
        <dt>Works</dt>
        <dd>
          <ul class="group-works">
            {works.nodes.map(({ id, title, year }) => (
              <li key={id}>
                <a href={pathOf('WORK', id)}>
                  <Rich text={title} />
                </a>{' '}
                <span class="quiet">{year}</span>
              </li>
            ))}
            {others > 0 && <li class="quiet">and {counted(others, 'more work')}</li>}
          </ul>
        </dd>
        <dt>Why</dt>
        <dd>
          <ul class="reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </article>
  );
};

const MOST = 5;

const Links = ({
  kind,
  nodes,
}: {
  readonly kind: 'TOPIC' | 'RESEARCHER';
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
}) => (
  <>
    {nodes.slice(0, MOST).map(({ id, name }, at) => (
      <span key={id}>
        {at > 0 && ', '}
        <a href={pathOf(kind, id)}>{name}</a>
      </span>
    ))}
    {nodes.length > MOST && <span class="quiet"> and {counted(nodes.length - MOST, 'other')}</span>}
  </>
);
