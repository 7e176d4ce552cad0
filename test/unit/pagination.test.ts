import 'reflect-metadata';
import fc from 'fast-check';
import { byWorks, encodeCursor, type ListOrder, Page, type PageArgs, pageArgs } from '../../src/core/pagination.js';

const order = byWorks('works');
const Args = pageArgs(25);
const args = (first?: number | null, after?: string | null): PageArgs => Object.assign(new Args(), { first, after });

describe('a page of a list', () => {
  test('holds as many as the list gives by default where nothing, or null, is asked', () => {
    expect(args().params(order)).toEqual({ limit: 26, after: null });
    expect(args(null, null).params(order)).toEqual({ limit: 26, after: null });
  });

  test('may hold 0 to 100 items, and no other number', () => {
    expect(args(0).params(order).limit).toBe(1);
    expect(args(100).params(order).limit).toBe(101);
    expect(() => args(101).params(order)).toThrow('first must be from 0 to 100; got 101');
    expect(() => args(-1).params(order)).toThrow('first must be from 0 to 100; got -1');
  });

  test('starts after the sort key that a cursor holds, whatever the key', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (works, id) => {
        expect(args(1, encodeCursor(order, [works, id])).params(order).after).toEqual([works, id]);
      }),
    );
  });

  test.each([
    ['no cursor at all', 'xx'],
    ['empty', ''],
    ['another list', encodeCursor({ ...order, list: 'topics' }, [1, 'A1'])],
    ['a key too few', encodeCursor(order, ['A1'])],
    ['a key of another type', encodeCursor(order, ['1', 'A1'])],
  ])('refuses a cursor that is not its own: %s', (_, cursor) => {
    expect(() => args(1, cursor).params(order)).toThrow('after must be a cursor that this list gave');
  });

  test.each([
    ['too few', [[1], 'A1']],
    ['of another type', [[1, '2'], 'A1']],
    ['one number', [1, 'A1']],
  ])('refuses a cursor whose numbers are %s', (_, key) => {
    const ranked: ListOrder = { list: 'works', keyTypes: [['number', 'number'], 'string'] };
    expect(args(1, encodeCursor(ranked, [[3, 2], 'A1'])).params(ranked).after).toEqual([[3, 2], 'A1']);
    expect(() => args(1, encodeCursor(ranked, key)).params(ranked)).toThrow('must be a cursor that this list gave');
  });

  test('says whether the list goes on, and fetches nothing that is not looked at', async () => {
    const fetched: string[] = [];
    const rows = [1, 2, 3].map((works) => ({ id: `A${works}`, sortKey: [works, `A${works}`] }));
    const fetch = (count: number) => async () => {
      fetched.push('rows');
      return rows.slice(0, count);
    };
    const node = async ({ id }: { id: string }) => fetched.push(id);
    const page = new Page(fetch(3), args(2).params(order), order, node, () => fetched.push('count'));
    expect(fetched).toEqual([]);
    expect((await page.edges).map(({ id }) => id)).toEqual(['A1', 'A2']);
    expect(await page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: encodeCursor(order, [1, 'A1']),
      endCursor: encodeCursor(order, [2, 'A2']),
    });
    expect(fetched).toEqual(['rows']);
    const named = byWorks('works', ({ works, id }: { works: number; id: string }) => [works, id]);
    const keyless = new Page(
      async () => [{ works: 7, id: 'A7' }],
      args(2).params(named),
      named,
      ({ id }) => id,
    );
    expect((await keyless.edges).map(({ cursor, node }) => [cursor, node])).toEqual([
      [encodeCursor(named, [7, 'A7']), 'A7'],
    ]);
    const last = new Page(fetch(2), args(2).params(order), order, node, () => 0);
    expect((await last.pageInfo).hasNextPage).toBe(false);
    const none = new Page(fetch(1), args(0).params(order), order, node, () => 1);
    expect(await none.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});
