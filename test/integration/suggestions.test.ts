import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { projectPath } from '../../src/project.js';
import { SUGGESTION_BOUNDS } from '../../src/researcher/suggestions.js';
import { work } from '../fixtures/records.js';
import { stepsOf } from '../support/explain.js';
import { useServedGraph } from '../support/served-graph.js';

const served = useServedGraph();

interface Suggestion {
  readonly researcher: { readonly id: string };
  readonly score: number;
  readonly sharedCollaborators: number;
  readonly sharedTopics: readonly { readonly id: string }[];
  readonly reason: string;
}
async function suggestions(id: string, first = 100): Promise<readonly Suggestion[]> {
  const { data, errors } = await served().app.query(
    `query ($id: ID!, $first: Int) { researcher(id: $id) { suggestedCollaborators(first: $first) {
      researcher { id } score sharedCollaborators sharedTopics { id } reason } } }`,
    { id, first },
  );
  expect(errors).toBeUndefined();
  return data.researcher.suggestedCollaborators;
}

/** A1 wrote with A2, A3 and A4; A5 with A2 and A3, A6 with A4, A7 with nobody; A8 and A9 are strangers to all. */
const circle = [
  work({ id: 'W1', by: ['A1', 'A2'], about: ['T1', 'T2'] }),
  work({ id: 'W2', by: ['A1', 'A3'], about: ['T1'] }),
  work({ id: 'W3', by: ['A1', 'A4'] }),
  work({ id: 'W4', by: ['A5', 'A2', 'A3'], about: ['T1'] }),
  work({ id: 'W5', by: ['A6', 'A4'], about: ['T3'] }),
  work({ id: 'W6', by: ['A7'], about: ['T1', 'T2', 'T3'] }),
  work({ id: 'W7', by: ['A8', 'A9'], about: ['T4'] }),
];

describe('suggested collaborators', () => {
  beforeAll(() => served().store(circle));

  test('are people not yet coauthors, those with rarer shared collaborators first, with reasons in words', async () => {
    const ln2 = 1 / Math.log(2);
    const ln3 = 1 / Math.log(3);
    expect(await suggestions('A1')).toEqual([
      {
        researcher: { id: 'A5' },
        // A2 and A3 have three collaborators each; two of A1's three works, and all of A5's, are about T1.
        score: expect.closeTo(2 * ln3 + 2 / 3, 5),
        sharedCollaborators: 2,
        sharedTopics: [{ id: 'T1' }],
        reason: '2 shared collaborators, Author A2 and Author A3; both work on Topic T1',
      },
      {
        researcher: { id: 'A6' },
        score: expect.closeTo(ln2, 5),
        sharedCollaborators: 1,
        sharedTopics: [],
        reason: '1 shared collaborator, Author A4',
      },
      {
        researcher: { id: 'A7' },
        score: expect.closeTo(2 / 3 + 1 / 3, 5),
        sharedCollaborators: 0,
        sharedTopics: [{ id: 'T1' }, { id: 'T2' }],
        reason: 'Both work on Topic T1 and Topic T2',
      },
    ]);
  });

  test('are found by topics alone for someone without coauthors', async () => {
    expect((await suggestions('A7')).map(({ researcher }) => researcher.id)).toEqual([
      'A2',
      'A1',
      'A3',
      'A5',
      'A6',
      'A4',
    ]);
  });

  test('are as many as asked for, 0 to 100', async () => {
    expect(await suggestions('A1', 0)).toEqual([]);
    expect(await suggestions('A1', 1)).toHaveLength(1);
    const { errors } = await served().app.query(
      '{ researcher(id: "A1") { suggestedCollaborators(first: 101) { score } } }',
    );
    expect(errors?.[0]).toMatchObject({ message: 'first must be from 0 to 100; got 101' });
  });

  test('cost the same number of statements whatever their number, at two nested levels', async () => {
    await served().app.query(`{ researcher(id: "A1") { collaborators { nodes { suggestedCollaborators {
      sharedTopics { name } researcher { suggestedCollaborators { researcher { name } sharedTopics { name } } } } } } } }`);
    const count = (file: string) => served().app.statements.filter((sent) => sent === file).length;
    expect(count('researcher.suggestions')).toBe(2);
    expect(count('researcher.by-id')).toBeLessThanOrEqual(4);
    expect(count('topic.by-id')).toBeLessThanOrEqual(2);
    expect(served().app.statements.length).toBeLessThanOrEqual(9);
  });
});

describe('reasons in words', () => {
  test('count people and topics rightly', async () => {
    await served().store([
      ...['A3', 'A4', 'A5'].flatMap((friend, at) => [
        work({ id: `W${at}1`, by: ['A1', friend], about: ['T1', 'T2', 'T3', 'T4'] }),
        work({ id: `W${at}2`, by: ['A2', friend], about: ['T1', 'T2', 'T3', 'T4'] }),
      ]),
      work({ id: 'W91', by: ['A6'], about: ['T1', 'T2', 'T3'] }),
    ]);
    const [first, second] = await suggestions('A1');
    expect(first?.reason).toBe(
      '3 shared collaborators, among them Author A3 and Author A4; both work on Topic T1, Topic T2 and 2 more topics',
    );
    expect(second?.reason).toBe('Both work on Topic T1, Topic T2 and 1 more topic');
  });
});

test('a collaborator with very many others is not walked', async () => {
  await served().store([work({ id: 'W1', by: ['A1', 'A2'] }), work({ id: 'W2', by: ['A2', 'A3'] })]);
  await served().graph.query(`
    MATCH (a:Researcher {id: 'A1'})
    CREATE (a)-[:COAUTHOR {works: 9, strength: 9.0}]->(hub:Researcher {id: 'A9', name: 'Hub', worksCount: 1, collaboratorsCount: 3001})
    WITH hub UNWIND range(1, 3000) AS at
    CREATE (hub)-[:COAUTHOR {works: 1, strength: 1.0}]->(:Researcher {id: 'A1000' + at, name: 'X', worksCount: 1, collaboratorsCount: 1})`);
  expect((await suggestions('A1')).map(({ researcher }) => researcher.id)).toEqual(['A3']);
  const text = readFileSync(projectPath('cypher', 'researcher.suggestions.cypher'), 'utf8');
  const steps = await stepsOf(text, { ...SUGGESTION_BOUNDS, limit: 10, keys: ['A1'] }, 'PROFILE');
  expect(Math.max(...steps.map(({ rows }) => rows ?? 0))).toBeLessThan(50);
});

/** What the formula says, computed from the works alone. */
function expectedOf(id: string, works: readonly Drawn[]) {
  const people = [...new Set(works.flatMap(({ by }) => by))];
  const near = (a: string, b: string) => a !== b && works.some(({ by }) => by.includes(a) && by.includes(b));
  const share = (a: string, topic: string) => {
    const own = works.filter(({ by }) => by.includes(a));
    return own.filter(({ about }) => about.includes(topic)).length / own.length;
  };
  const topics = [...new Set(works.flatMap(({ about }) => about))];
  return people
    .filter((other) => other !== id && !near(id, other))
    .map((other) => {
      const shared = people.filter((person) => near(id, person) && near(other, person));
      const overlaps = topics.map((topic) => Math.min(share(id, topic), share(other, topic)));
      const familiar = shared.map((person) => 1 / Math.log(people.filter((one) => near(person, one)).length));
      return {
        id: other,
        score: [...familiar, ...overlaps].reduce((sum, part) => sum + part, 0),
        shared: shared.length,
        topics: topics.filter((_, at) => (overlaps[at] as number) > 0).sort(),
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Drawn {
  readonly by: readonly string[];
  readonly about: readonly string[];
}

test('are those of the formula, for everyone in random graphs', async () => {
  const some = (letter: string, most: number, maxLength: number, minLength = 0) =>
    fc.uniqueArray(
      fc.integer({ min: 1, max: most }).map((at) => `${letter}${at}`),
      { minLength, maxLength },
    );
  const drawn = fc.array(fc.record({ by: some('A', 9, 4, 1), about: some('T', 4, 3) }), {
    minLength: 1,
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(drawn, async (works) => {
      await served().store(works.map((one, at) => work({ id: `W${at + 1}`, ...one })));
      for (const id of new Set(works.flatMap(({ by }) => by))) {
        const got = await suggestions(id);
        const inOrder = [...got].sort((a, b) => b.score - a.score || (a.researcher.id < b.researcher.id ? -1 : 1));
        expect(got).toEqual(inOrder);
        expect(
          got
            .map((one) => ({
              id: one.researcher.id,
              score: one.score,
              shared: one.sharedCollaborators,
              topics: one.sharedTopics.map((topic) => topic.id).sort(),
            }))
            .sort((a, b) => (a.id < b.id ? -1 : 1)),
        ).toEqual(expectedOf(id, works).map((one) => ({ ...one, score: expect.closeTo(one.score, 5) })));
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);
