import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, describeFailure, type Outcome } from '../api.js';
import {
  ClaimDocument,
  FollowDocument,
  InviteDocument,
  MeAndResearcherDocument,
  UnfollowDocument,
  WithdrawClaimDocument,
} from '../gen/graphql.js';
import { LoginError, logIn } from '../login.js';
import { MessageForm } from '../parts/message-form.js';
import { Failed, Section } from '../parts/state.js';
import { useToken } from '../parts/use-token.js';
import { counted } from '../text/words.js';
import { forgetAnswers, useQuery } from '../use-query.js';
import type { Profile } from './profile-head.js';

const HERE = '#actions';
const LONGEST_EVIDENCE = 1_000;
const LONGEST_MESSAGE = 2_000;

type Column = 'follow' | 'claim' | 'invite';

interface Props {
  readonly researcher: Profile;
  /** Something was done that the profile tells of. */
  onChanged(): void;
}

/** What a reader can do: follow, claim, invite. Whoever is not logged in is told what needs it, and sent there. */
export function Actions({ researcher, onChanged }: Props) {
  const { id, name } = researcher;
  const token = useToken();
  const me = useQuery(MeAndResearcherDocument, token === null ? null : { id });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly in: Column; readonly what: string } | null>(null);
  const loggedIn = token !== null;
  const mine = loggedIn ? me.data?.researcher : null;
  const pending = loggedIn
    ? me.data?.viewer?.claims.find(({ status, researcher }) => status === 'PENDING' && researcher.id === id)
    : undefined;
  const followers = mine?.stats.followers ?? researcher.stats.followers;
  const claimStatus = mine?.claimStatus ?? researcher.claimStatus;

  const known = mine != null;
  // Whoever comes back from a login goes on where it was begun, once what may be done is there.
  useEffect(() => {
    const section = known && location.hash === HERE ? document.querySelector<HTMLElement>(HERE) : null;
    section?.setAttribute('tabindex', '-1');
    section?.focus();
  }, [known]);

  const act = async (column: Column, action: Promise<Outcome<unknown>>, what: string): Promise<boolean> => {
    const outcome = await action;
    setTrouble(outcome.ok ? null : describeFailure(outcome.failure));
    setDone(outcome.ok ? { in: column, what } : null);
    if (!outcome.ok) return false;
    forgetAnswers();
    me.retry();
    onChanged();
    return true;
  };
  const enter = () =>
    logIn(HERE).catch((error) => setTrouble(error instanceof LoginError ? error.message : 'The login failed.'));

  const said = (column: Column) => <Done what={done?.in === column ? done.what : ''} stay={column === 'follow'} />;

  return (
    <Section id="actions" title="Stay in touch">
      {loggedIn && me.failure && <Failed failure={me.failure} retry={me.retry} />}
      {trouble && (
        <p class="notice failed" role="alert">
          {trouble}
        </p>
      )}
      <div class="actions">
        <div class="action">
          <h3>Follow</h3>
          <p>
            New works and new coauthors of {name}, in a list of your own. {counted(followers, 'person', 'people')}{' '}
            {followers === 1 ? 'follows' : 'follow'} here.
          </p>
          {mine ? (
            <button
              type="button"
              class="button"
              aria-pressed={mine.viewerFollows}
              onClick={() =>
                mine.viewerFollows
                  ? act('follow', ask(UnfollowDocument, { id }), `You follow ${name} no more.`)
                  : act('follow', ask(FollowDocument, { id }), `You follow ${name}.`)
              }
            >
              {mine.viewerFollows ? 'Following' : 'Follow'}
            </button>
          ) : (
            !loggedIn && (
              <button type="button" class="button" onClick={enter}>
                Log in to follow
              </button>
            )
          )}
          {said('follow')}
        </div>
        <div class="action">
          <h3>Is this you?</h3>
          {claimStatus === 'CLAIMED' ? (
            <p>This record is claimed: its owner decides about its headline and invitations.</p>
          ) : pending ? (
            <>
              <p>Your claim waits for a moderator.</p>
              <button
                type="button"
                class="button"
                onClick={() => act('claim', ask(WithdrawClaimDocument, { id: pending.id }), 'The claim is withdrawn.')}
              >
                Withdraw the claim
              </button>
            </>
          ) : (
            <>
              <p>
                Claim the record to speak for it. With a verified ORCID iD that the record holds too, that takes effect
                at once.
              </p>
              {mine ? (
                <MessageForm
                  label="What shows that it is you (optional)"
                  button="Claim this record"
                  most={LONGEST_EVIDENCE}
                  onSend={(evidence) =>
                    act(
                      'claim',
                      ask(ClaimDocument, { id, evidence: evidence || null }),
                      'Your claim is made. Your account shows what becomes of it.',
                    )
                  }
                />
              ) : (
                !loggedIn && (
                  <button type="button" class="button" onClick={enter}>
                    Log in to claim
                  </button>
                )
              )}
            </>
          )}
          {said('claim')}
        </div>
        <div class="action">
          <h3>Work together</h3>
          {mine?.viewerCanInvite ? (
            <MessageForm
              label={`A message to ${name}`}
              button="Invite to collaborate"
              most={LONGEST_MESSAGE}
              required
              onSend={(message) =>
                act(
                  'invite',
                  ask(InviteDocument, { id, message }),
                  `${name} is invited. The answer will be in your account.`,
                )
              }
            />
          ) : (
            <>
              <p>{mine?.inviteBlockedReason ?? whyNot(researcher)}</p>
              <button type="button" class="button" disabled>
                Invite to collaborate
              </button>
            </>
          )}
          {said('invite')}
        </div>
      </div>
    </Section>
  );
}

/** What was done, said beside its button. It takes the focus where that button goes away. */
function Done({ what, stay }: { readonly what: string; readonly stay: boolean }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (what !== '' && !stay) said.current?.focus();
  }, [what]);
  return (
    <p role="status" class="done small" tabIndex={-1} ref={said}>
      {what}
    </p>
  );
}

/** Why nobody can be invited, as far as that is known without a login. */
function whyNot({ claimStatus, openToCollaborate, name }: Profile): string {
  if (!openToCollaborate) return `${name} takes no invitations now.`;
  if (claimStatus !== 'CLAIMED')
    return 'Nobody has claimed this record yet, so an invitation would reach no one. Its owner can change that.';
  return 'Those who own a record themselves can write here. Log in, and claim yours first.';
}
