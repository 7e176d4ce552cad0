import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}label{display:block;margin:1rem 0}input:not([type=checkbox]){display:block;width:100%;box-sizing:border-box;font:inherit}button{font:inherit}[role=alert]{color:#a00}';

/** Nothing is loaded, nothing runs, nobody frames it, and its form goes home. */
const POLICY = [
  "default-src 'none'",
  // The provider adds the hash of its own line where another account logs in and the form that ends the first sends itself.
  "script-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The headers of every page of the development issuer. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A page whose body is HTML; the title is text. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeUTF8(title)}</title><style>${STYLE}</style></head><body><h1>${escapeUTF8(title)}</h1>${body}</body></html>`;

/** What was typed into the form of the login. */
export interface Typed {
  readonly sub: string;
  readonly orcid: string;
  readonly moderator: boolean;
}

/** The form by which somebody logs in, with what was wrong with it when it was last sent. */
export function loginPage(typed: Typed, problem?: string): string {
  const alert = problem === undefined ? '' : `<p role="alert">${escapeUTF8(problem)}</p>`;
  const value = (text: string): string => `value="${escapeUTF8(text)}"`;
  return page(
    'Log in for development',
    `<p>Whoever reaches this page may be anybody. It is there on this machine alone.</p>${alert}<form method="post">
<label>Name <input name="sub" required maxlength="100" autofocus autocomplete="username" ${value(typed.sub)}></label>
<label>ORCID iD, if any <input name="orcid" maxlength="40" placeholder="0000-0002-1825-0097" ${value(typed.orcid)}></label>
<label><input type="checkbox" name="moderator"${typed.moderator ? ' checked' : ''}> moderator</label>
<button>Log in</button></form>`,
  );
}
