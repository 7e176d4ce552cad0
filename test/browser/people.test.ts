import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openPage, startBrowser, type WatchedPage } from '../support/chromium.js';
import { openTestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { type ServeCommand, startServe } from '../support/serve-command.js';

const SEED = '/researcher/demo:jingzhao-zhang';
const OTHER = '/researcher/demo:suvrit-sra';

describeInBrowser('people who log in on the page', () => {
  let home: string;
  let app: ServeCommand;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    const graph = await openTestDatabase();
    await wipe(graph);
    await graph.database.close();
    home = newHome('people-');
    app = await startServe(home);
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    rmSync(home, { recursive: true });
  });
  beforeEach(async () => {
    watched = await openPage(browser, app.address, { reducedMotion: 'reduce' });
    page = watched.page;
  });
  afterEach(async () => {
    expect(watched.troubles).toEqual([]);
    await page.context().close();
  });

  const actions = () => page.getByRole('region', { name: 'Stay in touch' });
  const action = (name: string) => actions().getByRole('button', { name, exact: true });

  async function logInBy(button: string, name: string): Promise<void> {
    await action(button).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Log out' }).waitFor();
  }

  test('a login leads back to where it began, and no token is kept where another page finds it', async () => {
    await page.goto(`${SEED}?years=2022-2022`);
    await logInBy('Log in to follow', 'reader');
    expect(page.url()).toBe(`${app.address}${SEED}?years=2022-2022#actions`);
    await page.locator('#actions:focus').waitFor();
    await page.getByText('reader', { exact: true }).waitFor();
    const kept = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])';
    expect(await page.evaluate(kept)).not.toMatch(/eyJ/);
    await page.getByRole('button', { name: 'Log out' }).click();
    await action('Log in to follow').waitFor();
    await logInBy('Log in to follow', 'another');
    await page.getByText('another', { exact: true }).waitFor();
  });

  test('follows and unfollows; the number of followers is right at once', async () => {
    await page.goto(SEED);
    await logInBy('Log in to follow', 'follower');
    await action('Follow').click();
    await action('Following').waitFor();
    await actions().getByText('1 person follows here').waitFor();
    await page.locator('.figures', { hasText: /1\s+follower(?!s)/ }).waitFor();
    await action('Following').click();
    await action('Follow').waitFor();
    await actions().getByText('0 people follow here').waitFor();
  });

  test('claims a record, sees that it waits for a moderator, and takes the claim back', async () => {
    await page.goto(OTHER);
    await logInBy('Log in to claim', 'claimant');
    await page.getByLabel(/^What shows that it is you/).fill('My home page names these works.');
    await action('Claim this record').click();
    await actions().getByText('Your claim waits for a moderator.').waitFor();
    await page.locator('.action :focus', { hasText: 'Your claim is made.' }).waitFor();
    await action('Withdraw the claim').click();
    await action('Claim this record').waitFor();
    await page.locator('.action :focus', { hasText: 'The claim is withdrawn.' }).waitFor();
  });

  test('says why nobody can be invited', async () => {
    await page.goto(SEED);
    await logInBy('Log in to claim', 'inviter');
    await actions().getByRole('heading', { name: 'Work together' }).waitFor();
    expect(await action('Invite to collaborate').isDisabled()).toBe(true);
    expect(await actions().innerText()).toMatch(/claim/i);
  });
});
