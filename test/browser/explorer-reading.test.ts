import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  artefacts,
  describeInBrowser,
  openPage,
  startBrowser,
  violations,
  type WatchedPage,
} from '../support/chromium.js';

const ADDRESS = '/explore/demo:jingzhao-zhang';
const WIDTHS = { phone: 390, tablet: 820, desk: 1_280 } as const;

describeInBrowser('the explorer, by keyboard, as a list and for every reader', () => {
  let app: TestApp;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  afterEach(() => page?.context().close());

  const open = async (query = '', options: BrowserContextOptions = {}) => {
    watched = await openPage(browser, app.address, { reducedMotion: 'reduce', ...options });
    page = watched.page;
    await page.goto(ADDRESS + query);
    await page.locator('.graph-view[data-settled], .node-table').first().waitFor();
  };
  const node = (name: RegExp) => page.locator('.graph-view').getByRole('button', { name });
  const focused = () => page.locator('.graph-view :focus').getAttribute('aria-label');
  const says = (text: RegExp) =>
    page.locator('.explorer > [role="status"]', { hasText: text }).waitFor({ state: 'attached' });
  const row = (name: RegExp) => page.getByRole('row', { name });

  test('one stop of Tab; arrows, Enter, Escape, E, P, H and C do all that the mouse does', async () => {
    await open('?depth=1');
    expect(await page.locator('.graph-view [tabindex="0"]').count()).toBe(1);
    await page.locator('.graph-view [tabindex="0"]').focus();
    expect(await focused()).toMatch(/^Jingzhao Zhang, researcher/);
    await page.keyboard.press('ArrowUp');
    const reached = await focused();
    expect(reached).not.toMatch(/^Jingzhao Zhang/);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'About what was chosen' });
    await panel.getByRole('heading', { name: 'Why connected' }).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('explorer-side chosen');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Around Jingzhao Zhang' }).waitFor();
    expect(await focused()).toBe(reached);
    await node(/^Suvrit Sra/).focus();
    await page.keyboard.press('p');
    await says(/^Suvrit Sra pinned\.$/);
    await page.keyboard.press('e');
    await says(/^20 nodes added around Suvrit Sra\.$/);
    const before = await node(/^Ali Jadbabaie/).getAttribute('transform');
    await page.keyboard.press('+');
    await page.locator(`.graph-view [aria-label^="Ali Jadbabaie"]:not([transform="${before}"])`).waitFor();
    await page.keyboard.press('0');
    await node(/^Ali Jadbabaie/).focus();
    await page.keyboard.press('h');
    await says(/^Ali Jadbabaie hidden\.$/);
    await node(/^Suvrit Sra/).focus();
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Suvrit Sra' }).waitFor();
    expect(watched.troubles).toEqual([]);
  });

  test('the focus can be seen, and every node can be hit in 24 pixels', async () => {
    await open();
    await node(/^Suvrit Sra/).focus();
    await page.keyboard.press('ArrowLeft');
    const ring = await page.evaluate("getComputedStyle(document.querySelector('.graph-view :focus .hit')).strokeWidth");
    expect(Number.parseFloat(String(ring))).toBeGreaterThanOrEqual(2);
    const sizes = (await page.evaluate(
      "[...document.querySelectorAll('.graph-view .hit')].map((hit) => hit.getBoundingClientRect().width)",
    )) as number[];
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(23.9);
  });

  test('the list is a table by kind, with the same filters and actions', async () => {
    await open('?view=list&depth=1&years=2021-2022');
    await page.locator('.fits').waitFor();
    expect(await page.getByRole('rowheader', { name: /^Researchers/ }).count()).toBe(1);
    expect(await row(/^Suvrit Sra/).innerText()).toMatch(/35 works\s+6 joint works/);
    expect(await row(/Intrinsic long range/).count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await row(/Intrinsic long range/).waitFor();
    await page.getByRole('button', { name: 'Year', exact: true }).click();
    const works = await page.locator('.node-table tbody').nth(1).locator('td:nth-child(2)').allInnerTexts();
    const years = works.map(Number);
    expect(years).toEqual([...years].sort((one, other) => other - one));
    await page.getByRole('button', { name: 'Hide Ali Jadbabaie' }).click();
    await row(/^Ali Jadbabaie/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Expand Suvrit Sra' }).click();
    await says(/^20 nodes added around Suvrit Sra\.$/);
    await row(/^Suvrit Sra/)
      .getByRole('button', { name: 'Suvrit Sra', exact: true })
      .click();
    await page.getByText('have 6 joint works:').waitFor();
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await page.locator('.graph-view[data-settled]').waitFor();
    expect(await node(/^Suvrit Sra/).getAttribute('aria-pressed')).toBe('true');
    expect(watched.troubles).toEqual([]);
  });

  test('an address shows another reader the same', async () => {
    const query =
      '?depth=1&without=topics&years=2019-2024&joint=1&at=demo:suvrit-sra&open=demo:suvrit-sra&hide=demo:ali-jadbabaie&pin=-150,40,demo:hongzhou-lin&via=T11612';
    await open(query);
    await page.getByText('have 6 joint works:').waitFor();
    await page.locator('.graph-view .node').nth(50).waitFor({ state: 'attached' });
    expect(await node(/^Ali Jadbabaie/).isVisible()).toBe(false);
    expect(
      await node(/, topic, /)
        .first()
        .isVisible(),
    ).toBe(false);
    expect(await node(/^Hongzhou Lin/).getAttribute('class')).toContain('pinned');
    expect(await page.getByLabel('Last year').inputValue()).toBe('2024');
    await page.getByRole('link', { name: 'Optimization Methods in Machine Learning' }).waitFor();
    const drawn = await page.locator('.graph-view .node').count();
    await page.reload();
    await page.locator('.graph-view[data-settled]').waitFor();
    await page.locator('.graph-view .node').nth(50).waitFor({ state: 'attached' });
    expect(await page.locator('.graph-view .node').count()).toBe(drawn);
    expect(watched.troubles).toEqual([]);
  });

  test('a wheel scrolls the page, and zooms with Ctrl', async () => {
    await open('', { viewport: { width: 1_280, height: 500 } });
    const at = () => node(/^Suvrit Sra/).getAttribute('transform');
    const before = await at();
    await page.locator('.graph-view').hover({ position: { x: 20, y: 20 } });
    await page.mouse.wheel(0, 150);
    while ((await page.evaluate('scrollY')) === 0) await page.waitForTimeout(50);
    expect(await at()).toBe(before);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -150);
    await page.keyboard.up('Control');
    await page.locator(`.graph-view [aria-label^="Suvrit Sra"]:not([transform="${before}"])`).waitFor();
  });

  test('says what is not there, and goes on when the server can be reached again', async () => {
    watched = await openPage(browser, app.address);
    page = watched.page;
    await page.goto('/explore/demo:nobody');
    await page.getByRole('heading', { name: 'There is no node “demo:nobody”' }).waitFor();
    await page.waitForFunction("document.title === 'No such node · Research graph'");
    await page.goto(`${ADDRESS}?depth=1`);
    await page.locator('.graph-view[data-settled]').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Reach').selectOption('3 steps');
    await page.getByText('The server cannot be reached.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The server cannot be reached.').waitFor({ state: 'hidden' });
    await page.getByText(/^110 nodes and/).waitFor();
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each(['', '?at=demo:suvrit-sra', '?view=list', '?years=2020-&from=demo:jingzhao-zhang&to=demo:julien-mairal'])(
      'axe finds nothing to object to: explorer%s',
      async (query) => {
        await open(query, { colorScheme });
        if (query.includes('at=')) await page.getByText('have 6 joint works:').waitFor();
        if (query.includes('to=')) await page.locator('.story .reason').first().waitFor();
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        expect(await violations(page)).toEqual([]);
        expect(watched.troubles).toEqual([]);
      },
    );
  });

  test.each(Object.entries(WIDTHS))('on a %s it fits, without scrolling sideways', async (device, width) => {
    for (const [name, query] of Object.entries({ graph: '', chosen: '?at=demo:suvrit-sra', list: '?view=list' })) {
      await open(query, { viewport: { width, height: 820 } });
      if (name === 'chosen') await page.getByText('have 6 joint works:').waitFor();
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      await page.screenshot({ path: join(artefacts, `explorer-${name}-${device}.png`) });
      if (name !== 'list') await page.context().close();
    }
  });
});
