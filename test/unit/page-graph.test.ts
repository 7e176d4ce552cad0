import { nearestIn } from '../../web/src/graph/direction.js';
import { placeLabels } from '../../web/src/graph/labels.js';
import { type LayoutNode, simulate } from '../../web/src/graph/layout.js';
import { edgeInWords, nodeInWords } from '../../web/src/graph/sentences.js';

const at = (id: string, x: number, y: number) => ({ id, x, y, radius: 6 });

describe('an arrow key leads', () => {
  const middle = at('middle', 0, 0);
  const nodes = [middle, at('near', 30, 10), at('straight', 60, 0), at('left', -50, 20), at('above', 5, -80)];
  test.each([
    ['ArrowRight', 'near'],
    ['ArrowLeft', 'left'],
    ['ArrowUp', 'above'],
    ['ArrowDown', undefined],
    ['Enter', undefined],
  ])('%s to %s', (key, id) => {
    expect(nearestIn(key, middle, nodes)?.id).toBe(id);
  });
});

describe('labels', () => {
  const area = { width: 400, height: 200, most: 10 };
  const wish = (id: string, x: number, y: number) => ({ ...at(id, x, y), text: id, width: 80 });

  test('stand to the right where there is room, else on another side', () => {
    const wishes = [wish('one', 100, 100), wish('two', 340, 100)];
    const [one, two] = placeLabels(wishes, wishes, area);
    expect(one).toMatchObject({ anchor: 'start', x: 110, y: 100 });
    // To the right the drawing ends.
    expect(two).toMatchObject({ anchor: 'end', x: 330 });
  });

  test('cover neither each other nor a node, and who comes first is placed first', () => {
    const wishes = Array.from({ length: 40 }, (_, index) => wish(`n${index}`, 60 + (index % 8) * 40, 20 + index * 4));
    const placed = placeLabels(wishes, wishes, { ...area, most: 40 });
    const boxes = placed.map(({ x, y, anchor }) => {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - 80 : x - 40;
      return { left, right: left + 80, top: y - 7, bottom: y + 7 };
    });
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
        ).toBe(false);
    expect(placed[0]?.id).toBe('n0');
    expect(placed.length).toBeLessThan(40);
  });

  test('that are needed stand where they cover the fewest nodes', () => {
    const crowd = [
      [130, 100],
      [160, 100],
      [70, 100],
      [40, 95],
      [40, 108],
      [75, 118],
      [100, 118],
      [128, 118],
    ];
    const above = [
      [100, 84],
      [60, 60],
      [140, 60],
    ];
    const nodes = [...crowd, ...above].map(([x = 0, y = 0], index) => at(`n${index}`, x, y));
    const needed = { ...wish('one', 100, 100), needed: true };
    const [one] = placeLabels([needed], [needed, ...nodes], area);
    expect(one).toMatchObject({ anchor: 'middle', y: 82.5 });
  });

  test('keep out of the corner where the zoom’s buttons stand', () => {
    const near = wish('one', 240, 30);
    expect(placeLabels([near], [near], area)[0]).toMatchObject({ anchor: 'end', x: 230 });
  });

  test('are no more than asked for', () => {
    const wishes = [wish('one', 50, 50), wish('two', 50, 150), wish('three', 250, 50)];
    expect(placeLabels(wishes, wishes, { ...area, most: 2 })).toHaveLength(2);
  });
});

describe('the layout', () => {
  const node = (id: string, more = {}): LayoutNode => ({ id, radius: 6, fixed: false, ...more });
  const run = (nodes: readonly LayoutNode[], edges: Parameters<typeof simulate>[0]['edges']) => {
    const simulation = simulate({ center: 'ego', nodes, edges });
    while (simulation.alpha() >= simulation.alphaMin()) simulation.tick();
    return new Map(simulation.nodes().map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  };
  const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
    Math.hypot(one.x - other.x, one.y - other.y);

  test('comes to rest with the centre in the middle, fixed nodes in their places, and no two nodes in one', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `w${index}`);
    const edges = ids.map((id) => ({ source: 'ego', target: id, type: 'AUTHORED' as const }));
    const places = run(
      [node('ego'), node('kept', { fixed: true, x: 200, y: -40 }), ...ids.map((id) => node(id))],
      edges,
    );
    expect(places.get('ego')).toEqual({ x: 0, y: 0 });
    expect(places.get('kept')).toEqual({ x: 200, y: -40 });
    const all = [...places.values()];
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1)) expect(distance(one, other)).toBeGreaterThan(10);
  });

  test('gathers what is about one topic', () => {
    const works = Array.from({ length: 12 }, (_, index) => `w${index}`);
    const edges = works.flatMap((id, index) => [
      { source: 'ego', target: id, type: 'AUTHORED' as const },
      { source: id, target: index < 6 ? 't1' : 't2', type: 'ABOUT' as const },
    ]);
    const places = run([node('ego'), node('t1'), node('t2'), ...works.map((id) => node(id))], edges);
    const place = (id: string) => places.get(id) ?? { x: 0, y: 0 };
    for (const [index, id] of works.entries()) {
      const [own, other] = index < 6 ? ['t1', 't2'] : ['t2', 't1'];
      expect(distance(place(id), place(own))).toBeLessThan(distance(place(id), place(other)));
    }
  });
});

test('nodes and edges are told in words', () => {
  expect(nodeInWords({ label: 'On rays', type: 'WORK', weight: 1_200, year: 1895 })).toBe(
    'On rays, work, 1895, 1,200 citations',
  );
  expect(nodeInWords({ label: 'Physics', type: 'TOPIC', weight: 1, year: null })).toBe('Physics, topic, 1 work');
  expect(edgeInWords({ type: 'COAUTHOR', weight: 3 }, 'A', 'B')).toBe('A and B have 3 joint works.');
});
