import { createHash, randomBytes } from 'node:crypto';

/** Asks as a browser does: it keeps cookies and sends them where they belong, but follows no redirect by itself. */
export class Browser {
  readonly #cookies: { readonly name: string; readonly value: string; readonly path: string }[] = [];

  constructor(readonly origin: string) {}

  /** Gets an address of the origin, or sends a form to it. */
  async open(address: string, form?: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
    const url = new URL(address, this.origin);
    const cookie = this.#cookies.filter(({ path }) => `${url.pathname}/`.startsWith(path === '/' ? path : `${path}/`));
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, cookie: cookie.map(({ name, value }) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return {
      status: response.status,
      headers: response.headers,
      next: response.headers.get('location') ?? '',
      text: await response.text(),
    };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /; path=([^;]+)/i.exec(line)?.[1] ?? '/';
    const at = this.#cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (at >= 0) this.#cookies.splice(at, 1);
    if (value !== '') this.#cookies.push({ name, value, path });
  }
}

/** A login that a page begins: where it sends the browser, and what it keeps to itself until the code comes. */
export function beginLogin(origin: string, changed: Readonly<Record<string, string>> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const back = `${origin}/login/callback`;
  const question = new URLSearchParams({
    client_id: 'research-graph-page',
    response_type: 'code',
    redirect_uri: back,
    scope: 'openid profile',
    state: 'state-of-the-page',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changed,
  });
  for (const [name, value] of [...question]) if (value === '') question.delete(name);
  const exchange = (code: string, code_verifier = verifier) => ({
    grant_type: 'authorization_code',
    client_id: 'research-graph-page',
    redirect_uri: back,
    code,
    code_verifier,
  });
  return { address: `/oidc/auth?${question}`, back, exchange };
}

/** Logs in by the form of the development issuer, and returns the code that the page is sent. */
export async function codeByForm(browser: Browser, address: string, form: Readonly<Record<string, string>>) {
  const { next: login } = await browser.open(address);
  const { next: resume } = await browser.open(login, form);
  const resumed = await browser.open(resume);
  // Whoever was logged in before is logged out first, by a form that sends itself.
  const { next } = resumed.next === '' ? await browser.open((await submit(browser, resumed.text)).next) : resumed;
  return new URL(next).searchParams;
}

/** Sends the form of a page as it is. */
function submit(browser: Browser, page: string) {
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return browser.open(
    /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '',
    Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])),
  );
}
