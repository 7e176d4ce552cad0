import '../styles/account.css';
import { useState } from 'preact/hooks';
import { AccountDocument } from '../gen/graphql.js';
import { Failed, Skeleton } from '../parts/state.js';
import { useLogIn } from '../parts/use-log-in.js';
import { useToken } from '../parts/use-token.js';
import { forgetAnswers } from '../use-query.js';
import { Changes, useAnswer } from './changes.js';
import { Claims } from './claims.js';
import { Feed } from './feed.js';
import { Following } from './following.js';
import { Invitations } from './invitations.js';
import { Leaving } from './leaving.js';
import { Moderation } from './moderation.js';
import { OwnRecord } from './own-record.js';

/** The place of somebody who is logged in: what they own, did and follow, and what comes back. */
export function Account() {
  const token = useToken();
  const [deleted, setDeleted] = useState(false);
  const [count, setCount] = useState(0);
  const noteChange = () => {
    forgetAnswers();
    setCount((before) => before + 1);
  };
  return (
    <div class="account">
      {token === null ? (
        <NotLoggedIn deleted={deleted} />
      ) : (
        <Changes.Provider value={{ count, noteChange }}>
          <LoggedIn key={token} onDeleted={() => setDeleted(true)} />
        </Changes.Provider>
      )}
    </div>
  );
}

function NotLoggedIn({ deleted }: { readonly deleted: boolean }) {
  const { enter, trouble } = useLogIn();
  return (
    <>
      <h1>Your account</h1>
      {deleted && (
        <p class="told" role="status">
          Your account is deleted. Logging in again begins a new one.
        </p>
      )}
      <p class="lead">
        Log in to see your record, your claims, invitations and messages, and what is new of those whom you follow.
      </p>
      <p class="buttons">
        <button type="button" class="button" onClick={enter}>
          Log in to your account
        </button>
      </p>
      {trouble && (
        <p class="notice failed" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}

function LoggedIn({ onDeleted }: { onDeleted(): void }) {
  const { data, failure, retry } = useAnswer(AccountDocument, {});
  const viewer = data?.viewer;
  return (
    <>
      <h1>Your account</h1>
      {failure && <Failed failure={failure} retry={retry} />}
      {!viewer && !failure && <Skeleton lines={9} label="Loading your account" />}
      {viewer && (
        <>
          <ul class="facts">
            <li>{viewer.name ?? 'Your login gives no name'}</li>
            {viewer.email && <li>{viewer.email}</li>}
            <li>
              {viewer.orcid ? (
                <a href={`https://orcid.org/${viewer.orcid}`} rel="noreferrer">
                  ORCID {viewer.orcid}
                </a>
              ) : (
                <span class="quiet">Your login vouches for no ORCID iD</span>
              )}
            </li>
            {viewer.roles.includes('moderator') && <li>Moderator</li>}
          </ul>
          <OwnRecord record={viewer.researcher} />
          <Claims claims={viewer.claims} />
          <Invitations />
          {viewer.roles.includes('moderator') && <Moderation me={viewer.id} />}
          <Feed />
          <Following />
          <Leaving record={viewer.researcher} onDeleted={onDeleted} />
        </>
      )}
    </>
  );
}
