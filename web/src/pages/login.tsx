import { useEffect, useState } from 'preact/hooks';
import { finishLogin, LoginError } from '../login.js';
import { useTitle } from '../parts/title.js';

/** Where the issuer sends back to. */
export function LoginPage() {
  useTitle('Log in');
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    finishLogin(new URLSearchParams(location.search)).catch((error) =>
      setTrouble(error instanceof LoginError ? error.message : 'The login failed.'),
    );
  }, []);
  return (
    <div class="not-found">
      <h1>{trouble === null ? 'Logging in…' : 'Not logged in'}</h1>
      {trouble !== null && <p role="alert">{trouble}</p>}
      {trouble !== null && (
        <p>
          <a href="/">Start from the beginning</a>
        </p>
      )}
    </div>
  );
}
