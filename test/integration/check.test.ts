import { checkGraph } from '../../src/ingest/check.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { batchesOf, topic, work } from '../support/records.js';

describe('recounting the graph', () => {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  beforeEach(async () => {
    await wipe(graph);
    const authors = ['A1', 'A2'].map((researcherId, place) => ({ researcherId, institutionIds: [`I${place + 1}`] }));
    const records = [
      work({ id: 'W1', year: 2020, authors, topics: [{ id: 'T1', score: 1 }], references: ['W2'] }),
      work({ id: 'W2', authors: authors.slice(0, 1) }),
      topic({ id: 'T2', name: 'Unused' }),
    ];
    await importOnline(graph.database, batchesOf(...records), { maxAuthors: 100 });
  });
  afterAll(async () => {
    await wipe(graph);
    await graph.database.close();
  });

  const check = (limit = 100) => checkGraph(graph.database, { maxAuthors: 100, limit });

  it('finds no difference in what an import left', async () => {
    expect(await check()).toEqual({ nodes: 8, total: 0, differences: [] });
  });

  it.each([
    ['MATCH (n:Researcher {id: "A1"}) SET n.hIndex = 7', 'Researcher', 'hIndex', 7, 0],
    ['MATCH (n:Researcher {id: "A1"}) REMOVE n.lastYear', 'Researcher', 'lastYear', null, 2020],
    ['MATCH (n:Topic {id: "T1"}) SET n.worksCount = 2', 'Topic', 'worksCount', 2, 1],
    ['MATCH (n:Institution {id: "I1"}) SET n.worksCount = 0', 'Institution', 'worksCount', 0, 2],
    ['MATCH (n:Work {id: "W1"}) SET n.authorCount = 3', 'Work', 'authorCount', 3, 2],
    ['MATCH ()-[e:COAUTHOR]->() SET e.strength = 0.5', 'COAUTHOR', 'strength', 0.5, 1],
    ['MATCH ()-[e:COAUTHOR]->() DELETE e', 'COAUTHOR', 'edges', 0, 1],
    ['MATCH (a)-[e:COAUTHOR]->(b) CREATE (a)-[f:COAUTHOR]->(b) SET f = e', 'COAUTHOR', 'edges', 2, 1],
    ['MATCH (:Researcher {id: "A2"})-[e:RESEARCHES]->() SET e.works = 9', 'RESEARCHES', 'works', 9, 1],
    ['MATCH (:Researcher {id: "A2"})-[e:AFFILIATED]->() SET e.current = false', 'AFFILIATED', 'current', false, true],
    ['MATCH ()-[e:ABOUT]->() SET e.year = 1', 'ABOUT', 'year', 1, 2020],
    ['MATCH ({id: "W2"})-[e:PRODUCED_AT]->() SET e.citationCount = 4', 'PRODUCED_AT', 'citationCount', 4, 0],
    ['MATCH ()-[e:CITES]->() DELETE e', 'CITES', 'edges', 0, 1],
    ['MATCH ({id: "I2"})-[e:ACTIVE_IN]->() SET e.topicId = "T2"', 'ACTIVE_IN', 'topicId', 'T2', 'T1'],
    ['MATCH ()-[e:PARTNER]->() SET e.works = 2', 'PARTNER', 'works', 2, 1],
    ['MATCH (s:Source) SET s.records = 1', 'Source', 'records', 1, 3],
  ])('names what differs after: %s', async (damage, kind, property, stored, recounted) => {
    await graph.query(damage);
    expect((await check()).differences).toContainEqual(expect.objectContaining({ kind, property, stored, recounted }));
  });

  it('counts all differences and lists no more than asked for', async () => {
    await graph.query('MATCH (n:Researcher) SET n.worksCount = 99, n.topicsCount = 99');
    const { total, differences } = await check(3);
    expect([total, differences.length]).toEqual([4, 3]);
  });
});
