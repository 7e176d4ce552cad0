import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a request ended: with data, with 503 or 504 and UNAVAILABLE or TIMEOUT, or in a way that must not be, which it tells. */
export interface Told {
  readonly outcome: 'data' | 'unavailable' | { readonly wrong: string };
  /** When it was sent, by `performance.now()`. */
  readonly at: number;
  /** Milliseconds until the whole answer was there. */
  readonly took: number;
}

/** Somebody who follows and unfollows, and what the server has confirmed of it. */
export interface Follower {
  readonly token: string;
  /** Whom they follow, by all that was acknowledged. */
  readonly follows: Set<string>;
  /** How many deeds were acknowledged. */
  deeds: number;
}

/** People who ask and do without a pause. */
export interface Load {
  readonly told: readonly Told[];
  readonly followers: readonly Follower[];
  /** Ends when every deed that was begun is acknowledged; each that was not is sent again under its name. */
  stop(): Promise<void>;
}

export interface LoadOptions {
  /** Connections that read. */
  readonly readers: number;
  /** Tokens of those who follow, each somebody else. */
  readonly tokens: readonly string[];
  /** Researchers that they follow. */
  readonly researchers: readonly string[];
}

/** A client gives up then: no answer at all. */
const CLIENT_LIMIT = 15_000;
/** What has not come by then never will: whoever waits for it says so, instead of waiting until the test is over. */
const PATIENCE = 120_000;
const PAUSE = 100;

const questions = [
  '{ graph { version } }',
  '{ researchers(first: 5) { nodes { id name stats { works } works(first: 2) { nodes { id title } } } } }',
  '{ works(first: 5) { totalCount nodes { id title authors(first: 3) { nodes { id } } } } }',
  '{ search(query: "learning") { nodes { id } } }',
  '{ topics(first: 3) { nodes { id name } } institutions(first: 3) { nodes { id } } }',
];

/** Sends one request and tells how it ended. */
export async function request(address: string, query: string, headers: Record<string, string> = {}): Promise<Told> {
  const at = performance.now();
  const end = (outcome: Told['outcome']): Told => ({ outcome, at, took: performance.now() - at });
  try {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(CLIENT_LIMIT),
    });
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as {
      data?: object;
      errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    if (errors.length === 0 && data) return end('data');
    const unavailable = errors.every(({ extensions }) => ['UNAVAILABLE', 'TIMEOUT'].includes(extensions.code));
    // A part of an answer has 200, and says of the other part what is the matter.
    const told =
      response.status === 200
        ? data !== null
        : (response.status === 503 || response.status === 504) && response.headers.has('retry-after');
    return end(unavailable && told ? 'unavailable' : { wrong: `${response.status} ${text.slice(0, 300)}` });
  } catch (error) {
    return end({ wrong: String((error as Error).cause ?? error) });
  }
}

/** Begins to ask and to do. */
export function startLoad(address: string, { readers, tokens, researchers }: LoadOptions): Load {
  const told: Told[] = [];
  let stopped = false;
  const send = async (query: string, headers?: Record<string, string>): Promise<Told> => {
    const one = await request(address, query, headers);
    told.push(one);
    if (one.outcome !== 'data') await sleep(PAUSE);
    return one;
  };
  const read = async (first: number): Promise<void> => {
    for (let at = first; !stopped; at++) await send(questions[at % questions.length] as string);
  };
  const followers: Follower[] = tokens.map((token) => ({ token, follows: new Set(), deeds: 0 }));
  const follow = async (follower: Follower): Promise<void> => {
    for (let at = 0; !stopped; at++) {
      const id = researchers[at % researchers.length] as string;
      const leaves = follower.follows.has(id);
      const headers = { authorization: `Bearer ${follower.token}`, 'idempotency-key': randomUUID() };
      const deed = `mutation { ${leaves ? 'unfollow' : 'follow'}Researcher(researcherId: ${JSON.stringify(id)}) { id } }`;
      const begun = performance.now();
      while ((await send(deed, headers)).outcome !== 'data')
        if (performance.now() - begun > PATIENCE) {
          told.push({ outcome: { wrong: `never acknowledged: ${deed}` }, at: begun, took: performance.now() - begun });
          return;
        }
      follower.deeds++;
      if (leaves) follower.follows.delete(id);
      else follower.follows.add(id);
    }
  };
  const all = [...Array.from({ length: readers }, (_, at) => read(at)), ...followers.map(follow)];
  return {
    told,
    followers,
    async stop() {
      stopped = true;
      await Promise.all(all);
    },
  };
}

/** The answers that must not be. */
export const wrongOf = (told: readonly Told[]): readonly string[] =>
  told.flatMap(({ outcome }) => (typeof outcome === 'object' ? [outcome.wrong] : []));

/** The colour that `/readyz` shows. */
export async function isReady(address: string): Promise<boolean> {
  const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(CLIENT_LIMIT) });
  await response.arrayBuffer();
  return response.status === 200;
}

/** Resolves when `/readyz` is green, or red: with the milliseconds that it took. */
export async function untilReady(address: string, ready: boolean): Promise<number> {
  return until(async () => (await isReady(address)) === ready, `${address}/readyz to be ${ready ? 'green' : 'red'}`);
}

/** Resolves when a question is answered with data. */
export async function untilAnswered(address: string): Promise<void> {
  await until(
    async () => (await request(address, '{ graph { version } }')).outcome === 'data',
    `an answer of ${address}`,
  );
}

/** Resolves when it is so: with the milliseconds that it took. */
async function until(holds: () => Promise<boolean>, what: string): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > PATIENCE) throw new Error(`Waited in vain for ${what}`);
    await sleep(20);
  }
  return performance.now() - begun;
}
