import { clickedYears, readChoice, worksVariables } from '../../web/src/parts/works-query.js';
import { explorerOf, pathOf, routeOf } from '../../web/src/route.js';
import { webAddress } from '../../web/src/text/address.js';

describe('an address names a page', () => {
  test.each([
    ['/', { page: 'home' }],
    ['/researcher/demo:jingzhao-zhang', { page: 'researcher', id: 'demo:jingzhao-zhang' }],
    ['/work/arxiv:hep-th/9901001', { page: 'work', id: 'arxiv:hep-th/9901001' }],
    ['/work/https%3A%2F%2Fdoi.org%2F10.1%2Fx', { page: 'work', id: 'https://doi.org/10.1/x' }],
    ['/explore/A1', { page: 'explore', id: 'A1' }],
    ['/account', { page: 'account' }],
    ['/researcher/', { page: 'nothing' }],
    ['/researcher/%ff', { page: 'nothing' }],
    ['/elsewhere', { page: 'nothing' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  test.each(['demo:x', 'arxiv:hep-th/9901001', 'a?b#c d%e', 'https://doi.org/10.1/x'])(
    '%s leads back to itself',
    (id) => {
      for (const [path, page] of [
        [pathOf('WORK', id), 'work'],
        [explorerOf(id), 'explore'],
      ] as const)
        expect(routeOf(new URL(path, 'http://127.0.0.1').pathname)).toEqual({ page, id });
    },
  );
});

describe('works are chosen by the address', () => {
  const choice = (text: string) => readChoice(new URLSearchParams(text));

  test('what it says goes to the API', () => {
    expect(worksVariables(choice('years=2019-2021&type=preprint&topic=T1&topic=T2&order=title'))).toEqual({
      filter: { yearFrom: 2019, yearTo: 2021, types: ['preprint'], topicIds: ['T1', 'T2'] },
      orderBy: { by: 'TITLE', direction: 'ASC' },
    });
    expect(choice('years=2020').years).toEqual([2020, 2020]);
  });

  test('what cannot be read is not chosen', () => {
    expect(choice('years=soon&order=constructor')).toEqual({ years: null, types: [], topics: [], order: 'newest' });
  });

  test('a click on a year chooses it, on another all between, on the same none', () => {
    expect(clickedYears(null, [2020, 2020])).toEqual([2020, 2020]);
    expect(clickedYears([2020, 2020], [2017, 2017])).toEqual([2017, 2020]);
    expect(clickedYears([2017, 2020], [2019, 2019])).toEqual([2019, 2019]);
    expect(clickedYears([2020, 2020], [2020, 2020])).toBeNull();
  });
});

test('only addresses of the web become links', () => {
  expect(webAddress('https://example.org/')).toBe('https://example.org/');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '//example.org', '', null])
    expect(webAddress(bad)).toBeUndefined();
});
