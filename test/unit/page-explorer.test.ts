import { edgeQuestions, gather, MOST_NODES, STEP } from '../../web/src/explore/assemble.js';
import { sift } from '../../web/src/explore/filtering.js';
import { exportAddress } from '../../web/src/explore/slice-params.js';
import { readView, recentred, type View, writeView } from '../../web/src/explore/view.js';
import { stepsOf, wayOf, waysTo } from '../../web/src/explore/ways.js';
import { Transform } from '../../web/src/graph/transform.js';
import type { GraphEdge, GraphNode } from '../../web/src/graph/types.js';

const viewOf = (query: string): View => readView(new URLSearchParams(query));
const node = (id: string, type: GraphNode['type'] = 'RESEARCHER', more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  type,
  label: id,
  weight: 1,
  year: null,
  distance: 1,
  ...more,
});
const edge = (type: GraphEdge['type'], source: string, target: string, weight = 1): GraphEdge => ({
  id: `${type}:${source}:${target}`,
  source,
  target,
  type,
  weight,
});

describe('the address', () => {
  const FULL: View = {
    depth: 3,
    without: ['WORK', 'TOPIC'],
    years: [2018, null],
    joint: 2,
    text: 'sra & co',
    selected: 'arxiv:hep-th/9901001',
    opened: ['A1', 'A1', 'W2'],
    hidden: ['T1'],
    pinned: [{ id: 'arxiv:2204.01050:3', x: -12, y: 40 }],
    path: { from: 'A1', to: 'A2', any: true },
    mode: 'list',
    trail: ['T9', 'A7'],
  };

  test('holds all that one sees, and gives it back', () => {
    expect(viewOf(writeView(FULL))).toEqual(FULL);
  });

  test('puts reversed years in order', () => {
    expect(viewOf('years=2024-2020').years).toEqual([2020, 2024]);
  });

  test('says nothing of what is standard', () => {
    expect(writeView(viewOf(''))).toBe('');
  });

  test.each([
    'depth=9',
    'years=x',
    'years=20-30',
    'joint=-3',
    'joint=x',
    'without=people',
    'pin=here',
    'from=A1',
    'view=x',
  ])('%s cannot be read and is left at its standard', (query) => expect(viewOf(query)).toEqual(viewOf('')));

  test('of another centre keeps the filters and the way back, not what was said of single nodes', () => {
    const { opened, hidden, pinned, selected, path, trail, years } = recentred(FULL, 'A3');
    expect({ opened, hidden, pinned, selected, path }).toEqual({
      opened: [],
      hidden: [],
      pinned: [],
      selected: null,
      path: null,
    });
    expect([trail, years]).toEqual([
      ['T9', 'A7', 'A3'],
      [2018, null],
    ]);
  });

  test('files are asked for with the same depth, kinds, years and joint works', () => {
    const address = exportAddress('arxiv:hep-th/9901001', FULL, 'csv', { part: 'nodes' });
    expect(address).toBe(
      '/export/neighbourhood/arxiv%3Ahep-th%2F9901001.csv?depth=3&works=0&topics=0&institutions=15&researchers=40&yearFrom=2018&minWorks=2&part=nodes',
    );
  });
});

describe('an expansion', () => {
  const many = (prefix: string, type: GraphNode['type'], count: number) =>
    Array.from({ length: count }, (_, at) => node(`${prefix}${at}`, type));

  test('adds at most twenty, of all kinds in turn, each beside the node that was opened', () => {
    const around = [...many('A', 'RESEARCHER', 30), ...many('T', 'TOPIC', 3)];
    const { nodes, grown } = gather([node('C', 'RESEARCHER', { distance: 0 })], [{ id: 'C', nodes: around }], []);
    expect(grown).toEqual([{ id: 'C', added: STEP }]);
    expect(nodes.slice(1, 5).map(({ id }) => id)).toEqual(['A0', 'T0', 'A1', 'T1']);
    expect(nodes.slice(1).every(({ from, distance }) => from === 'C' && distance === 1)).toBe(true);
  });

  test('of the same node a second time adds the next ones', () => {
    const growth = { id: 'C', nodes: many('A', 'RESEARCHER', 30) };
    const { nodes, grown } = gather([node('C')], [growth, growth], []);
    expect(grown.map(({ added }) => added)).toEqual([20, 10]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(31);
  });

  test('never draws more than five hundred nodes', () => {
    const { nodes, full, grown } = gather(
      many('A', 'RESEARCHER', 490),
      [{ id: 'A0', nodes: many('W', 'WORK', 30) }],
      [],
    );
    expect([nodes.length, full, grown[0]?.added]).toEqual([MOST_NODES, true, 10]);
  });

  test.each([
    [100, 20],
    [111, 289],
    [300, 200],
    [0, 500],
  ])('of %i known and %i added nodes, every pair that is not known is asked for', (known, added) => {
    const ids = Array.from({ length: known + added }, (_, at) => `${at}`);
    const asked = new Set<string>();
    for (const list of edgeQuestions(ids.slice(0, known), ids.slice(known))) {
      expect(list.length).toBeLessThanOrEqual(300);
      for (const one of list) for (const other of list) asked.add(`${one} ${other}`);
    }
    const missing = ids.slice(known).flatMap((one) => ids.filter((other) => !asked.has(`${one} ${other}`)));
    expect(missing).toEqual([]);
  });
});

describe('filters', () => {
  const nodes = [
    node('C', 'RESEARCHER', { distance: 0 }),
    node('Émile', 'RESEARCHER'),
    node('Old', 'RESEARCHER'),
    node('W1', 'WORK', { year: 2020 }),
    node('W2', 'WORK', { year: 2010 }),
    node('W3', 'WORK'),
    node('T', 'TOPIC'),
  ];
  const edges = [
    edge('COAUTHOR', 'C', 'Émile', 3),
    edge('COAUTHOR', 'C', 'Old', 1),
    edge('COAUTHOR', 'Old', 'Émile', 9),
    edge('AUTHORED', 'Émile', 'W1'),
    edge('AUTHORED', 'Old', 'W2'),
  ];
  const sifted = (query: string, matches: ReadonlySet<string> | null = null) =>
    sift('C', nodes, edges, viewOf(query), matches);

  test('a kind is left out, the centre never', () => {
    expect([...sifted('without=researchers').gone]).toEqual(['Émile', 'Old']);
  });

  test('years fade works of others and of none, and whoever nothing of these years joins', () => {
    expect([...sifted('years=2018-').dimmed]).toEqual(['Old', 'W2', 'W3', 'T']);
    // The server knows the years of what has no year itself.
    expect([...sifted('years=2018-', new Set(['T'])).dimmed]).toEqual(['Old', 'W2', 'W3']);
  });

  test('joint works are those with whoever brought the coauthor in', () => {
    expect([...sifted('joint=2').dimmed]).toEqual(['Old']);
  });

  test('names are found without their accents, and nothing is removed by it', () => {
    const { found, dimmed, gone } = sifted('text=emil');
    expect(found.map(({ id }) => id)).toEqual(['Émile']);
    expect([dimmed.size, gone.size]).toEqual([5, 0]);
  });
});

test('the way to the centre is a shortest one, over what is not hidden', () => {
  const edges = [
    edge('COAUTHOR', 'C', 'A'),
    edge('COAUTHOR', 'A', 'B'),
    edge('AUTHORED', 'C', 'W'),
    edge('AUTHORED', 'B', 'W'),
  ];
  expect(wayOf('B', waysTo('C', edges, new Set()))).toEqual(['B', 'A', 'C']);
  const around = wayOf('B', waysTo('C', edges, new Set(['A'])));
  expect(around).toEqual(['B', 'W', 'C']);
  expect(stepsOf(around, edges).map(({ id }) => id)).toEqual(['AUTHORED:B:W', 'AUTHORED:C:W']);
  expect(wayOf('B', waysTo('C', edges, new Set(['A', 'W'])))).toEqual(['B']);
});

test('zooming keeps what is under the pointer', () => {
  const before = new Transform(40, -20, 1.5);
  const pixel = { x: 100, y: 70 };
  const place = { x: (pixel.x - before.x) / before.k, y: (pixel.y - before.y) / before.k };
  const after = before.scaledTo(3, pixel);
  expect([after.applyX(place.x), after.applyY(place.y)]).toEqual([pixel.x, pixel.y]);
});
