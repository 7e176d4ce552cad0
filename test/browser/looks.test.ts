import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { artefacts, describeInBrowser, openPage, startBrowser, violations } from '../support/chromium.js';

const PAGES = {
  start: '/',
  researcher: '/researcher/demo:jingzhao-zhang',
  work: '/work/arxiv:2204.01050',
  topic: '/topic/T11612',
  institution: '/institution/demo:massachusetts-institute-of-technology',
  explorer: '/explore/demo:suvrit-sra',
} as const;
const WIDTHS = { phone: 390, tablet: 820, desk: 1_280 } as const;

describeInBrowser('every page', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function shown(path: string, options: Parameters<typeof openPage>[2]) {
    const watched = await openPage(browser, app.address, { reducedMotion: 'reduce', ...options });
    await watched.page.goto(path);
    await watched.page.getByRole('heading', { level: 1 }).waitFor();
    if (path !== '/') await watched.page.locator('.graph-view[data-settled]').waitFor();
    await watched.page.waitForLoadState('networkidle');
    return watched;
  }

  test.each(Object.entries(PAGES))('%s: axe finds nothing to object to, in either theme', async (name, path) => {
    const { page, troubles } = await shown(path, { colorScheme: 'light' });
    for (const summary of await page.locator('summary').all()) await summary.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ colorScheme, found: await violations(page) }).toEqual({ colorScheme, found: [] });
      await page.screenshot({ path: join(artefacts, `${name}-${colorScheme}.png`), fullPage: true });
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each(Object.entries(PAGES))('%s: fits on every device, without scrolling sideways', async (name, path) => {
    const { page } = await shown(path, { viewport: { width: WIDTHS.phone, height: 900 } });
    for (const [device, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => {
        const { document } = globalThis as unknown as {
          document: { documentElement: { scrollWidth: number; clientWidth: number } };
        };
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      expect({ device, overflow }).toEqual({ device, overflow: 0 });
      await page.screenshot({ path: join(artefacts, `${name}-${device}.png`), fullPage: true });
    }
    await page.context().close();
  });

  test('the researcher page reads aloud in the order of its parts', async () => {
    const { page } = await shown(PAGES.researcher, {});
    const snapshot = await page.locator('main').ariaSnapshot();
    const headings = [...snapshot.matchAll(/- heading "(.+)" \[level=[12]\]/g)].map(([, name]) => name);
    expect(headings).toEqual([
      'Jingzhao Zhang',
      'Trust at a glance',
      'This record probably mixes two people',
      'Stay in touch',
      'In context',
      'Published work',
    ]);
    expect(snapshot).toContain('- group "Graph around Jingzhao Zhang.');
    expect(snapshot).toMatch(/- button "Suvrit Sra, researcher, 35 works"/);
    expect(snapshot).toContain('- combobox "Order"');
    await page.context().close();
  });
});
