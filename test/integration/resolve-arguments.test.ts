import { isInputObjectType, isObjectType } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { type FormerId, retireIds } from '../../src/graph/resolve.log.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { batchesOf, institution, researcher, topic, work } from '../support/records.js';

let app: TestApp;

/** Each kind has one node, and an id that was merged into it by way of another. */
const former = { A1: 'A3', W1: 'W3', T1: 'T3', I1: 'I3' };

beforeAll(async () => {
  app = await startTestApp();
  const { database } = app.graph;
  const records = [
    researcher({ id: 'A1', name: 'Ada' }),
    researcher({ id: 'A2', name: 'Ben' }),
    topic({ id: 'T1', name: 'Logic' }),
    institution({ id: 'I1', name: 'Here' }),
    work({
      id: 'W1',
      authors: [{ researcherId: 'A1', institutionIds: ['I1'] }, { researcherId: 'A2' }],
      topics: [{ id: 'T1', score: 1 }],
    }),
  ];
  await importOnline(database, batchesOf(...records), { maxAuthors: 100 });
  const merged = Object.entries(former).flatMap(([now, old]): FormerId[] => [
    { id: old, state: 'MERGED', targets: [`${old}9`], reason: 'One' },
    { id: `${old}9`, state: 'MERGED', targets: [now], reason: 'One' },
  ]);
  await database.write((transaction) => retireIds(transaction, merged, '2026-01-02T03:04:05.006Z'));
  await app.query('mutation { followResearcher(researcherId: "A1") { id } }', {}, await app.token({ sub: 'ann' }));
});
afterAll(() => app?.close());

/** Every argument and input field that takes ids, with a question that answers with more than nothing by them. */
const questions: Readonly<Record<string, string>> = {
  'Query.node(id)': '{ node(id: "A1") { id } }',
  'Query.nodes(ids)': '{ nodes(ids: ["A1", "W1", "T1", "I1"]) { id } }',
  'Query.researcher(id)': '{ researcher(id: "A1") { id } }',
  'Query.work(id)': '{ work(id: "W1") { id } }',
  'Query.topic(id)': '{ topic(id: "T1") { id } }',
  'Query.institution(id)': '{ institution(id: "I1") { id } }',
  'Query.neighbourhood(center)': '{ neighbourhood(center: "T1") { center { id } nodes { id } edges { id } } }',
  'Query.subgraph(ids)': '{ subgraph(ids: ["A1", "W1", "T1", "I1", "W1"]) { nodes { id } edges { id } } }',
  'Query.path(from)': '{ path(from: "A1", to: "A2") { length nodes { id } edges { id } } }',
  'Query.path(to)': '{ path(from: "A2", to: "T1") { length nodes { id } edges { id } } }',
  'Query.collaborators(ids)': '{ collaborators(ids: ["A1"]) { researcher { id } collaborators { node { id } } } }',
  'Query.auditLog(researcherId)': '{ auditLog(researcherId: "A1") { nodes { id researcher { id } } } }',
  'Query.resolve(ids)': '{ resolve(ids: ["A1"]) { targets { id } } }',
  'WorkFilter.topicIds': '{ works(filter: { topicIds: ["T1"] }) { nodes { id } } }',
  'WorkFilter.authorIds': '{ works(filter: { authorIds: ["A1"] }) { nodes { id } } }',
  'WorkFilter.allAuthorIds': '{ works(filter: { allAuthorIds: ["A1", "A2"] }) { nodes { id } } }',
  'WorkFilter.institutionIds': '{ works(filter: { institutionIds: ["I1"] }) { nodes { id } } }',
  'ResearcherFilter.topicIds': '{ researchers(filter: { topicIds: ["T1"] }) { nodes { id } } }',
  'ResearcherFilter.institutionIds': '{ researchers(filter: { institutionIds: ["I1"] }) { nodes { id } } }',
};

const withFormer = (text: string): string =>
  Object.entries(former).reduce((before, [now, old]) => before.replaceAll(`"${now}"`, `"${old}"`), text);

describe('an id that moved is as good as the present one', () => {
  test.each(Object.entries(questions))('as %s', async (_, question) => {
    const token = await app.token({ sub: 'mo', roles: ['moderator'] });
    const present = await app.query(question, {}, token);
    expect(present.errors).toBeUndefined();
    expect(JSON.stringify(present.data)).toMatch(/"id":/);
    expect(withFormer(question)).not.toBe(question);
    expect(await app.query(withFormer(question), {}, token)).toMatchObject({ data: present.data });
  });

  test('as every argument and input field of a question that takes ids', async () => {
    const named = Object.values((await buildAppSchema()).getTypeMap()).flatMap((type) => {
      const takesIds = (input: { type: unknown }) => /^\[?ID\b/.test(String(input.type));
      if (isInputObjectType(type))
        return Object.values(type.getFields()).flatMap((field) => (takesIds(field) ? [`${type}.${field.name}`] : []));
      // Who changes records names them as they are today.
      if (!isObjectType(type) || type.name === 'Mutation') return [];
      return Object.values(type.getFields()).flatMap((field) =>
        field.args.filter(takesIds).map(({ name }) => `${type}.${field.name}(${name})`),
      );
    });
    expect(Object.keys(questions).sort()).toEqual(named.sort());
  });

  test.each(['neighbourhood/A1.graphml', 'neighbourhood/T1.json', 'works/A1.bib'])('as a file: %s', async (path) => {
    const get = async (asked: string) => {
      const answer = await fetch(`${app.address}/export/${asked}`);
      return [answer.status, await answer.text()];
    };
    const present = await get(path);
    expect(present[0]).toBe(200);
    expect(await get(path.replace('1.', '3.'))).toEqual(present);
  });
});

test('a present id costs a subgraph and a path no further statement', async () => {
  await app.query('{ subgraph(ids: ["A1", "demo:none"]) { nodes { id } } }');
  expect([...app.statements].sort()).toEqual(['graph.drawn', 'graph.locate']);
  await app.query('{ subgraph(ids: ["A1", "W1", "T1", "I1"]) { nodes { id } } }');
  expect(app.statements).toEqual(['graph.drawn']);
  await app.query('{ path(from: "A1", to: "A1") { length } }');
  expect(app.statements).toEqual(['graph.drawn']);
});
