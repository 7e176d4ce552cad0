import { ask } from '../api.js';
import { type AccountQuery, type ClaimState, WithdrawClaimDocument } from '../gen/graphql.js';
import { Section } from '../parts/state.js';
import { pathOf } from '../route.js';
import { Confirm } from './confirm.js';
import { Told, useDeeds } from './deeds.js';
import { Moment } from './moment.js';

type OwnClaim = NonNullable<AccountQuery['viewer']>['claims'][number];

const STATES: Readonly<Record<ClaimState, string>> = {
  APPROVED: 'Approved: the record is yours',
  PENDING: 'Waits for a moderator',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
};

/** The records that somebody says are theirs, and what became of that. */
export function Claims({ claims }: { readonly claims: readonly OwnClaim[] }) {
  const deeds = useDeeds();
  const withdraw = ({ id }: OwnClaim, done: string) =>
    void deeds.act(() => ask(WithdrawClaimDocument, { id }), done, true);
  return (
    <Section id="claims" title="Your claims">
      <Told deeds={deeds} />
      {claims.length === 0 && <p class="quiet">You have claimed no record.</p>}
      <ul class="entries">
        {claims.map((claim) => (
          <li key={claim.id} class="entry">
            <h3>
              <a href={pathOf('RESEARCHER', claim.researcher.id)}>{claim.researcher.name}</a>
            </h3>
            <p class="small">
              <strong>{STATES[claim.status]}</strong> <span class="quiet">claimed on </span>
              <Moment at={claim.createdAt} />
            </p>
            {claim.reason && <p class="written">Reason: {claim.reason}</p>}
            {claim.evidence && <p class="written quiet">Your evidence: {claim.evidence}</p>}
            {claim.status === 'PENDING' && (
              <button type="button" class="button" onClick={() => withdraw(claim, 'The claim is withdrawn.')}>
                Withdraw the claim
              </button>
            )}
            {claim.status === 'APPROVED' && (
              <Confirm
                button="Give the record up"
                title={`Give the record of ${claim.researcher.name} up?`}
                yes="Give it up"
                onYes={() => withdraw(claim, 'The record is given up.')}
              >
                <p>
                  It has no owner then, its own headline goes, and you write no more in conversations that were begun in
                  its name. Anybody may claim it.
                </p>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
