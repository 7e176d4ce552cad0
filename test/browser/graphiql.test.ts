import type { Browser } from 'playwright-core';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { describeInBrowser, openPage, startBrowser } from '../support/chromium.js';

describeInBrowser('GraphiQL', () => {
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

  test('has the examples as tabs, answers them, and asks nothing of another machine', async () => {
    const { page, troubles } = await openPage(browser, app.address);
    await page.goto('/graphiql');
    await page.getByRole('tab', { name: 'InContext' }).waitFor();
    const editor = (text: RegExp) => page.locator('.graphiql-query-editor', { hasText: text }).waitFor();
    await editor(/query\sInContext/);
    expect(await page.getByRole('tab').count()).toBeGreaterThan(4);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response', { hasText: /Jingzhao\sZhang/ }).waitFor();
    await page.getByRole('tab', { name: 'Profile' }).click();
    await editor(/query\sProfile/);
    await page.getByRole('button', { name: /documentation explorer/i }).click();
    await page.getByText('Root Types').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('an address with a query opens it, also where a browser was sent to the API', async () => {
    const { page, troubles } = await openPage(browser, app.address);
    const query = encodeURIComponent('query Mine { graph { maxAuthors } }');
    await page.goto(`/graphql?query=${query}`);
    expect(new URL(page.url()).pathname).toBe('/graphiql');
    await page.locator('.graphiql-query-editor', { hasText: 'maxAuthors' }).waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response', { hasText: '100' }).waitFor();
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    await page.getByRole('tab', { name: 'InContext' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
