import { useEffect, useState } from 'preact/hooks';
import { accessToken, onTokenChange } from '../token.js';

/** The token of whoever is logged in; renders anew when that changes. */
export function useToken(): string | null {
  const [token, setToken] = useState(accessToken());
  useEffect(() => onTokenChange(() => setToken(accessToken())), []);
  return token;
}
