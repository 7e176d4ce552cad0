import { loadStatements } from '../../src/core/queries.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import type { RecordBatch } from '../../src/ingest/records.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import { orcidRecord } from '../fixtures/trust-evidence.js';
import { stepsOf } from '../support/explain.js';
import { person } from '../support/persons.js';
import { useServedGraph } from '../support/served-graph.js';

const served = useServedGraph();
const SEED = 'demo:jingzhao-zhang';
const IMPOSTOR = '0000-0002-1825-0097';

/** Ada (A1) wrote all works; Bo (A2) and Cy (A3) are her coauthors, Di (A4) is not. */
const people = [
  work({ id: 'W1', by: ['A1', 'A2'], at: ['I1'], about: ['T1'], more: { doi: 'https://doi.org/10.1000/one' } }),
  work({ id: 'W2', by: ['A1', 'A3'], about: ['T1'] }),
  work({ id: 'W3', by: ['A4'] }),
];

async function ask(text: string) {
  const { data, errors } = await served().app.query(text);
  expect(errors).toBeUndefined();
  return data;
}
interface Snapshot {
  readonly score: number;
  readonly band: string;
  readonly formula: string;
  readonly components: readonly { name: string; points: number; maximum: number; explanation: string }[];
}
const trustIn = async (id: string): Promise<Snapshot> =>
  (
    await ask(
      `{ researcher(id: "${id}") { trust { score band formula components { name points maximum explanation } } } }`,
    )
  ).researcher.trust;
const pointsIn = async (id: string) => (await trustIn(id)).components.map(({ points }) => points);
const change = (text: string) => served().graph.query(text);
/** Gives a record an owner, verified or not, who follows A1. */
const follower = (account: string, owned: string, verified: boolean) =>
  change(`MATCH (a1:Researcher {id: 'A1'}), (r:Researcher {id: '${owned}'})
    SET r.claim = 'CLAIMED', r.verified = ${verified}
    MERGE (a:Account {id: '${account}'}) MERGE (a)-[:OWNS {createdAt: '2026-01-01T00:00:00.000Z'}]->(r)
    MERGE (a)-[:FOLLOWS]->(a1)`);

describe('the researcher whom the demo graph is about', () => {
  beforeAll(async () => {
    await served().store([]);
    await loadDemoWhereEmpty(served().graph.database, 100);
  });

  // Whether the mixed record has been found to be one or not, it earns nothing for consistency.
  test.each(['null', 'false'])('is at L1 with 21 points, EMERGING, while consistent is %s', async (consistent) => {
    await change(`MATCH (r:Researcher {id: '${SEED}'}) SET r.consistent = ${consistent}`);
    expect(await trustIn(SEED)).toMatchObject({ score: 21, band: 'EMERGING', formula: 'trust/1' });
    expect(await pointsIn(SEED)).toEqual([5, 6, 10, 0, 0]);
    const { researcher } = await ask(`{ researcher(id: "${SEED}") {
      claimStatus openToCollaborate verification { level reasons next } } }`);
    expect(researcher).toEqual({
      claimStatus: 'UNCLAIMED',
      openToCollaborate: true,
      verification: {
        level: 'L1',
        reasons: ['A public source has a record of this person.'],
        next: 'An ORCID iD on the record.',
      },
    });
  });

  test('is told why, in words and figures', async () => {
    await change(`MATCH (r:Researcher {id: '${SEED}'}) SET r.consistent = false`);
    const { components } = await trustIn(SEED);
    expect(components.map(({ explanation }) => explanation)).toEqual([
      'L1 of L0 to L4: A public source has a record of this person.',
      expect.stringContaining('2 of 5 parts'),
      'With a DOI or an arXiv id: 8 of 8 works.',
      'The works (8) look like those of more than one person.',
      expect.stringContaining('followers 0, collaborators 0'),
    ]);
  });

  test('is trusted in the same statement as everybody else on a page', async () => {
    await ask('{ researchers(first: 100) { nodes { verification { level } trust { score } } } }');
    expect(served().app.statements.filter((file) => file.startsWith('trust.'))).toEqual(['trust.evidence']);
  });
});

describe('what a record earns', () => {
  beforeEach(() => served().store(people));

  test('a claim, an iD, other names, a headline and an asserted employment each earn their points', async () => {
    expect(await pointsIn('A1')).toEqual([5, 9, 5, 0, 0]);
    await change(
      `MATCH (r:Researcher {id: 'A1'}) SET r.orcid = '${IMPOSTOR}', r.otherNames = ['Ada A.'], r.consistent = true`,
    );
    expect(await pointsIn('A1')).toEqual([15, 12, 5, 25, 0]);
    await change(
      `MATCH (r:Researcher {id: 'A1'}) SET r.claim = 'CLAIMED', r.verified = true, r.headline = 'My words.'`,
    );
    expect(await pointsIn('A1')).toEqual([30, 15, 5, 25, 0]);
    await served().graph.query(`MATCH (r:Researcher {id: 'A1'}) SET r.orcidRecord = $record`, {
      record: orcidRecord(['OTHER', true]),
    });
    expect(await trustIn('A1')).toMatchObject({ score: 85, band: 'TRUSTED' });
    const { researcher } = await ask('{ researcher(id: "A1") { claimStatus headline verification { level next } } }');
    expect(researcher).toEqual({
      claimStatus: 'CLAIMED',
      headline: 'My words.',
      verification: { level: 'L4', next: null },
    });
  });

  test('words, a mark and an employment on a record that nobody claimed earn nothing', async () => {
    const before = await trustIn('A1');
    await served().graph.query(
      `MATCH (r:Researcher {id: 'A1'}) SET r.headline = 'Mine.', r.verified = true, r.hash = 'h', r.orcidRecord = $record`,
      { record: orcidRecord(['OTHER', true]) },
    );
    expect(await trustIn('A1')).toEqual(before);
    expect((await ask('{ researcher(id: "A1") { headline } }')).researcher.headline).toMatch(/^Works on/);
  });

  test('what the owner said, and who follows, is left alone by an import of the record and of the works', async () => {
    const said = `{ researcher(id: "A1") { claimStatus openToCollaborate headline stats { followers } verification { level } } }`;
    await follower('di', 'A4', true);
    await change(`MATCH (r:Researcher {id: 'A1'})
      SET r.claim = 'CLAIMED', r.verified = true, r.openToCollaborate = false, r.headline = 'My words.', r.consistent = true`);
    const before = await ask(said);
    expect(before.researcher).toMatchObject({ openToCollaborate: false, stats: { followers: 1 } });
    const [identity, standing] = (await pointsIn('A1')).slice(3);
    const record = { id: 'https://openalex.org/A1', display_name: 'Ada', updated_date: '2026-01-01' };
    const retitled = work({ id: 'W1', title: 'Anew', by: ['A1'], more: { updated_date: '2026-01-01' } });
    await importOnline(served().graph.database, inBatches([record, retitled]), { maxAuthors: 100 });
    const { researcher } = await ask('{ researcher(id: "A1") { name works { nodes { title } } } }');
    expect(researcher).toMatchObject({ name: 'Ada', works: { nodes: expect.arrayContaining([{ title: 'Anew' }]) } });
    expect(await ask(said)).toEqual(before);
    expect((await pointsIn('A1')).slice(3)).toEqual([identity, standing]);
  });

  test('verified collaborators count one each', async () => {
    await change(
      `MATCH (r:Researcher) WHERE r.id IN ['A2', 'A3', 'A4'] SET r.claim = 'CLAIMED', r.verified = r.id <> 'A3'`,
    );
    expect((await pointsIn('A1')).at(-1)).toBe(1);
  });
});

describe('nobody can raise the score', () => {
  beforeEach(() => served().store(people));

  test('by following oneself', async () => {
    await follower('ada', 'A1', true);
    expect((await trustIn('A1')).components.at(-1)).toMatchObject({
      points: 0,
      explanation: expect.stringContaining('followers 0'),
    });
  });

  test('by many fresh accounts, though followers count them', async () => {
    const before = await trustIn('A1');
    await change(
      `MATCH (r:Researcher {id: 'A1'}) UNWIND range(1, 500) AS n CREATE (:Account {id: 'u' + n})-[:FOLLOWS]->(r)`,
    );
    expect(await trustIn('A1')).toEqual(before);
    expect((await ask('{ researcher(id: "A1") { stats { followers } } }')).researcher.stats.followers).toBe(500);
  });

  test('by followers whose claims were not verified, or no longer stand', async () => {
    await follower('di', 'A4', false);
    expect((await pointsIn('A1')).at(-1)).toBe(0);
    await change(`MATCH (r:Researcher {id: 'A4'}) SET r.verified = true, r.claim = 'PENDING'`);
    expect((await pointsIn('A1')).at(-1)).toBe(0);
    await change(`MATCH (r:Researcher {id: 'A4'}) SET r.claim = 'CLAIMED'`);
    expect((await pointsIn('A1')).at(-1)).toBe(1);
  });

  test('by several accounts of one verified record', async () => {
    for (const account of ['di', 'di-again']) await follower(account, 'A4', true);
    expect((await pointsIn('A1')).at(-1)).toBe(1);
  });

  test('by the number of works', async () => {
    const one = await pointsIn('A4');
    await served().store([
      ...people,
      ...Array.from({ length: 60 }, (_, at) => work({ id: `W${at + 10}`, by: ['A4'] })),
    ]);
    expect(await pointsIn('A4')).toEqual(one);
  });

  test('by claiming works, or a share in those of verified people, in an ORCID record of one’s own', async () => {
    const claims = ['10.1000/x1', '10.1000/x2', '10.1000/x3'];
    async function* batches(): AsyncGenerator<RecordBatch> {
      yield* inBatches(people);
      const other = person({ orcid: '0000-0001-5109-3700', name: 'Famous Person', works: claims });
      const impostor = person({ orcid: IMPOSTOR, name: 'Im Postor', works: claims });
      yield { source: 'orcid', records: [other, impostor] };
    }
    await importOnline(served().graph.database, batches(), { maxAuthors: 100 });
    const id = `orcid:${IMPOSTOR}`;
    await change(`MATCH (r:Researcher) WHERE r.id STARTS WITH 'orcid:'
      SET r.claim = 'CLAIMED', r.verified = true, r.consistent = true`);
    const { researcher } = await ask(`{ researcher(id: "${id}") { stats { works collaborators } } }`);
    expect(researcher.stats).toEqual({ works: 3, collaborators: 1 });
    const { components } = await trustIn(id);
    expect(components.slice(2).map(({ points }) => points)).toEqual([0, 0, 0]);
    expect(components[2]?.explanation).toContain('Left out: 3');
  });
});

test('each key starts from its own works, followers and coauthors, never from everybody who has claimed', async () => {
  await served().store(people);
  await follower('di', 'A4', true);
  const text = loadStatements(projectPath('cypher')).get('trust.evidence') ?? '';
  const plan = await stepsOf(text, { keys: ['A1', 'A2'] });
  const starts = plan.filter(({ operator }) => /Seek|Scan/.test(operator));
  expect(starts.map(({ operator }) => operator)).toEqual([expect.stringMatching(/^NodeUniqueIndexSeek/)]);
});
