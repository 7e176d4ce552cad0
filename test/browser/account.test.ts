import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { artefacts, describeInBrowser, openPage, startBrowser, violations } from '../support/chromium.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { deeds } from '../support/people.js';
import { batchesFrom, work } from '../support/records.js';
import { commandEnvironment, type ServeCommand, startServe } from '../support/serve-command.js';

const FOLLOWED = [
  'ali-jadbabaie',
  'hongzhou-lin',
  'tianxing-he',
  'sashank-j-reddi',
  'kwangjun-ahn',
  'subhro-das',
].concat(['keyulu-xu', 'zelda-mariet', 'simon-s-du', 'inderjit-s-dhillon', 'stefanie-jegelka', 'suvrit-sra']);
const MESSAGES = 30;

describeInBrowser('the account', () => {
  let home: string;
  let app: ServeCommand;
  let graph: TestDatabase;
  let browser: Browser;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    graph = await openTestDatabase();
    await wipe(graph);
    home = newHome('account-');
    app = await startServe(home, { RATE_LIMIT: 'off' });
    browser = await startBrowser();
    await own('ann', 'demo:suvrit-sra');
    await own('bob', 'demo:jingzhao-zhang');
    await own('carl', 'demo:ali-jadbabaie');
    const talk = (await as('ann', deeds.invite('demo:jingzhao-zhang', 'Shall we?'))).inviteToCollaborate.id;
    await as('bob', deeds.respond(talk, true));
    for (let at = 1; at <= MESSAGES; at++) await as(at % 2 ? 'ann' : 'bob', deeds.send(talk, `Message ${at}.`));
    await as('carl', deeds.invite('demo:jingzhao-zhang', 'And we?'));
    await as('carl', deeds.invite('demo:suvrit-sra', 'Or the two of us?'));
    await as('eve', deeds.claim('demo:hongzhou-lin', 'I have no evidence <i>at all</i>.'));
    await as('fay', deeds.claim('demo:tianxing-he', 'That is me too.'));
    for (const name of FOLLOWED) await as('bob', deeds.follow(`demo:${name}`));
    const authors = [{ researcherId: 'demo:ali-jadbabaie' }];
    const works = Array.from({ length: 12 }, (_, at) =>
      work({ id: `W9${at}`, title: `New work ${at} on $L$-smooth`, authors }),
    );
    await importOnline(graph.database, batchesFrom('openalex', works), { maxAuthors: 100 });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await graph?.database.close();
    rmSync(home, { recursive: true });
  });

  /** What the API answers to somebody. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  async function as(name: string, query: string): Promise<any> {
    if (!tokens.has(name)) {
      const args = ['dist/main.js', 'token', '--sub', name, ...(name === 'mo' ? ['--role', 'moderator'] : [])];
      const { stdout } = await promisify(execFile)('node', args, { env: commandEnvironment(home) });
      tokens.set(name, stdout.trim());
    }
    const response = await fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(name)}` },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
  async function own(name: string, record: string): Promise<void> {
    await as('mo', deeds.review((await as(name, deeds.claim(record))).claimResearcher.id, true));
  }

  const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  async function accountOf(
    name: string,
    { asModerator = false, ...options }: BrowserContextOptions & { asModerator?: boolean } = {},
  ) {
    const watched = await openPage(browser, app.address, { reducedMotion: 'reduce', ...options });
    const { page } = watched;
    await page.goto('/account');
    await page.getByRole('button', { name: 'Log in to your account' }).click();
    await page.getByLabel('Name').fill(name);
    if (asModerator) await page.getByLabel('moderator').check();
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await part(page, 'Your record').waitFor();
    await page.waitForLoadState('networkidle');
    return watched;
  }
  async function overflow(page: Page): Promise<number> {
    return page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  }

  test.each([
    ['light', { colorScheme: 'light', viewport: { width: 1_280, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1_280, height: 900 } }],
    ['phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ] as const)('%s: axe finds nothing to object to, nothing is wider than the screen', async (look, options) => {
    const { page, troubles } = await accountOf('bob', { asModerator: true, ...options });
    await page.getByRole('button', { name: 'Open the conversation' }).click();
    await page.getByText('Message 1.', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.screenshot({ path: join(artefacts, `account-${look}.png`), fullPage: true });
    await page.getByRole('button', { name: 'Delete the account' }).click();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(artefacts, `account-${look}-dialog.png`) });
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log in to your account' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(artefacts, `account-${look}-out.png`) });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('reads aloud in the order of its parts; moderators have one more', async () => {
    const headings = async (page: Page) =>
      (await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts()).join(', ');
    const { page } = await accountOf('bob');
    expect(await headings(page)).toBe(
      'Your record, Your claims, Invitations and conversations, What is new, Whom you follow, Log out, or leave',
    );
    const moderator = await accountOf('mo', { asModerator: true });
    expect(await headings(moderator.page)).toContain('conversations, Claims to review, What is new');
    await page.context().close();
    await moderator.page.context().close();
  });

  test('long lists are read page by page, a conversation from its first message on', async () => {
    const { page } = await accountOf('bob');
    const items = (name: string) => part(page, name).getByRole('listitem');
    expect(await items('Whom you follow').count()).toBe(10);
    await page.getByRole('button', { name: 'Show more researchers' }).click();
    await items('Whom you follow').nth(11).waitFor();
    expect(await items('Whom you follow').count()).toBe(12);
    const news = part(page, 'What is new');
    expect(await items('What is new').count()).toBe(10);
    await news.getByText('Ali Jadbabaie has a new work').first().waitFor();
    await page.getByRole('button', { name: 'Show more news' }).click();
    await items('What is new').nth(11).waitFor();
    await page.getByRole('button', { name: 'Open the conversation' }).click();
    const log = page.getByRole('log', { name: 'Conversation with Suvrit Sra' });
    await log.getByText('Message 25.', { exact: true }).waitFor();
    expect(await log.getByRole('listitem').count()).toBe(25);
    await page.getByRole('button', { name: 'Show later messages' }).click();
    await log.getByText(`Message ${MESSAGES}.`, { exact: true }).waitFor();
    const all = Array.from({ length: MESSAGES }, (_, at) => `Message ${at + 1}.`);
    expect(await log.locator('.written').allInnerTexts()).toEqual(all);
    await page.context().close();
  });

  test('declines and withdraws invitations, unfollows, gives a claim back; each is said', async () => {
    const { page, troubles } = await accountOf('bob');
    const said = (name: string, text: string) => part(page, name).getByRole('status').getByText(text).waitFor();
    const invitation = part(page, 'Received').getByRole('article', { name: 'From Ali Jadbabaie' });
    await invitation.getByRole('button', { name: 'Decline' }).click();
    await said('Invitations and conversations', 'The invitation is declined.');
    await invitation.getByText('Declined').waitFor();
    await page.getByRole('button', { name: 'Unfollow Suvrit Sra' }).click();
    await said('Whom you follow', 'You follow Suvrit Sra no more.');
    await part(page, 'Whom you follow').getByText('11 researchers').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();

    const fay = await accountOf('fay');
    await fay.page.getByRole('button', { name: 'Withdraw the claim' }).click();
    await part(fay.page, 'Your claims').getByText('The claim is withdrawn.').waitFor();
    await part(fay.page, 'Your claims').getByText('Withdrawn', { exact: true }).waitFor();
    await fay.page.context().close();

    const carl = await accountOf('carl');
    await carl.page.getByRole('button', { name: 'Withdraw the invitation' }).click();
    await part(carl.page, 'Sent').getByText('Withdrawn', { exact: true }).waitFor();
    await carl.page.getByRole('button', { name: 'Give the record up' }).click();
    await carl.page.getByRole('button', { name: 'Give it up' }).click();
    await part(carl.page, 'Your record').getByText('You own no record.').waitFor();
    await carl.page.context().close();
  });

  test('a moderator rejects a claim; the reason is shown to who made it', async () => {
    const { page } = await accountOf('mo', { asModerator: true });
    const claim = page.getByRole('article', { name: /^eve claims Hongzhou Lin/ });
    await claim.getByText('I have no evidence <i>at all</i>.').waitFor();
    await claim.getByRole('textbox').fill('Not enough.');
    await claim.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('The claim of eve to Hongzhou Lin is rejected.').waitFor();
    await page.context().close();
    const eve = await accountOf('eve');
    await part(eve.page, 'Your claims').getByText('Reason: Not enough.').waitFor();
    await eve.page.context().close();
  });

  test('where the server cannot be reached, that is said, and what was there comes on trying again', async () => {
    const { page } = await accountOf('ann');
    await page.getByRole('link', { name: 'Research graph, start' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.route('**/graphql', (route) => route.abort());
    await page.reload();
    await page.goto('/account');
    await page.getByRole('button', { name: 'Log in to your account' }).click();
    const alert = page.locator('main').getByRole('alert');
    await alert.getByText('The server cannot be reached.').waitFor();
    await page.unroute('**/graphql');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await part(page, 'Your record').waitFor();
    await page.context().close();
  });
});
