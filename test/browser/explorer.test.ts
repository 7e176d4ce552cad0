import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { artefacts, describeInBrowser, openPage, startBrowser, type WatchedPage } from '../support/chromium.js';

const ADDRESS = '/explore/demo:jingzhao-zhang';

describeInBrowser('the explorer, by mouse', () => {
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
  beforeEach(async () => {
    watched = await openPage(browser, app.address, { reducedMotion: 'reduce' });
    page = watched.page;
  });
  afterEach(async () => {
    expect(watched.troubles).toEqual([]);
    await page.context().close();
  });

  const settled = () => page.locator('.graph-view[data-settled]').waitFor();
  const open = async (query = '') => {
    await page.goto(ADDRESS + query);
    await settled();
  };
  const node = (name: string | RegExp) => page.locator('.graph-view').getByRole('button', { name });
  const nodes = () => page.locator('.graph-view .node:visible').count();
  const place = (name: string | RegExp) => node(name).getAttribute('transform');
  const panel = () => page.getByRole('region', { name: 'About what was chosen' });
  const says = (text: string | RegExp) =>
    page.locator('.explorer > [role="status"]', { hasText: text }).waitFor({ state: 'attached' });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const search = () => new URL(page.url()).searchParams;

  test('begins with some hundred nodes, nearest first, and says how many there are', async () => {
    await open();
    expect(await page.title()).toBe('Around Jingzhao Zhang · Research graph');
    const count = await nodes();
    expect(count).toBeGreaterThanOrEqual(60);
    expect(count).toBeLessThanOrEqual(120);
    expect(
      await page.getByText('20 researchers, 8 works, 5 topics are connected directly; 33 of 33 shown.').count(),
    ).toBe(1);
    expect(await page.getByRole('list', { name: 'Kinds shown' }).innerText()).toMatch(
      /40 researchers\s+40 works\s+15 topics/,
    );
  });

  test('hovering leaves a node with its neighbours, and the others fade', async () => {
    await open();
    await node(/^Suvrit Sra/).hover();
    await page.locator('.graph-view .node.faded').first().waitFor();
    const opacity = await page.evaluate(
      "getComputedStyle(document.querySelector('.graph-view .node.faded path')).fillOpacity",
    );
    expect(opacity).toBe('0.12');
    expect(await node(/^Jingzhao Zhang/).getAttribute('class')).not.toContain('faded');
  });

  test('a click tells what it is and why it is connected, with the evidence', async () => {
    await open();
    await node(/^Suvrit Sra/).click();
    await panel().getByText('Jingzhao Zhang and Suvrit Sra have 6 joint works:').waitFor();
    await panel().getByText('and 1 other').waitFor();
    expect(await panel().locator('.evidence li').count()).toBe(5);
    await panel().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Around Jingzhao Zhang' }).waitFor();
    await node(/^Why gradient clipping accelerates training/).click();
    await panel().getByText('Jingzhao Zhang wrote this work.').waitFor();
    await panel().getByRole('heading', { name: 'Abstract' }).waitFor();
    await panel()
      .getByText(/2020 · .*citation/)
      .waitFor();
  });

  test('a node that is not joined to the centre is told by the way that leads there', async () => {
    await open();
    await page.getByLabel('Find', { exact: true }).fill('julien');
    await node(/^Julien Mairal/).click();
    await panel()
      .getByText(/^Not with Jingzhao Zhang directly, but in 2 steps: Julien Mairal → .+ → Jingzhao Zhang\.$/)
      .waitFor();
    expect(await panel().locator('.steps .reason').count()).toBeGreaterThanOrEqual(2);
  });

  test('a double click adds at most twenty neighbours, beside those that stay where they are, and Back takes them away', async () => {
    await open();
    const before = await nodes();
    await node(/^Suvrit Sra/).click();
    await panel().getByText('48 of 89 neighbours shown, 41 remain').waitFor();
    const stays = await place(/^Ali Jadbabaie/);
    await node(/^Suvrit Sra/).dblclick();
    await says('20 nodes added around Suvrit Sra.');
    await settled();
    expect(await nodes()).toBe(before + 20);
    expect(await place(/^Ali Jadbabaie/)).toBe(stays);
    await panel().getByText('68 of 89 neighbours shown, 21 remain').waitFor();
    await page.goBack();
    await panel().getByText('48 of 89 neighbours shown').waitFor();
    expect(await nodes()).toBe(before);
  });

  test('dragging pins a node, hiding takes it away, and both can be taken back', async () => {
    await open();
    const box = await node(/^Ali Jadbabaie/).boundingBox();
    if (!box) throw new Error('The node has no place');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 10, { steps: 3 });
    await page.mouse.up();
    await says('Ali Jadbabaie pinned.');
    expect(search().getAll('pin')).toHaveLength(1);
    expect(search().get('at')).toBeNull();
    await button('Let them go').click();
    expect(search().has('pin')).toBe(false);
    await node(/^Ali Jadbabaie/).click();
    await panel().getByRole('button', { name: 'Hide' }).click();
    await node(/^Ali Jadbabaie/).waitFor({ state: 'hidden' });
    await button('Show Ali Jadbabaie').click();
    await node(/^Ali Jadbabaie/).waitFor();
  });

  test('a dragged node takes its links and its label along, and dropped all is drawn as if it had been there before', async () => {
    await open();
    // Runs in the page: how many pixels are drawn on the still canvas, and on that of a drag, null where it is hidden.
    const ink = (): Promise<{ still: number; dragged: number | null; picture: string }> =>
      page.evaluate(`(() => {
        const [still, dragged] = document.querySelectorAll('.graph-view canvas');
        const filled = (canvas) => {
          const { width, height } = canvas;
          const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          return copy.getImageData(0, 0, width, height).data.filter((value, at) => at % 4 === 3 && value > 0).length;
        };
        return { still: filled(still), dragged: dragged.hidden ? null : filled(dragged), picture: still.toDataURL() };
      })()`);
    // Somebody whose name stands beside the node, the centre apart.
    const name = (await page.locator('.graph-view text.researcher:not(.center)').first().textContent()) ?? '';
    const label = page.locator('.graph-view text', { hasText: name });
    const box = await node(new RegExp(`^${name}`)).boundingBox();
    if (!box) throw new Error('The node has no place');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const before = await ink();
    expect(before.dragged).toBeNull();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y, { steps: 4 });
    const first = await ink();
    const labelFirst = await label.boundingBox();
    await page.mouse.move(x + 60, y, { steps: 4 });
    const second = await ink();
    expect(first.dragged).toBeGreaterThan(0);
    expect(second.picture).toBe(first.picture);
    expect((await label.boundingBox())?.x).toBeCloseTo((labelFirst?.x ?? 0) + 40, 0);
    await page.mouse.up();
    await says(`${name} pinned.`);
    const dropped = await ink();
    expect(dropped.dragged).toBeNull();
    expect(dropped.still).toBeGreaterThan(second.still);
  });

  test('another node becomes the centre; the trail and Back lead to the old one', async () => {
    await open('?depth=1');
    await node(/^Suvrit Sra/).click();
    await button('Make it the centre').click();
    await page.getByRole('heading', { level: 1, name: 'Suvrit Sra' }).waitFor();
    const trail = page.getByRole('navigation', { name: 'Trail' });
    await trail.getByRole('link', { name: 'Jingzhao Zhang' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Jingzhao Zhang' }).waitFor();
    await page.goForward();
    await trail.getByRole('link', { name: 'Jingzhao Zhang' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jingzhao Zhang' }).waitFor();
    expect(search().get('depth')).toBe('1');
  });

  test('filters fade what does not fit, without moving anything, and kinds are left out', async () => {
    await open();
    const stays = await place(/^Suvrit Sra/);
    await page.getByLabel('First year').fill('2022');
    await page.getByLabel('First year').press('Enter');
    await page.getByText(/^\d+ of \d+ nodes fit/).waitFor();
    await page.locator('.graph-view .work.faded').first().waitFor();
    expect(await place(/^Suvrit Sra/)).toBe(stays);
    await button('Show all').click();
    await page.getByLabel('Joint works, at least').fill('2');
    await page.getByLabel('Joint works, at least').press('Enter');
    await page.locator('.legend', { hasText: /\b\d+ of 40 researchers/ }).waitFor();
    await button(/40 researchers$/).click();
    await node(/^Suvrit Sra/).waitFor({ state: 'hidden' });
    expect(await node(/^Optimization Methods/).isVisible()).toBe(true);
    expect(search().getAll('without')).toEqual(['researchers']);
  });

  test('a name is found and flown to', async () => {
    await open();
    const far = await place(/^Weiyi Gong/);
    await page.getByLabel('Find', { exact: true }).fill('weiyi');
    await page.getByLabel('Find', { exact: true }).press('Enter');
    await page.getByText('1 of 110 nodes fits').waitFor();
    await page.locator(`.graph-view [aria-label^="Weiyi Gong"]:not([transform="${far}"])`).waitFor();
    expect(search().get('text')).toBe('weiyi');
  });

  test('a path to somebody is drawn and told in words, with its evidence', async () => {
    await open('?depth=1');
    await page.getByRole('combobox', { name: 'The other end of a path from Jingzhao Zhang' }).fill('julien mai');
    await page.getByRole('option', { name: /Julien Mairal/ }).click();
    await page.getByText(/^Jingzhao Zhang and Julien Mairal are 2 steps apart\.$/).waitFor();
    expect(await page.locator('.story .reason').count()).toBe(2);
    expect(await page.locator('.story .evidence li').count()).toBeGreaterThanOrEqual(2);
    await node(/^Julien Mairal/).waitFor();
    expect(search().get('to')).toBe('demo:julien-mairal');
    await button('Forget the path').click();
    expect(search().has('to')).toBe(false);
  });

  const saved = async (download: Download, name: string) => {
    const path = join(artefacts, name);
    await download.saveAs(path);
    return readFileSync(path);
  };
  const exported = async (name: string) => {
    const downloading = page.waitForEvent('download');
    await page.locator('.menu-body').getByText(name, { exact: true }).click();
    return downloading;
  };

  test('what is shown is saved as a picture, and the same slice as data', async () => {
    await open('?depth=1&without=works');
    await page.getByText('Export', { exact: true }).click();
    const svg = await exported('SVG');
    expect(svg.suggestedFilename()).toBe('Around Jingzhao Zhang.svg');
    const drawing = (await saved(svg, 'explorer.svg')).toString();
    expect(drawing).toContain('>Suvrit Sra</text>');
    expect(drawing).not.toContain('gradient clipping');
    const png = await saved(await exported('PNG'), 'explorer.png');
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    const json = JSON.parse((await saved(await exported('JSON'), 'explorer.json')).toString());
    expect(json.nodes.filter(({ type }: { type: string }) => type === 'WORK')).toEqual([]);
    expect(json.nodes).toHaveLength(26);
    for (const [name, ending] of Object.entries({
      GraphML: 'graphml',
      'GEXF, for Gephi': 'gexf',
      'CSV of the nodes': 'csv',
    }))
      expect((await exported(name)).suggestedFilename()).toMatch(new RegExp(`^Jingzhao Zhang.*\\.${ending}$`));
  });

  test('the question behind the view opens in GraphiQL', async () => {
    await open('?depth=1&years=2020-2022');
    await page.getByText('Export', { exact: true }).click();
    await page.getByRole('link', { name: 'Open this query in GraphiQL' }).click();
    await page.locator('.graphiql-query-editor', { hasText: 'neighbourhood' }).waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response', { hasText: 'distance' }).waitFor();
  });
});
