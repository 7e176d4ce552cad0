import { useState } from 'preact/hooks';
import { LoginError, logIn } from '../login.js';

/** A way to log in that comes back to this page, and why it did not succeed. */
export function useLogIn(): { readonly trouble: string | null; enter(): void } {
  const [trouble, setTrouble] = useState<string | null>(null);
  const enter = () => {
    logIn().catch((error) => setTrouble(error instanceof LoginError ? error.message : 'The login failed.'));
  };
  return { trouble, enter };
}
