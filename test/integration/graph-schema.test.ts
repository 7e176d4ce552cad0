import { UserFacingError } from '../../src/core/errors.js';
import { applySchema, type Migration, SCHEMA_VERSION } from '../../src/core/graph-schema.js';
import type { Statement } from '../../src/core/queries.js';
import { openTestDatabase, type Row, type TestDatabase, wipe } from '../support/graph.js';

describe('the schema of the graph', () => {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  beforeEach(async () => wipe(graph));
  afterAll(async () => {
    await wipe(graph);
    await graph.database.close();
  });

  const meta = async (): Promise<unknown> =>
    (await graph.query("MATCH (m:Meta {id: 'graph'}) RETURN properties(m) AS meta"))[0]?.meta;

  it('may be applied again and again', async () => {
    await applySchema(graph.database, { maxAuthors: 100 });
    expect(await meta()).toEqual({
      ...{ id: 'graph', schemaVersion: SCHEMA_VERSION, version: 0, maxAuthors: 100 },
      ...{ changeLog: expect.any(String), lastChange: 0, oldestChange: 1 },
    });
  });

  it('leaves every index online under the names that reads hint at', async () => {
    const indexes = await graph.query('SHOW INDEXES YIELD name, state, owningConstraint');
    expect(new Set(indexes.map(({ state }) => state))).toEqual(new Set(['ONLINE']));
    const names = indexes.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['researcherText', 'workText', 'topicText', 'institutionText']));
  });

  it('keeps two nodes of one label from having one id', async () => {
    await graph.query("CREATE (:Work {id: 'W1'})");
    await expect(graph.query("CREATE (:Work {id: 'W1'})")).rejects.toThrow('already exists');
  });

  it('brings an older graph up to date, step by step', async () => {
    const step = (from: number): Migration => {
      const statement: Statement<Record<string, never>, Row> = { file: `test.step-${from}`, mode: 'write' };
      graph.define(statement.file, `MATCH (m:Meta {id: 'graph'}) SET m.steps = coalesce(m.steps, '') + '${from} '`);
      return { from, statements: [statement] };
    };
    const version = SCHEMA_VERSION + 2;
    const migrations = [SCHEMA_VERSION - 1, SCHEMA_VERSION, SCHEMA_VERSION + 1].map(step);
    await applySchema(graph.database, { maxAuthors: 100, target: { version, migrations } });
    expect(await meta()).toMatchObject({ schemaVersion: version, steps: `${SCHEMA_VERSION} ${SCHEMA_VERSION + 1} ` });
  });

  it('gives a graph of version 1 what its lists are sorted by, and ranks works without a year, too', async () => {
    await graph.query('DROP INDEX workRank IF EXISTS');
    await graph.query('CREATE INDEX workRank FOR (n:Work) ON (n.citationCount, n.year)');
    await graph.query(`CREATE (:Work {id: 'W1', title: 'A $x$', titleText: 'A x', citationCount: 3})
      CREATE (:Work {id: 'W2', title: 'Zebra', year: 1999, citationCount: 0}) CREATE (:Researcher {id: 'A1', name: 'Ada L'})`);
    await graph.query("MATCH (m:Meta {id: 'graph'}) SET m.schemaVersion = 1");
    await applySchema(graph.database, { maxAuthors: 100 });
    const keys = await graph.query(
      'MATCH (n:Work|Researcher) RETURN n.id AS id, n.sortYear AS year, coalesce(n.sortTitle, n.sortName) AS key ORDER BY id',
    );
    expect(keys).toEqual([
      { id: 'A1', year: null, key: 'ada l' },
      { id: 'W1', year: 0, key: 'a x' },
      { id: 'W2', year: 1999, key: 'zebra' },
    ]);
    const [rank] = await graph.query("SHOW INDEXES YIELD name, properties WHERE name = 'workRank' RETURN properties");
    expect(rank).toEqual({ properties: ['citationCount', 'sortYear'] });
    expect(await meta()).toMatchObject({ schemaVersion: SCHEMA_VERSION });
  });

  it('gives the edges of hubs in a graph of version 2 what they are found by, those that have it already left alone', async () => {
    await graph.query(`CREATE (one:Institution {id: 'I1'})-[:PARTNER {works: 2}]->(:Institution {id: 'I2'})
      CREATE (one)-[:PARTNER {works: 1, lowerId: 'I1', higherId: 'I3'}]->(:Institution {id: 'I3'})
      CREATE (one)-[:ACTIVE_IN {works: 3, topicId: 'T1'}]->(:Topic {id: 'T1'})`);
    await graph.query("MATCH (m:Meta {id: 'graph'}) SET m.schemaVersion = 2");
    await applySchema(graph.database, { maxAuthors: 100 });
    const edges = await graph.query(
      'MATCH ()-[e:PARTNER|ACTIVE_IN]->() RETURN type(e) AS type, properties(e) AS properties ORDER BY type, e.works',
    );
    expect(edges).toEqual([
      { type: 'ACTIVE_IN', properties: { works: 3, topicId: 'T1', institutionId: 'I1' } },
      { type: 'PARTNER', properties: { works: 1, lowerId: 'I1', higherId: 'I3' } },
      { type: 'PARTNER', properties: { works: 2, lowerId: 'I1', higherId: 'I2' } },
    ]);
    expect(await meta()).toMatchObject({ schemaVersion: SCHEMA_VERSION });
  });

  it('runs no migration on a graph that it has just made', async () => {
    await graph.query('MATCH (n) DETACH DELETE n');
    const target = { version: 2, migrations: [{ from: 1, statements: [{ file: 'nowhere', mode: 'write' } as const] }] };
    await applySchema(graph.database, { maxAuthors: 100, target });
    expect(await meta()).toMatchObject({ schemaVersion: 2 });
  });

  it('refuses a graph of a newer version with one clear sentence', async () => {
    await graph.query("MATCH (m:Meta {id: 'graph'}) SET m.schemaVersion = 99");
    const refused = applySchema(graph.database, { maxAuthors: 100 });
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow('The graph was written by a newer version of this program (schema 99');
  });

  it('refuses a graph that was derived with another limit of authors', async () => {
    const refused = applySchema(graph.database, { maxAuthors: 50 });
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow('The graph was derived with MAX_AUTHORS=100, not 50');
  });

  it('may be applied to a new database by many processes at once', async () => {
    await graph.query('MATCH (n) DETACH DELETE n');
    const drop = async (what: 'CONSTRAINT' | 'INDEX', all: string) => {
      for (const { name, type } of await graph.query(`SHOW ${all} YIELD name, type`))
        if (type !== 'LOOKUP') await graph.query(`DROP ${what} ${name}`);
    };
    await drop('CONSTRAINT', 'CONSTRAINTS');
    await drop('INDEX', 'INDEXES');
    const others = await Promise.all([1, 2, 3, 4].map(() => openTestDatabase()));
    await Promise.all(others.map(({ database }) => applySchema(database, { maxAuthors: 100 })));
    await Promise.all(others.map(({ database }) => database.close()));
    const [metas] = await graph.query("MATCH (m:Meta {id: 'graph'}) RETURN count(m) AS count");
    expect(metas).toEqual({ count: 1 });
    const [indexes] = await graph.query("SHOW INDEXES YIELD state WHERE state = 'ONLINE' RETURN count(*) AS count");
    expect(indexes?.count).toBeGreaterThan(20);
  }, 120_000);
});
