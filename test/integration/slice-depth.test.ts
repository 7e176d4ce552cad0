import { idsOf, SEED, SLICE, useDemoSlices } from '../support/demo-slices.js';

const demo = useDemoSlices();
const slice = (center: string, limits = {}) => demo().slice(center, limits);

describe('further rings', () => {
  const deep = async (center: string, depth: number | null, limits: object, filter: object | null = null) => {
    const answer = await demo().app.query(
      `query ($center: ID!, $depth: Int, $limits: NeighbourhoodLimits, $filter: NeighbourhoodFilter) {
        neighbourhood(center: $center, depth: $depth, limits: $limits, filter: $filter) ${SLICE} }`,
      { center, depth, limits, filter },
    );
    return answer.errors ? answer : answer.data.neighbourhood;
  };
  const small = { works: 12, topics: 8, institutions: 6, researchers: 30 };

  test('grow from the ring before until the limits are reached, and leave the first ring as it is', async () => {
    const near = await deep(SEED, 1, small);
    const far = await deep(SEED, 3, small);
    expect(far.totals).toEqual(near.totals);
    expect(far.nodes.filter(({ distance }: { distance: number }) => distance < 2)).toEqual(near.nodes);
    expect(idsOf(far.nodes, 'WORK')).toHaveLength(12);
    expect(idsOf(far.nodes, 'TOPIC')).toHaveLength(8);
    expect(idsOf(far.nodes.slice(1), 'RESEARCHER')).toHaveLength(30);
  });

  test('a neighbour that found no room does not come back as one of theirs', async () => {
    const { nodes } = await deep('demo:suvrit-sra', 3, { works: 5, topics: 3, institutions: 2, researchers: 6 });
    const all = await slice('demo:suvrit-sra', { works: 100, topics: 50, institutions: 50, researchers: 100 });
    const neighbours = new Set(all.nodes.map(({ id }: { id: string }) => id));
    for (const { id, distance } of nodes) if (distance > 1) expect(neighbours).not.toContain(id);
  });

  test('the distance is the number of hops within the slice', async () => {
    const wide = { works: 100, topics: 50, institutions: 50, researchers: 100 };
    const { nodes, edges } = await deep('arxiv:1905.11881', 3, wide, { edgeTypes: ['AUTHORED', 'AFFILIATED'] });
    const hops = new Map([['arxiv:1905.11881', 0]]);
    for (let distance = 1; distance <= 3; distance++)
      for (const { source, target } of edges)
        for (const [one, other] of [
          [source, target],
          [target, source],
        ])
          if (hops.get(one) === distance - 1 && !hops.has(other)) hops.set(other, distance);
    for (const { id, distance } of nodes) expect([id, distance]).toEqual([id, hops.get(id)]);
    expect(new Set(hops.values())).toEqual(new Set([0, 1, 2, 3]));
  });

  test('null is depth 1; beyond 1 to 3 is refused', async () => {
    expect(await deep(SEED, null, small)).toEqual(await deep(SEED, 1, small));
    for (const [depth, rule] of [
      [0, 'less than 1'],
      [4, 'greater than 3'],
    ] as const)
      expect((await deep(SEED, depth, small)).errors?.[0]).toMatchObject({
        message: `depth must not be ${rule}; got ${depth}`,
        extensions: { code: 'BAD_USER_INPUT' },
      });
  });

  test('the filter is the same around a researcher as around any node', async () => {
    const filter = { yearFrom: 2019, yearTo: 2020, minWorks: 2, edgeTypes: ['AUTHORED', 'COAUTHOR'] };
    const { data } = await demo().app.query(
      `query ($limits: NeighbourhoodLimits, $filter: NeighbourhoodFilter) {
        researcher(id: "${SEED}") { neighbourhood(limits: $limits, filter: $filter) ${SLICE} } }`,
      { limits: small, filter },
    );
    const { neighbourhood } = data.researcher;
    expect(neighbourhood).toEqual(await deep(SEED, 1, small, filter));
    expect(neighbourhood.nodes.some(({ year }: { year: number }) => year === 2019)).toBe(true);
    expect(neighbourhood.nodes.every(({ year }: { year: number | null }) => !year || [2019, 2020].includes(year))).toBe(
      true,
    );
    expect(neighbourhood.edges.every(({ type }: { type: string }) => filter.edgeTypes.includes(type))).toBe(true);
    expect(idsOf(neighbourhood.nodes, 'TOPIC')).toEqual([]);
    expect(neighbourhood.totals).toMatchObject({ topics: 0, institutions: 0 });
  });

  test('with no type of edge the centre stands alone', async () => {
    const { nodes, edges, totals } = await deep(SEED, 3, small, { edgeTypes: [] });
    expect([nodes.length, edges, totals]).toEqual([1, [], { works: 0, topics: 0, institutions: 0, researchers: 0 }]);
  });

  test('a filter of nulls is none', async () => {
    const nulls = { yearFrom: null, yearTo: null, minWorks: null, edgeTypes: null };
    expect(await deep(SEED, 1, small, nulls)).toEqual(await slice(SEED, small));
    expect(demo().app.statements).toEqual(['graph.slice', 'researcher.by-id']);
  });

  test.each([
    [{ yearFrom: 2021, yearTo: 2020 }, 'filter.yearFrom must not be after filter.yearTo, which is 2020; got 2021'],
    [{ minWorks: 0 }, 'filter.minWorks must not be less than 1; got 0'],
    [{ yearTo: -1 }, 'filter.yearTo must not be less than 0; got -1'],
  ])('the filter %j is refused', async (filter, message) => {
    const { errors } = await deep(SEED, 1, small, filter);
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('cost a statement each, with one for the edges and one for filtered totals, however much they hold', async () => {
    const filter = { yearFrom: 2000 };
    for (const limits of [{ works: 2, topics: 1, institutions: 1, researchers: 2 }, small]) {
      await deep(SEED, 2, limits);
      expect(demo().app.statements).toEqual(['graph.star', 'graph.ring', 'graph.edges', 'researcher.by-id']);
      await deep(SEED, 3, limits, filter);
      expect(demo().app.statements.length).toBeLessThanOrEqual(7);
      expect(demo().app.statements.filter((file) => file === 'graph.ring').length).toBeLessThanOrEqual(3);
    }
  });
});

describe('a subgraph', () => {
  const subgraph = async (ids: readonly string[]) => {
    const question =
      'query ($ids: [ID!]!) { subgraph(ids: $ids) { nodes { id type distance node { id } } edges { id } } }';
    const answer = await demo().app.query(question, { ids });
    return answer.errors ? answer : answer.data.subgraph;
  };

  test('takes any identifier, each node once, in the order asked, and leaves out what is unknown', async () => {
    const { nodes, edges } = await subgraph([
      'T11612',
      'W1',
      'https://doi.org/10.48550/arXiv.1905.11881',
      SEED,
      'nonsense',
      'arXiv:1905.11881v2',
    ]);
    expect(nodes.map(({ id, distance }: { id: string; distance: null }) => [id, distance])).toEqual([
      ['T11612', null],
      ['arxiv:1905.11881', null],
      [SEED, null],
    ]);
    expect(edges.map(({ id }: { id: string }) => id)).toEqual([
      'ABOUT:arxiv:1905.11881:T11612',
      `AUTHORED:${SEED}:arxiv:1905.11881`,
      `RESEARCHES:${SEED}:T11612`,
    ]);
  });

  test('of nothing is empty', async () => {
    expect(await subgraph([])).toEqual({ nodes: [], edges: [] });
  });

  test('of more than 300 ids is refused, of 300 it is as many statements as of two', async () => {
    const { errors } = await subgraph(Array.from({ length: 301 }, (_, at) => `W${at}`));
    expect(errors?.[0]).toMatchObject({
      message: 'ids must be at most 300; got 301',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    await subgraph([SEED, 'W0']);
    const forTwo = demo().app.statements.length;
    await subgraph([...Array.from({ length: 299 }, (_, at) => `W${at}`), SEED]);
    expect(demo().app.statements).toHaveLength(forTwo);
  });
});
