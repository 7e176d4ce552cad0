import { setTimeout as sleep } from 'node:timers/promises';
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import pino from 'pino';
import { type App, buildAppSchema, startApp } from '../../src/app.js';
import { isVolatile } from '../../src/core/volatile.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { type OpenGraph, openGraph } from '../../src/open-graph.js';
import { startTestApp, type TestApp, testConfig } from '../support/app.js';
import { caller, deeds } from '../support/people.js';
import { batchesFrom, work } from '../support/records.js';

const JINGZHAO = 'demo:jingzhao-zhang';
const SUVRIT = 'demo:suvrit-sra';
const CACHE = { answerCacheMegabytes: 16, rateLimit: null };

const NAMES = `query Names($id: ID!) { researcher(id: $id) { name works(first: 100) { totalCount nodes { id title } } } }`;

/** All that may be kept of an object, so many levels down, but for fields that need an argument. */
function keptFields(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field: GraphQLField<unknown, unknown>) => {
    const below = getNamedType(field.type);
    if (isVolatile(field.extensions) || field.args.some(isRequiredArgument)) return [];
    if (isLeafType(below)) return [field.name];
    const inner = depth > 0 && isObjectType(below) ? keptFields(below, depth - 1) : '';
    return inner === '' ? [] : [`${field.name} ${inner}`];
  });
  return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`;
}

describe('answers that the graph alone determines are kept', () => {
  let app: TestApp;
  let otherGraph: OpenGraph;
  let other: App;

  beforeAll(async () => {
    const { neo4j } = testConfig();
    // Over a cluster nothing is kept: cluster.test.ts.
    const oneServer = { ...CACHE, neo4j: neo4j && { ...neo4j, uri: neo4j.uri.replace(/^neo4j/, 'bolt') } };
    app = await startTestApp(oneServer);
    await loadDemoWhereEmpty(app.graph.database, 100);
    const config = { ...testConfig(), ...oneServer };
    otherGraph = await openGraph(config);
    other = await startApp(otherGraph, config, pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await other?.close();
    await otherGraph?.database.close();
    await app?.close();
  });

  const askOther = async (query: string, variables: object) => {
    const response = await fetch(`${other.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Record<string, never> };
  };

  /** Asks until the answer comes without reading anything of the graph but its version. */
  async function askUntilKept(text: string, variables: object, operation?: string) {
    // The version is looked at again half a second after the last look.
    const giveUp = performance.now() + 20_000;
    while (performance.now() < giveUp) {
      const { data } = await app.query(text, variables, undefined, operation);
      if (app.statements.every((file) => file === 'graph.version')) return data;
      await sleep(20);
    }
    throw new Error('The answer is never kept');
  }

  it('and given again without reading the graph, the same to everybody', async () => {
    const { data } = await app.query(NAMES, { id: JINGZHAO });
    expect(data.researcher.works.totalCount).toBe(8);
    expect(await askUntilKept(NAMES, { id: JINGZHAO })).toEqual(data);
    const token = await app.token({ sub: 'reader', name: 'Reader' });
    expect((await app.query(NAMES, { id: JINGZHAO }, token)).data).toEqual(data);
  });

  it('but not to another question: other variables, another operation, another text', async () => {
    await askUntilKept(NAMES, { id: JINGZHAO });
    expect((await app.query(NAMES, { id: SUVRIT })).data.researcher.name).toBe('Suvrit Sra');
    const two = `query One { researcher(id: "${JINGZHAO}") { name } } query Two { researcher(id: "${SUVRIT}") { name } }`;
    expect((await askUntilKept(two, {}, 'One')).researcher.name).toBe('Jingzhao Zhang');
    expect((await askUntilKept(two, {}, 'Two')).researcher.name).toBe('Suvrit Sra');
    expect((await app.query(two, {}, undefined, 'One')).data.researcher.name).toBe('Jingzhao Zhang');
  });

  it('not where they hold what people change, or what depends on who asks', async () => {
    const text = `{ researcher(id: "${SUVRIT}") { viewerFollows stats { followers } } }`;
    const fan = await caller(app, { sub: 'fan', name: 'Fan' });
    for (let round = 0; round < 3; round++) {
      await fan.ask(deeds.follow(SUVRIT));
      expect((await fan.ask(text)).researcher).toEqual({ viewerFollows: true, stats: { followers: 1 } });
      expect((await app.query(text)).data.researcher).toEqual({ viewerFollows: false, stats: { followers: 1 } });
      await fan.ask(deeds.unfollow(SUVRIT));
      expect((await fan.ask(text)).researcher).toEqual({ viewerFollows: false, stats: { followers: 0 } });
    }
  });

  it('and a GET gets a name for its answer, by which whoever has it is told that it is the same still', async () => {
    const get = (headers: Record<string, string> = {}, token?: string) =>
      fetch(
        `${app.address}/graphql?${new URLSearchParams({ query: NAMES, variables: JSON.stringify({ id: SUVRIT }) })}`,
        {
          headers: { 'apollo-require-preflight': '1', ...headers, ...(token && { authorization: `Bearer ${token}` }) },
        },
      );
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    expect(first.status).toBe(200);
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=1, must-revalidate');
    expect(first.headers.get('vary')).toMatch(/authorization/);
    expect(first.headers.get('x-ratelimit-remaining')).toBeNull();
    const again = await get({ 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('content-length')]).toEqual([304, '', null]);
    expect((await get({ 'if-none-match': 'W/"0-other"' })).status).toBe(200);
    const own = await get({}, await app.token({ sub: 'reader', name: 'Reader' }));
    expect(own.headers.get('cache-control')).toMatch(/no-store/);
    expect(own.headers.get('etag')).toBeNull();
    await importOnline(app.graph.database, batchesFrom('openalex', [work({ id: 'W9100' })]), { maxAuthors: 100 });
    await sleep(1_100);
    const later = await get({ 'if-none-match': etag });
    expect(later.status).toBe(200);
    expect(later.headers.get('etag')).not.toBe(etag);
  });

  it('nor to a number that is none', async () => {
    const text = `query First($first: Int) { researcher(id: "${JINGZHAO}") { works(first: $first) { totalCount } } }`;
    await askUntilKept(text, { first: null });
    const body = `{"query": ${JSON.stringify(text)}, "variables": {"first": 1e400}}`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${app.address}/graphql`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('and never where there were errors', async () => {
    const text = '{ works(first: 3, after: "broken") { nodes { id } } }';
    for (let round = 0; round < 5; round++) {
      expect((await app.query(text)).errors).toHaveLength(1);
      // By the third at latest the version would be known to be the same still.
      await sleep(300);
    }
  });

  it('until the graph changes: at once where the change was made, within a second or so by another server', async () => {
    const moderator = await caller(app, { sub: 'mo', name: 'Mo', roles: ['moderator'] });
    const before = await askUntilKept(NAMES, { id: JINGZHAO });
    for (let round = 0; round < 5; round++) {
      await sleep(150);
      expect((await askOther(NAMES, { id: JINGZHAO })).data).toEqual(before);
    }
    const [first] = before.researcher.works.nodes;
    const { splitResearcher } = await moderator.ask(
      `mutation { splitResearcher(researcherId: "${JINGZHAO}", workIds: ["${first.id}"]) { id } }`,
    );
    const after = (await app.query(NAMES, { id: JINGZHAO })).data;
    expect(after.researcher.works.totalCount).toBe(before.researcher.works.totalCount - 1);
    await sleep(1_100);
    expect((await askOther(NAMES, { id: JINGZHAO })).data).toEqual(after);
    expect(splitResearcher.id).not.toBe(JINGZHAO);
  });

  it('while an import writes: an answer is never older than a second', async () => {
    const text = '{ work(id: "W9001") { title } }';
    for (let version = 1; version <= 4; version++) {
      const records = [work({ id: 'W9001', title: `Title ${version}`, updatedAt: `2026-0${version}-01` } as never)];
      await importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
      await sleep(1_100);
      for (let round = 0; round < 3; round++) expect((await app.query(text)).data.work.title).toBe(`Title ${version}`);
    }
  });

  it('since no deed of people changes what may be kept', async () => {
    const schema = await buildAppSchema();
    const ofResearcher = keptFields(schema.getType('Researcher') as GraphQLObjectType, 1);
    const ofWork = keptFields(schema.getType('Work') as GraphQLObjectType, 1);
    expect(ofResearcher).toContain('collaborators');
    expect(ofResearcher).not.toMatch(/viewer|claim|followers/i);
    const all = [
      ...[JINGZHAO, SUVRIT].map((id) => `{ researcher(id: "${id}") ${ofResearcher} }`),
      `{ works(first: 2) { nodes ${ofWork} } }`,
      '{ search(query: "zhang") { edges { score node { id } } } }',
      `{ neighbourhood(center: "${JINGZHAO}") { nodes { id label weight } edges { id weight } } }`,
    ];
    const plain = await startApp(app.graph, { ...testConfig(), rateLimit: null }, pino({ level: 'silent' }));
    const read = async () => {
      const answers: unknown[] = [];
      for (const query of all) {
        const response = await fetch(`${plain.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
        expect(errors).toBeUndefined();
        answers.push(data);
      }
      return answers;
    };
    try {
      const version = async () => (await app.query('{ graph { version } }')).data.graph.version;
      let [before, from] = [await read(), await version()];
      let compared = 0;
      /** What is asked after a deed is as it was, unless the version says that the graph is another. */
      const compare = async <Result>(deed: Promise<Result>): Promise<Result> => {
        const result = await deed;
        const [now, to] = [await read(), await version()];
        if (to === from) expect(now).toEqual(before);
        if (to === from) compared++;
        [before, from] = [now, to];
        return result;
      };
      const [ada, bo, mo] = await Promise.all([
        caller(app, { sub: 'ada', name: 'Ada' }),
        caller(app, { sub: 'bo', name: 'Bo' }),
        caller(app, { sub: 'mo', name: 'Mo', roles: ['moderator'] }),
      ]);
      await compare(bo.ask(deeds.follow(JINGZHAO)));
      for (const [person, id] of [
        [ada, JINGZHAO],
        [bo, SUVRIT],
      ] as const) {
        const { claimResearcher } = await compare(person.ask(deeds.claim(id)));
        await compare(mo.ask(deeds.review(claimResearcher.id, true)));
      }
      await compare(ada.ask(deeds.profile('headline: "My own words", openToCollaborate: true')));
      const { inviteToCollaborate } = await compare(ada.ask(deeds.invite(SUVRIT)));
      await compare(bo.ask(deeds.respond(inviteToCollaborate.id, true)));
      await compare(ada.ask(deeds.send(inviteToCollaborate.id, 'Hello')));
      await compare(bo.ask(deeds.deleteAccount));
      expect(compared).toBeGreaterThanOrEqual(4);
    } finally {
      await plain.close();
    }
  });
});
