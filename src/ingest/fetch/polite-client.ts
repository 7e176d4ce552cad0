import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import { UserFacingError } from '../../core/errors.js';
import { projectVersion } from '../../project.js';
import { MAX_LINE } from '../source-line.js';
import { BadAnswer, connectionFailure, PassingFailure } from './failures.js';
import { retryAfter } from './retry-after.js';

/** How a service is spared; times in milliseconds. */
export interface Politeness {
  /** From the end of one request to the next. */
  readonly pause: number;
  /** Before the first repetition; it doubles, with chance added, up to `longestDelay`. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** A service that asks for a longer wait than this ends the download. */
  readonly longestWait: number;
  /** How often a request is sent in all. */
  readonly tries: number;
  /** For one answer, from the request to its last byte. */
  readonly timeout: number;
}

/** What suits most public services. */
export const usualPoliteness: Politeness = {
  pause: 100,
  firstDelay: 1_000,
  longestDelay: 60_000,
  longestWait: 5 * 60_000,
  tries: 6,
  timeout: 60_000,
};

export interface ClientOptions {
  readonly politeness: Politeness;
  /** The mail address that the service may write to. */
  readonly mailto: string | undefined;
  /** How to go on after a failure: ends the message of every error. */
  readonly advice: string;
  /** Told of each failure that is tried again. */
  readonly onRetry?: (text: string) => void;
  /** How time passes, between requests and where a service asks for it. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** What is asked, and how its answer is understood. */
export interface Request<Result> {
  readonly url: URL;
  readonly accept: string;
  /** Throws BadAnswer where the body is not what was asked for. */
  readonly read: (body: Buffer) => Result;
}

/** Names of parameters that are not shown in messages. */
const PRIVATE = ['api_key', 'mailto'];

/** An address as messages show it. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  for (const name of PRIVATE) shown.searchParams.delete(name);
  return shown.href;
}

const isPassing = (status: number): boolean => status === 429 || status === 408 || status >= 500;
const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1_000).toLocaleString('en')} s`;

/** Asks a public service one thing at a time, with pauses, and patiently where it fails for the moment. */
export class PoliteClient {
  private readonly turn = pLimit(1);
  private lastEnd = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: ClientOptions) {}

  /** Null where the service knows nothing of that address; throws UserFacingError where it does not answer. */
  get<Result>(request: Request<Result>): Promise<Result | null> {
    return this.turn(() => this.patiently(request));
  }

  private async patiently<Result>(request: Request<Result>): Promise<Result | null> {
    const { tries, firstDelay, longestDelay } = this.options.politeness;
    const shown = shownUrl(request.url);
    let sent = 0;
    try {
      return await pRetry(
        () => {
          sent++;
          return this.once(request);
        },
        {
          retries: tries - 1,
          minTimeout: firstDelay,
          maxTimeout: longestDelay,
          randomize: true,
          shouldRetry: ({ error }) => this.waitAsAsked(error, `${sent + 1} of ${tries}`),
        },
      );
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      const often = sent === 1 ? '' : ` (tried ${sent} times)`;
      throw new UserFacingError(`${shown} ${error.message}${often}. ${this.options.advice}`);
    }
  }

  /** Whether a failure is worth another try, which it is once the time is over that the service asks for. */
  private async waitAsAsked(error: Error, next: string): Promise<boolean> {
    if (!(error instanceof PassingFailure) || error.wait > this.options.politeness.longestWait) return false;
    const when = error.wait > 0 ? ` in ${seconds(error.wait)}` : '';
    this.options.onRetry?.(`The service ${error.message}. Trying again${when} (${next})`);
    await this.sleep(error.wait);
    return true;
  }

  private async once<Result>({ url, accept, read }: Request<Result>): Promise<Result | null> {
    const { pause, timeout } = this.options.politeness;
    await this.sleep(this.lastEnd + pause - performance.now());
    try {
      const headers = { accept, 'user-agent': this.userAgent() };
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
      const body = await boundedBody(response);
      if (response.ok) return read(body);
      if (response.status === 404 || response.status === 410) return null;
      throw this.refusal(url, response, body);
    } catch (error) {
      throw error instanceof PassingFailure || error instanceof UserFacingError ? error : connectionFailure(error);
    } finally {
      this.lastEnd = performance.now();
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await (this.options.sleep ?? setTimeout)(milliseconds);
  }

  private userAgent(): string {
    const { mailto } = this.options;
    return `research-graph/${projectVersion}${mailto === undefined ? '' : ` (mailto:${mailto})`}`;
  }

  private refusal(url: URL, { status, headers }: Response, body: Buffer): Error {
    const wait = retryAfter(headers.get('retry-after'));
    const asked = wait > 0 ? ` and asks to wait ${seconds(wait)}` : '';
    const said = reasonIn(body);
    const text = `answered ${status}${said === null ? '' : `, "${said}"`}${asked}`;
    if (isPassing(status)) return new PassingFailure(text, wait);
    return new UserFacingError(`${shownUrl(url)} ${text}. ${this.options.advice}`);
  }
}

/** Reads no more than `import` can read again. */
async function boundedBody({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MAX_LINE) throw new BadAnswer(`more than ${MAX_LINE / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The words that services put into a refusal. */
function reasonIn(body: Buffer): string | null {
  try {
    const { message, error } = JSON.parse(body.toString()) as { readonly message?: unknown; readonly error?: unknown };
    const said = [message, error].find((text) => typeof text === 'string' && text !== '');
    return typeof said === 'string' ? said.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200) : null;
  } catch {
    return null;
  }
}
