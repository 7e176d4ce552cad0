import { bestParts } from '../../src/identity/best-part.js';
import type { IdentityWork } from '../../src/identity/record-works.js';

const work = (id: string, title: string, coauthors: string[], more: object = {}): IdentityWork => ({
  ...{ id, title, printedName: 'Wei Wang', coauthors: coauthors.map((name) => ({ name })) },
  ...more,
});

const bestPart = (parts: readonly (readonly IdentityWork[])[], newcomer: IdentityWork) =>
  bestParts(parts, [newcomer])[0];

const CHEMIST = [
  work('c1', 'Zeolite catalysis', ['Ada Berg', 'Olof Ek'], { venue: 'Journal of Catalysis' }),
  work('c2', 'Catalysis on surfaces', ['Ada Berg'], { venue: 'Journal of Catalysis' }),
];
const HISTORIAN = [
  work('h1', 'The medieval abbey', ['Jean Roux'], { venue: 'Speculum' }),
  work('h2', 'Parchment of an abbey', ['Jean Roux', 'Luc Petit'], { venue: 'Speculum' }),
];

describe('a new work of a record that was split', () => {
  test('goes to the part with its coauthors, whatever it is about', () => {
    const found = bestPart([CHEMIST, HISTORIAN], work('n', 'Zeolite catalysis', ['Petit, Luc']));
    expect(found).toMatchObject({ part: 1, sharedCoauthors: 1 });
  });

  test('a coauthor known by id and by name counts once', () => {
    const ada = { id: 'A1', name: 'Ada Berg' };
    const part = [{ ...work('a', 'Law', []), coauthors: [ada] }];
    const newcomer = { ...work('n', 'Law', []), coauthors: [ada, { id: 'A2', name: 'Eve Noir' }] };
    expect(bestPart([part, HISTORIAN], newcomer)).toMatchObject({ part: 0, sharedCoauthors: 1 });
  });

  test('without a shared coauthor goes to the part that it has most in common with', () => {
    const parts = [CHEMIST, HISTORIAN];
    expect(bestPart(parts, work('n', 'Abbey walls', ['Eve Noir'], { venue: 'Speculum' }))).toMatchObject({ part: 1 });
    expect(bestPart(parts, work('n', 'Zeolite walls', ['Eve Noir']))).toMatchObject({ part: 0 });
    expect(bestPart([...parts].reverse(), work('n', 'Zeolite walls', ['Eve Noir']))).toMatchObject({ part: 1 });
  });

  test('is compared with the others alone where a part holds it already, and never goes to an empty part', () => {
    const again = work('h2', 'Catalysis', ['Ada Berg']);
    expect(bestPart([[], CHEMIST, HISTORIAN], again)).toMatchObject({ part: 1, sharedCoauthors: 1 });
    expect(bestPart([[], CHEMIST], work('n', 'Law', []))).toMatchObject({ part: 1, sharedCoauthors: 0 });
  });

  test('goes where it would go alone when it comes with others, of which none is evidence for another', () => {
    const newcomers = [
      work('n1', 'Zeolite catalysis', ['Luc Petit', 'Eve Noir']),
      work('n2', 'Zeolites', ['Eve Noir']),
      work('n3', 'An abbey', ['Eve Noir'], { venue: 'Speculum' }),
    ];
    const together = bestParts([CHEMIST, HISTORIAN], newcomers);
    expect(together.map(({ part, sharedCoauthors }) => [part, sharedCoauthors])).toEqual([
      [1, 1],
      [0, 0],
      [1, 0],
    ]);
  });

  test('goes to the first part where there is nothing to go by', () => {
    expect(bestPart([[], []], work('n', 'Law', []))).toEqual({ part: 0, sharedCoauthors: 0, score: 0 });
  });
});
