import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { startApp } from '../../src/app.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp, testConfig } from '../support/app.js';
import { describeInBrowser, openPage, startBrowser, type WatchedPage } from '../support/chromium.js';

/** An abstract as OpenAlex keeps it: each word with its places. */
const inverted = (text: string) => {
  const words = text.split(' ');
  return Object.fromEntries(words.map((word) => [word, words.flatMap((other, at) => (other === word ? [at] : []))]));
};

const ABSTRACT =
  'For $L$-smooth costs the step is less than $2/L$, so \\emph{gradient clipping} helps by 50\\% --- <b>always</b>.';

describeInBrowser('the start, the search and what may go wrong', () => {
  let app: TestApp;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    const more = { abstract_inverted_index: inverted(ABSTRACT) };
    const added = [work({ id: 'W1', title: 'On $\\mathbb{R}^n$', by: ['A1'], about: ['T1'], more })];
    await importOnline(app.graph.database, inBatches(added), { maxAuthors: 100 });
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    watched = await openPage(browser, app.address);
    page = watched.page;
  });
  afterEach(() => page?.context().close());

  test('shows the search, the size of the graph, its sources, and ways in', async () => {
    await page.goto('/');
    await page.getByText('149 researchers').waitFor();
    await page.getByText(/Imported from demo \(70 records, .*\); openalex \(\d+ records?/).waitFor();
    await page.getByRole('link', { name: 'Jingzhao Zhang' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Jingzhao Zhang' }).waitFor();
    expect(watched.troubles).toEqual([]);
  });

  test('finds while one types, by the keyboard alone', async () => {
    await page.goto('/');
    const search = page.getByRole('combobox', { name: /^Search/ });
    await search.focus();
    await page.keyboard.type('suvr');
    const first = page.getByRole('option', { name: /Suvrit Sra/ });
    await first.waitFor();
    expect(await search.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await search.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    expect(await first.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Suvrit Sra' }).waitFor();
    // The search of the other pages is at the top.
    await search.focus();
    await page.keyboard.type('no such thing at all');
    await page.getByText('Nothing is called “no such thing at all”.').waitFor();
    await page.keyboard.press('Escape');
    expect(await search.getAttribute('aria-expanded')).toBe('false');
    expect(watched.troubles).toEqual([]);
  });

  test('abstracts are set as their authors meant them, and KaTeX comes only where there is a formula', async () => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto('/');
    await page.getByText('149 researchers').waitFor();
    expect(fetched.filter((path) => /katex/i.test(path))).toEqual([]);
    await page.goto('/work/W1');
    const abstract = page.locator('#abstract p');
    await abstract.locator('.katex').nth(1).waitFor();
    expect(await abstract.locator('em').innerText()).toBe('gradient clipping');
    expect(await abstract.locator('b').count()).toBe(0);
    expect(await abstract.innerText()).toContain('helps by 50% — <b>always</b>.');
    expect(fetched.filter((path) => /katex.*\.js/i.test(path))).not.toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  test('says what is not there', async () => {
    await page.goto('/researcher/demo:nobody');
    await page.getByRole('heading', { name: 'There is no researcher “demo:nobody”' }).waitFor();
    await page.goto('/nothing/of/the/kind');
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    await page.goto('/login/callback?code=x&state=y');
    await page.getByText('This login was not begun here.').waitFor();
  });

  test('says that the server cannot be reached, and goes on when it can', async () => {
    await page.goto('/');
    await page.getByText('149 researchers').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Jingzhao Zhang' }).first().click();
    await page.getByText('The server cannot be reached.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jingzhao Zhang' }).waitFor();
  });

  test('says when it answers again, where a caller has asked too much', async () => {
    const limited = await startApp(app.graph, { ...testConfig(), rateLimit: 1 }, pino({ level: 'silent' }));
    try {
      await page.goto(`${limited.address}/topic/T11612`);
      await page
        .getByText(/more than the server gives in a minute\. It answers again in (a moment|\d+ (seconds|minutes))\./)
        .first()
        .waitFor();
    } finally {
      await page.context().close();
      await limited.close();
    }
  });
});
