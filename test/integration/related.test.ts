import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { projectPath } from '../../src/project.js';
import { RELATED_BOUNDS } from '../../src/work/related.js';
import { work } from '../fixtures/records.js';
import { stepsOf } from '../support/explain.js';
import { useServedGraph } from '../support/served-graph.js';

const served = useServedGraph();

async function related(id: string, first = 100): Promise<string[]> {
  const { data, errors } = await served().app.query(
    'query ($id: ID!, $first: Int) { work(id: $id) { related(first: $first) { id } } }',
    { id, first },
  );
  expect(errors).toBeUndefined();
  return data.work.related.map((one: { id: string }) => one.id);
}

describe('related works', () => {
  beforeAll(() =>
    served().store([
      work({ id: 'W1', by: ['A1', 'A2'], about: { T1: 0.9, T2: 0.3 }, cites: ['W8', 'W9'] }),
      work({ id: 'W2', by: ['A3'], about: [], cites: ['W8', 'W9'] }),
      work({ id: 'W3', by: ['A1', 'A2'] }),
      work({ id: 'W4', by: ['A4'], about: { T1: 0.9 } }),
      work({ id: 'W5', by: ['A1', 'A5', 'A6'], about: { T1: 0.1 } }),
      work({ id: 'W6', by: ['A7'], about: ['T3'], cites: ['W1'] }),
      work({ id: 'W8' }),
      work({ id: 'W9' }),
    ]),
  );

  test('share references before authors and topics, never the work itself, never without anything shared', async () => {
    expect(await related('W1')).toEqual(['W2', 'W3', 'W4', 'W5']);
    expect(await related('W8')).toEqual([]);
  });

  test('are as many as asked for, 0 to 100', async () => {
    expect(await related('W1', 0)).toEqual([]);
    expect(await related('W1', 2)).toEqual(['W2', 'W3']);
    const { errors } = await served().app.query('{ work(id: "W1") { related(first: -1) { id } } }');
    expect(errors?.[0]).toMatchObject({ message: 'first must be from 0 to 100; got -1' });
  });

  test('cost the same number of statements whatever their number, at two nested levels', async () => {
    await served().app.query('{ researcher(id: "A1") { works { nodes { related { related { title } } } } } }');
    expect(served().app.statements.filter((file) => file === 'work.related')).toHaveLength(2);
    expect(served().app.statements.length).toBeLessThanOrEqual(7);
  });
});

test('a topic or a reference that everything shares is not walked', async () => {
  await served().store([
    work({ id: 'W1', by: ['A1'], about: ['T1'], cites: ['W2', 'W3'] }),
    work({ id: 'W2', cited: 9 }),
    work({ id: 'W3' }),
    work({ id: 'W4', cites: ['W3'] }),
  ]);
  await served().graph.query(`
    MATCH (hub:Work {id: 'W2'}), (t:Topic {id: 'T1'})
    UNWIND range(1, 3000) AS at
    CREATE (w:Work {id: 'W1000' + at, title: 'X', citationCount: at, year: 2000, retracted: false})-[:CITES]->(hub)
    CREATE (w)-[:ABOUT {topicId: 'T1', score: 0.5, citationCount: at, year: 2000}]->(t)`);
  const ids = await related('W1');
  expect(ids).toContain('W4');
  expect(ids).toHaveLength(1 + RELATED_BOUNDS.leading);
  const text = readFileSync(projectPath('cypher', 'work.related.cypher'), 'utf8');
  const steps = await stepsOf(text, { ...RELATED_BOUNDS, limit: 10, keys: ['W1'] }, 'PROFILE');
  expect(Math.max(...steps.map(({ rows }) => rows ?? 0))).toBeLessThanOrEqual(RELATED_BOUNDS.read + 10);
});

interface Drawn {
  readonly id: string;
  readonly by: readonly string[];
  readonly about: Readonly<Record<string, number>>;
  readonly cites: readonly string[];
}

const common = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one)).length;
const over = (part: number, whole: number) => (part === 0 ? 0 : part / whole);

/** What the formula says of two works. */
function likeness(a: Drawn, b: Drawn): number {
  const topics = [...new Set([...Object.keys(a.about), ...Object.keys(b.about)])];
  const sum = (choose: (...scores: number[]) => number) =>
    topics.reduce((total, topic) => total + choose(a.about[topic] ?? 0, b.about[topic] ?? 0), 0);
  const [references, authors] = [common(a.cites, b.cites), common(a.by, b.by)];
  return (
    over(references, Math.sqrt(a.cites.length * b.cites.length)) / 2 +
    over(sum(Math.min), sum(Math.max)) / 4 +
    over(authors, a.by.length + b.by.length - authors) / 4
  );
}

test('are those of the formula, for every work of random graphs', async () => {
  const some = (letter: string, most: number, maxLength: number) =>
    fc.uniqueArray(
      fc.integer({ min: 1, max: most }).map((at) => `${letter}${at}`),
      { maxLength },
    );
  const draft = fc.record({
    by: some('A', 6, 3),
    about: fc.dictionary(
      fc.constantFrom('T1', 'T2', 'T3'),
      fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
    ),
    cites: some('W', 8, 5),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 2, maxLength: 8 }), async (drafts) => {
      const works: Drawn[] = drafts.map((one, at) => ({
        id: `W${at + 1}`,
        by: one.by,
        about: { ...one.about },
        cites: one.cites.filter((id) => id !== `W${at + 1}` && Number(id.slice(1)) <= drafts.length),
      }));
      await served().store(works.map((one) => work(one)));
      for (const one of works) {
        const expected = works
          .filter(({ id }) => id !== one.id)
          .map((other) => ({ id: other.id, score: Number(likeness(one, other).toFixed(6)) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect(await related(one.id)).toEqual(expected.map(({ id }) => id));
      }
    }),
    { numRuns: 15 },
  );
}, 180_000);
