import { useId, useState } from 'preact/hooks';
import { ask } from '../api.js';
import { PendingClaimsDocument, type PendingClaimsQuery, ReviewClaimDocument } from '../gen/graphql.js';
import { Failed, Section, Skeleton } from '../parts/state.js';
import { pathOf } from '../route.js';
import { figure } from '../text/words.js';
import { type Deeds, Told, useDeeds } from './deeds.js';
import { Moment } from './moment.js';
import { More, usePages } from './paging.js';

type PendingClaim = PendingClaimsQuery['pendingClaims']['nodes'][number];

const PAGE = 10;
const LONGEST_REASON = 2_000;

/** For moderators: the claims that wait, the oldest first. */
export function Moderation({ me }: { readonly me: string }) {
  const deeds = useDeeds();
  const list = usePages(PendingClaimsDocument, { first: PAGE }, ({ pendingClaims: { nodes, pageInfo } }) => ({
    items: nodes,
    pageInfo,
  }));
  const total = list.first.data?.pendingClaims.totalCount;
  return (
    <Section
      id="moderation"
      title="Claims to review"
      note={!!total && <p class="section-note">{figure(total)} waiting</p>}
    >
      <Told deeds={deeds} />
      {list.first.failure && <Failed failure={list.first.failure} retry={list.first.retry} />}
      {!list.items && !list.first.failure && <Skeleton label="Loading the claims" />}
      {list.items?.length === 0 && <p class="quiet">No claim waits.</p>}
      <ul class="entries">
        {list.items?.map((claim) => (
          <li key={claim.id} class="entry">
            <Review claim={claim} own={claim.claimant.id === me} deeds={deeds} />
          </li>
        ))}
      </ul>
      <More list={list} what="claims" />
    </Section>
  );
}

interface ReviewProps {
  readonly claim: PendingClaim;
  readonly own: boolean;
  readonly deeds: Deeds;
}

function Review({ claim: { id, evidence, createdAt, claimant, researcher }, own, deeds }: ReviewProps) {
  const field = useId();
  const [reason, setReason] = useState('');
  const who = claimant.name ?? 'Somebody without a name';
  const decide = (event: SubmitEvent) => {
    event.preventDefault();
    const approve = event.submitter?.getAttribute('value') === 'approve';
    const done = `The claim of ${who} to ${researcher.name} is ${approve ? 'approved' : 'rejected'}.`;
    void deeds.act(() => ask(ReviewClaimDocument, { id, approve, reason: reason.trim() || null }), done, true);
  };
  return (
    <article aria-labelledby={`${field}-title`}>
      <h3 id={`${field}-title`}>
        {who} claims <a href={pathOf('RESEARCHER', researcher.id)}>{researcher.name}</a>
      </h3>
      <p class="small quiet">
        <Moment at={createdAt} /> · {claimant.orcid ? `ORCID iD ${claimant.orcid}` : 'No verified ORCID iD'} ·{' '}
        {researcher.orcid ? `the record has ${researcher.orcid}` : 'the record has none'}
      </p>
      {evidence ? <p class="written">{evidence}</p> : <p class="quiet">No evidence was given.</p>}
      {own ? (
        <p class="quiet">This claim is your own: somebody else must review it.</p>
      ) : (
        <form class="message" onSubmit={decide}>
          <label for={field}>Reason, which {who} is shown</label>
          <textarea
            id={field}
            rows={2}
            maxLength={LONGEST_REASON}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <p class="buttons">
            <button type="submit" class="button" value="approve">
              Approve
            </button>
            <button type="submit" class="button" value="reject">
              Reject
            </button>
          </p>
        </form>
      )}
    </article>
  );
}
