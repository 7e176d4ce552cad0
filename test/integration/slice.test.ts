import { idsOf, SEED, useDemoSlices } from '../support/demo-slices.js';

const demo = useDemoSlices();
const slice = (center: string, limits = {}) => demo().slice(center, limits);

describe('the researcher in context', () => {
  test('is the centre, then works, topics, institutions and researchers, within the limits', async () => {
    const { center, nodes, totals } = await slice(SEED, { works: 3, topics: 2, researchers: 4 });
    expect(center).toEqual({ id: SEED });
    expect(nodes[0]).toMatchObject({ id: SEED, distance: 0, label: 'Jingzhao Zhang', weight: 8 });
    expect(nodes.slice(1).map(({ type }: { type: string }) => type)).toEqual([
      ...Array(3).fill('WORK'),
      ...Array(2).fill('TOPIC'),
      ...Array(4).fill('RESEARCHER'),
    ]);
    expect(nodes.slice(1).every(({ distance }: { distance: number }) => distance === 1)).toBe(true);
    expect(totals).toEqual({ works: 8, topics: 5, institutions: 0, researchers: 20 });
  });

  test.each([SEED, 'demo:suvrit-sra', 'arxiv:1905.11881', 'T11612', 'demo:massachusetts-institute-of-technology'])(
    'around %s holds every edge of the graph among its nodes and no other',
    async (center) => {
      const { nodes, edges } = await slice(center, { works: 30, topics: 10, institutions: 20, researchers: 40 });
      const ids = nodes.map(({ id }: { id: string }) => id);
      const rows = await demo().reader.query(
        'MATCH (a)-[e]->(b) WHERE a.id IN $ids AND b.id IN $ids RETURN type(e) + ":" + a.id + ":" + b.id AS id ORDER BY id',
        { ids },
      );
      const stored = rows.map(({ id }) => id as string).sort();
      expect(edges.map(({ id }: { id: string }) => id)).toEqual(stored);
      expect(stored.length).toBeGreaterThan(20);
    },
  );

  test('takes the best of each kind, in the order of the lists on the centre', async () => {
    const { nodes } = await slice('demo:suvrit-sra', { works: 7, topics: 4, researchers: 9 });
    const { data } = await demo().app.query(`{ researcher(id: "demo:suvrit-sra") {
      works(first: 7) { nodes { id } } topics(first: 4) { nodes { id } } collaborators(first: 9) { nodes { id } } } }`);
    const lists = data.researcher;
    const ids = (list: { nodes: { id: string }[] }) => list.nodes.map(({ id }) => id);
    expect(idsOf(nodes, 'WORK')).toEqual(ids(lists.works));
    expect(idsOf(nodes, 'TOPIC')).toEqual(ids(lists.topics));
    expect(idsOf(nodes.slice(1), 'RESEARCHER')).toEqual(ids(lists.collaborators));
  });

  test.each([
    ['T11612', 'topic', 'works', 'WORK'],
    ['T11612', 'topic', 'researchers', 'RESEARCHER'],
    ['demo:massachusetts-institute-of-technology', 'institution', 'works', 'WORK'],
    ['demo:massachusetts-institute-of-technology', 'institution', 'researchers', 'RESEARCHER'],
    ['arxiv:1905.11881', 'work', 'authors', 'RESEARCHER'],
  ])('around %s (%s) agrees with the list %s to the last item and the total', async (center, kind, list, type) => {
    const { nodes, totals } = await slice(center, { works: 100, topics: 50, institutions: 50, researchers: 100 });
    const { data } = await demo().app.query(
      `{ ${kind}(id: "${center}") { ${list}(first: 100) { totalCount nodes { id } } } }`,
    );
    const listed = data[kind][list];
    expect(idsOf(nodes.slice(1), type)).toEqual(listed.nodes.map(({ id }: { id: string }) => id));
    expect(totals[type === 'WORK' ? 'works' : 'researchers']).toBe(listed.totalCount);
  });

  test('weighs edges by what they are, and says where they come from', async () => {
    const { edges } = await slice(SEED);
    const edge = (id: string) => edges.find((candidate: { id: string }) => candidate.id === id);
    expect(edge(`COAUTHOR:${SEED}:demo:suvrit-sra`)).toMatchObject({ weight: 6, sources: ['derived'] });
    expect(edge('ABOUT:arxiv:2006.04429:T11612')).toMatchObject({ weight: 0.98, sources: ['demo'] });
    expect(edge(`AUTHORED:${SEED}:arxiv:1905.11881`)).toMatchObject({ weight: 1, sources: ['demo'] });
  });

  test('a coauthor edge shows the joint works, newest first; others none', async () => {
    const { data } = await demo().app.query(
      `{ neighbourhood(center: "${SEED}") { edges { type source target works(first: 2) { id year } } } }`,
    );
    const { edges } = data.neighbourhood;
    const close = edges.find(
      (edge: { type: string; source: string; target: string }) =>
        edge.type === 'COAUTHOR' && edge.source === SEED && edge.target === 'demo:suvrit-sra',
    );
    expect(close.works.map(({ year }: { year: number }) => year)).toEqual([2022, 2022]);
    expect(
      edges
        .filter((edge: { type: string }) => edge.type !== 'COAUTHOR')
        .every((edge: { works: [] }) => edge.works.length === 0),
    ).toBe(true);
  });

  test('the same question has the same answer', async () => {
    expect(await slice('T11612')).toEqual(await slice('T11612'));
  });

  test('has no edge where there is none', async () => {
    const { nodes, edges } = await slice(SEED, { works: 0, topics: 0, institutions: 0, researchers: 0 });
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([SEED]);
    expect(edges).toEqual([]);
  });

  test('is null around nothing', async () => {
    expect(await slice('demo:nobody')).toBeNull();
    expect(await slice('W1')).toBeNull();
  });

  test('is found by any identifier of the centre', async () => {
    expect((await slice('https://doi.org/10.48550/arXiv.1905.11881')).center).toEqual({ id: 'arxiv:1905.11881' });
  });

  test.each([
    [{ works: 101 }, 'limits.works must not be greater than 100; got 101'],
    [{ topics: -1 }, 'limits.topics must not be less than 0; got -1'],
    [{ works: 100, topics: 100, institutions: 100, researchers: 1 }, 'limits must not sum to more than 300; got 301'],
  ])('limits %j are refused', async (limits, message) => {
    const { errors } = await demo().app.query(
      'query ($limits: NeighbourhoodLimits) { neighbourhood(center: "T11612", limits: $limits) { totals { works } } }',
      { limits },
    );
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('a limit of 0 leaves the kind out, null means the default', async () => {
    const { nodes } = await slice(SEED, { works: 0, topics: 0, institutions: 0, researchers: null });
    expect(idsOf(nodes, 'WORK')).toEqual([]);
    expect(idsOf(nodes.slice(1), 'RESEARCHER')).toHaveLength(20);
  });
});

describe('the number of statements depends on the shape of the query, not on the size of the answer', () => {
  test('a slice is one statement, whatever the kind of its centre', async () => {
    const centres = {
      researcher: SEED,
      work: 'arxiv:1905.11881',
      topic: 'T11612',
      institution: 'demo:massachusetts-institute-of-technology',
    };
    for (const [kind, center] of Object.entries(centres)) {
      await slice(center);
      expect(demo().app.statements).toEqual(['graph.slice', `${kind}.by-id`]);
    }
    await demo().app.query(`{ neighbourhood(center: "${SEED}") { nodes { id label } edges { id } totals { works } } }`);
    expect(demo().app.statements).toEqual(['graph.slice']);
    await demo().app.query(`{ neighbourhood(center: "${SEED}") { nodes { id label } totals { works } } }`);
    expect(demo().app.statements).toEqual(['graph.star']);
  });

  test('the slices of 25 researchers are one statement more than the researchers themselves', async () => {
    const { data: list } = await demo().app.query(
      '{ topic(id: "T11612") { researchers(first: 25) { nodes { id } } } }',
    );
    const ids = list.topic.researchers.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(25);
    const question =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Researcher { name neighbourhood { nodes { id } edges { id } totals { works } } } } }';
    const { data, errors } = await demo().app.query(question, { ids });
    expect(errors).toBeUndefined();
    expect(data.nodes.every(({ neighbourhood }: { neighbourhood: object }) => neighbourhood)).toBe(true);
    expect(demo().app.statements.filter((file) => file === 'graph.slice-of-researcher')).toHaveLength(1);
    await demo().app.query(question, { ids: ids.slice(0, 1) });
    const forOne = demo().app.statements.length;
    await demo().app.query(question, { ids });
    expect(demo().app.statements).toHaveLength(forOne);
  });

  test('the filtered slices of 25 researchers are as many statements as those of one', async () => {
    const { data: list } = await demo().app.query(
      '{ topic(id: "T11612") { researchers(first: 25) { nodes { id } } } }',
    );
    const ids = list.topic.researchers.nodes.map(({ id }: { id: string }) => id);
    const question =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Researcher { neighbourhood(filter: {yearFrom: 2015}) { nodes { id } edges { id } totals { works } } } } }';
    await demo().app.query(question, { ids: ids.slice(0, 1) });
    const forOne = [...demo().app.statements].sort();
    const { errors } = await demo().app.query(question, { ids });
    expect(errors).toBeUndefined();
    expect([...demo().app.statements].sort()).toEqual(forOne);
  });

  test('two nested levels of lists cost at most one statement a field, for one item as for many', async () => {
    const question = (first: number) => `{ researcher(id: "demo:suvrit-sra") {
      works(first: ${first}) { totalCount nodes { title
        authors(first: ${first}) { totalCount edges { name institutions { name } node { name works(first: ${first}) { totalCount nodes { title } } } } }
        topics { topic { name works(first: ${first}) { nodes { title } } } }
        references { totalCount nodes { title } } citedBy { totalCount nodes { title } } missing { field } } } } }`;
    for (const first of [1, 25]) {
      const { errors } = await demo().app.query(question(first));
      expect(errors).toBeUndefined();
      // Fields that fetch: the researcher, seven lists, their nodes, the institutions, and the counts of a work's lists.
      expect(demo().app.statements.length).toBeLessThanOrEqual(18);
    }
  });

  test.each([
    ['topic(id: "T11612") { works(first: $first) { nodes { id authors { nodes { id } } } } }', 5],
    ['topic(id: "T11612") { researchers(first: $first) { nodes { id topics { nodes { id } } } } }', 5],
    [
      'topic(id: "T11612") { researchers(first: $first) { nodes { id collaborators { totalCount edges { jointWorks { id } } } } } }',
      7,
    ],
    [
      'topic(id: "T11612") { researchers(first: $first) { nodes { id affiliation { id } affiliations { institution { id } } } } }',
      5,
    ],
    ['topic(id: "T11612") { researchers(first: $first) { nodes { id worksByYear { works } missing { field } } } }', 5],
    [
      'topic(id: "T11612") { works(first: $first) { nodes { id references { nodes { id } } citedBy { nodes { id } } } } }',
      7,
    ],
    ['topic(id: "T11612") { works(first: $first) { nodes { id topics { topic { id } } institutions { id } } } }', 6],
    [
      'institution(id: "demo:massachusetts-institute-of-technology") { researchers(first: $first) { nodes { id works { nodes { id } } } } }',
      6,
    ],
    [
      'institution(id: "demo:massachusetts-institute-of-technology") { partners(first: $first) { institution { id topics { id } partners { works } } } }',
      7,
    ],
  ])('%s is at most %i statements', async (field, most) => {
    for (const first of [1, 25]) {
      const { errors } = await demo().app.query(`query ($first: Int) { ${field} }`, { first });
      expect(errors).toBeUndefined();
      expect(demo().app.statements.length).toBeLessThanOrEqual(most);
    }
  });
});
