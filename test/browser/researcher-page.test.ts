import type { Browser, Page } from 'playwright-core';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { describeInBrowser, openPage, startBrowser, type WatchedPage } from '../support/chromium.js';

const ADDRESS = '/researcher/demo:jingzhao-zhang';

describeInBrowser('the page of a researcher', () => {
  let app: TestApp;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    watched = await openPage(browser, app.address, { reducedMotion: 'reduce' });
    page = watched.page;
    await page.goto(ADDRESS);
  });
  afterEach(async () => {
    expect(watched.troubles).toEqual([]);
    await page.context().close();
  });

  const settled = () => page.locator('.graph-view[data-settled]').waitFor();
  const node = (name: RegExp) => page.locator('.graph-view').getByRole('button', { name });
  const works = () => page.locator('#works ol > li');
  const narrowedTo = async (count: number) => {
    await page.locator('.works-bar', { hasText: `${count} of 8 works` }).waitFor();
    expect(await works().count()).toBe(count);
  };

  test('says who it is, how far the record may be relied on, and how the points come about', async () => {
    await page.getByRole('heading', { level: 1, name: 'Jingzhao Zhang' }).waitFor();
    expect(await page.title()).toBe('Jingzhao Zhang · Research graph');
    const text = await page.locator('main').innerText();
    for (const said of ['Affiliation not imported', 'Open to collaborate', 'Emerging', 'L1', 'Unclaimed'])
      expect(text).toContain(said);
    expect(await page.locator('.figures').innerText()).toMatch(/8\s+works.*0\s+followers.*5\s+topics.*3\s+close/s);
    await page.getByText('How the 21 points come about').click();
    const points = await page.locator('.components td.number').allInnerTexts();
    expect(points).toHaveLength(5);
    expect(points.reduce((sum, each) => sum + Number.parseInt(each, 10), 0)).toBe(21);
  });

  test('warns that the record mixes two people, and shows them side by side', async () => {
    const warning = page.getByRole('region', { name: 'This record probably mixes two people' });
    const groups = warning.locator('article');
    await groups.first().waitFor();
    const [main, other] = await groups.allInnerTexts();
    expect(main).toMatch(/^7 works, 2020–2026/);
    expect(main).toContain('Suvrit Sra');
    expect(other).toMatch(/^1 work, 2019\s+Another person: \d+ % likely/);
    expect(other).toContain('Magnetic Skyrmions and Spintronics');
    expect(other).toMatch(/Why\s+\S/);
  });

  test('offers to follow, claim and invite, and says what each needs', async () => {
    const actions = page.getByRole('region', { name: 'Stay in touch' });
    await actions.getByRole('button', { name: 'Log in to follow' }).waitFor();
    expect(await actions.getByRole('button', { name: 'Log in to claim' }).isEnabled()).toBe(true);
    expect(await actions.getByRole('button', { name: 'Invite to collaborate' }).isDisabled()).toBe(true);
    expect(await actions.innerText()).toContain('an invitation would reach no one');
  });

  test('draws the researcher in context, and tells why a node is connected, with the evidence', async () => {
    await settled();
    expect(await page.locator('.graph-view .node').count()).toBe(34);
    await node(/^Suvrit Sra, researcher, \d+ works$/).click();
    const panel = page.locator('.connection');
    await panel.getByText('6 joint works').waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(4);
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Collaborators' }).waitFor();
    await page.getByRole('button', { name: '20 researchers' }).click();
    await node(/^Suvrit Sra/).waitFor({ state: 'hidden' });
    expect(await node(/^Optimization Methods/).isVisible()).toBe(true);
  });

  test('the graph is one stop of the Tab key, and arrows, Enter and Escape do the rest', async () => {
    await settled();
    await node(/^Jingzhao Zhang/).focus();
    expect(await page.locator('.graph-view [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    const reached = await page.locator('.graph-view :focus').getAttribute('aria-label');
    expect(reached).not.toContain('Jingzhao Zhang');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why connected' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Collaborators' }).waitFor();
  });

  test('works are narrowed by year, topic and order, in the address, and Back widens them again', async () => {
    await works().first().waitFor();
    expect(await works().count()).toBe(8);
    expect(await page.locator('#works h3').first().innerText()).toContain('Data Difficulty and the Generalization–');
    await page.getByRole('button', { name: '2022: 3 works' }).click();
    await narrowedTo(3);
    expect(page.url()).toContain('years=2022-2022');
    await page.getByRole('button', { name: '2020: 2 works' }).click();
    await narrowedTo(6);
    await page
      .locator('#works')
      .getByRole('button', { name: /^Neural Network Fundamentals/ })
      .click();
    await narrowedTo(3);
    await page.goBack();
    await narrowedTo(6);
    await page.reload();
    await narrowedTo(6);
    await page.getByRole('button', { name: 'Show all works' }).click();
    await page.getByLabel('Order').selectOption('Oldest first');
    await page.locator('#works li:first-child h3', { hasText: 'Intrinsic long range' }).waitFor();
    expect(new URL(page.url()).search).toBe('?order=oldest');
  });

  test('follows links without loading anew, to pages of works, topics and institutions', async () => {
    await page.evaluate('globalThis.stayed = true');
    await page
      .getByRole('link', { name: 'Understanding the unstable convergence of gradient descent' })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Understanding the unstable convergence/ }).waitFor();
    expect(await page.evaluate('globalThis.stayed')).toBe(true);
    await page.locator('#graph').getByRole('link', { name: 'Optimization Methods in Machine Learning' }).click();
    await page.getByRole('heading', { level: 1, name: 'Optimization Methods in Machine Learning' }).waitFor();
    await page.getByText('Show more works').click();
    await page.locator('#works ol > li').nth(35).waitFor();
    await page.goto('/institution/demo:massachusetts-institute-of-technology');
    await page.getByRole('heading', { level: 1, name: 'Massachusetts Institute of Technology' }).waitFor();
    await page.getByRole('heading', { name: 'Partners' }).waitFor();
  });
});
