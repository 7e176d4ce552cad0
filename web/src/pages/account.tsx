import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../account/account.js';
import { Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';

/** The place of somebody who is logged in, whose script is fetched when it is first opened. */
export function AccountPage() {
  useTitle('Your account');
  const [loaded, setLoaded] = useState<{ readonly Account: typeof Account } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('../account/account.js').then(setLoaded, () => setFailed(true));
  }, []);
  if (loaded) return <loaded.Account />;
  if (!failed) return <Skeleton lines={6} label="Loading your account" />;
  return (
    <div class="notice failed" role="alert">
      <p>This page could not be loaded.</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
