import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  artefacts,
  describeInBrowser,
  openPage,
  startBrowser,
  violations,
  type WatchedPage,
} from '../support/chromium.js';
import { openTestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { type ServeCommand, startServe } from '../support/serve-command.js';

const SEED = '/researcher/demo:jingzhao-zhang';
const COAUTHOR = '/researcher/demo:suvrit-sra';
const HEADLINE = 'I study <b>nonconvex</b> optimisation & its noise.';
const INVITATION = 'Shall we look at clipping again?\n<img src=x onerror=alert(1)>';

describeInBrowser('from the first visit of a record to a conversation about it', () => {
  let home: string;
  let app: ServeCommand;
  let browser: Browser;
  const watched: WatchedPage[] = [];
  let visitor: Page;
  let jingzhao: Page;
  let suvrit: Page;
  let moderator: Page;
  let third: Page;

  beforeAll(async () => {
    const graph = await openTestDatabase();
    await wipe(graph);
    await graph.database.close();
    home = newHome('flow-');
    app = await startServe(home);
    browser = await startBrowser();
    visitor = await somebody();
    jingzhao = await somebody();
    suvrit = await somebody();
    moderator = await somebody();
    third = await somebody();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    rmSync(home, { recursive: true });
  });
  afterEach(() => expect(watched.flatMap(({ troubles }) => troubles)).toEqual([]));

  /** A browser of somebody's own: no other person's login is in it. */
  async function somebody(): Promise<Page> {
    const opened = await openPage(browser, app.address, { reducedMotion: 'reduce' });
    watched.push(opened);
    return opened.page;
  }

  let broken = false;
  /** A step of the flow: after one that failed, the next ones cannot succeed, and do not wait for it. */
  const step = (name: string, run: () => Promise<void>) =>
    test(name, async () => {
      if (broken) throw new Error('An earlier step failed.');
      broken = true;
      await run();
      broken = false;
    });

  const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  async function logInAs(page: Page, name: string, { asModerator = false } = {}): Promise<void> {
    await page.getByLabel('Name').fill(name);
    if (asModerator) await page.getByLabel('moderator').check();
    await press(page, 'Log in');
    await page.getByRole('navigation').getByRole('button', { name: 'Log out' }).waitFor();
  }
  async function openAccount(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Account', exact: true }).click();
    await page.getByRole('heading', { name: 'Your account', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Your record' }).waitFor();
  }
  const write = async (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

  step('a visitor sees the record, that nobody has claimed it, and that acting needs a login', async () => {
    await visitor.goto(SEED);
    await visitor.getByRole('heading', { name: 'Jingzhao Zhang', level: 1 }).waitFor();
    const actions = part(visitor, 'Stay in touch');
    await actions.getByText('0 people follow here').waitFor();
    await actions.getByText('Nobody has claimed this record yet').waitFor();
    await actions.getByRole('button', { name: 'Log in to claim' }).waitFor();
    await visitor.goto('/account');
    await visitor.getByRole('button', { name: 'Log in to your account' }).waitFor();
    expect(await visitor.getByRole('heading').allInnerTexts()).toEqual(['Your account']);
  });

  step('logged in, they follow, and the counter moves for everybody', async () => {
    await jingzhao.goto(SEED);
    await press(jingzhao, 'Log in to follow');
    await logInAs(jingzhao, 'jingzhao');
    await press(jingzhao, 'Follow');
    await part(jingzhao, 'Stay in touch').getByText('1 person follows here').waitFor();
    await visitor.goto(SEED);
    await part(visitor, 'Stay in touch').getByText('1 person follows here').waitFor();
  });

  step('they claim the record with evidence, which their account then shows as waiting', async () => {
    await jingzhao.getByLabel(/^What shows that it is you/).fill('My page links these works.');
    await press(jingzhao, 'Claim this record');
    await part(jingzhao, 'Stay in touch').getByText('Your claim waits for a moderator.').waitFor();
    await openAccount(jingzhao);
    const claims = part(jingzhao, 'Your claims');
    await claims.getByText('Waits for a moderator').waitFor();
    await claims.getByText('My page links these works.').waitFor();
    await part(jingzhao, 'Whom you follow').getByRole('link', { name: 'Jingzhao Zhang' }).waitFor();
  });

  step('a moderator reads who claims it and why, and approves with a reason', async () => {
    await moderator.goto('/account');
    await press(moderator, 'Log in to your account');
    await logInAs(moderator, 'mo', { asModerator: true });
    await review('jingzhao', 'My page links these works.', 'Approve', 'The page says so.');
    await jingzhao.getByRole('link', { name: 'Research graph, start' }).click();
    await openAccountAnew(jingzhao);
    await part(jingzhao, 'Your claims').getByText('Approved: the record is yours').waitFor();
    await part(jingzhao, 'Your claims').getByText('Reason: The page says so.').waitFor();
    await part(jingzhao, 'Your record').getByRole('link', { name: 'Jingzhao Zhang' }).waitFor();
  });

  async function review(who: string, evidence: string, decision: string, reason: string): Promise<void> {
    const claims = part(moderator, 'Claims to review');
    const claim = claims.getByRole('article', { name: new RegExp(`^${who} claims`) });
    await claim.getByText(evidence).waitFor();
    await claim.getByText('No verified ORCID iD').waitFor();
    await claim.getByRole('textbox').fill(reason);
    await claim.getByRole('button', { name: decision }).click();
    await claims.getByText(decision === 'Approve' ? /is approved\.$/ : /is rejected\.$/).waitFor();
    await claim.waitFor({ state: 'detached' });
  }

  /** What others did is seen after a reload, which asks the issuer, who remembers. */
  async function openAccountAnew(page: Page): Promise<void> {
    await page.goto('/account');
    await press(page, 'Log in to your account');
    await page.getByRole('heading', { name: 'Your record' }).waitFor();
  }

  step('the owner writes a headline; everybody reads it, as text', async () => {
    await write(jingzhao, 'Headline', HEADLINE);
    await press(jingzhao, 'Save');
    await part(jingzhao, 'Your record').getByText('Saved.').waitFor();
    await visitor.goto(SEED);
    await visitor.getByText(HEADLINE, { exact: true }).waitFor();
  });

  step('a second member, whose claim is approved likewise, invites from the page of the first', async () => {
    await suvrit.goto(COAUTHOR);
    await press(suvrit, 'Log in to claim');
    await logInAs(suvrit, 'suvrit');
    await suvrit.getByLabel(/^What shows that it is you/).fill('Ask my department.');
    await press(suvrit, 'Claim this record');
    await part(suvrit, 'Stay in touch').getByText('Your claim waits for a moderator.').waitFor();
    await openAccountAnew(moderator);
    await review('suvrit', 'Ask my department.', 'Approve', 'They confirm it.');
    await suvrit.goto(SEED);
    await press(suvrit, 'Log in to follow');
    await suvrit.getByLabel('A message to Jingzhao Zhang').fill(INVITATION);
    await press(suvrit, 'Invite to collaborate');
    await part(suvrit, 'Stay in touch').getByText('Jingzhao Zhang is invited.').waitFor();
  });

  step('the first accepts, and both write, by Enter and by the button, in text', async () => {
    await openAccountAnew(jingzhao);
    const received = part(jingzhao, 'Received').getByRole('article', { name: 'From Suvrit Sra' });
    await received.getByText(INVITATION).waitFor();
    await received.getByRole('button', { name: 'Accept' }).click();
    const done = part(jingzhao, 'Invitations and conversations').getByText('Accepted: you and Suvrit Sra');
    await done.waitFor();
    expect(await done.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await received.getByRole('button', { name: 'Open the conversation' }).click();
    await received.getByText('Nobody has written yet.').waitFor();
    await write(jingzhao, 'Write to Suvrit Sra', 'Gladly.\n<script>alert(1)</script>');
    await jingzhao.keyboard.press('Enter');
    await received.getByRole('log').getByText('Gladly.').waitFor();
    expect(await jingzhao.getByLabel('Write to Suvrit Sra').inputValue()).toBe('');

    await openAccount(suvrit);
    const sent = part(suvrit, 'Sent').getByRole('article', { name: 'To Jingzhao Zhang' });
    await sent.getByRole('button', { name: 'Open the conversation' }).click();
    await sent.getByText('<script>alert(1)</script>').waitFor();
    await write(suvrit, 'Write to Jingzhao Zhang', 'On Monday?');
    await sent.getByRole('button', { name: 'Send', exact: true }).click();
    await sent.getByRole('log').getByText('On Monday?').waitFor();
    // It comes by itself where the conversation is open.
    await received.getByRole('log').getByText('On Monday?').waitFor();
    expect(await received.getByRole('log').getByRole('listitem').count()).toBe(2);
    expect(await violations(jingzhao)).toEqual([]);
    await jingzhao.screenshot({ path: join(artefacts, 'account-flow.png'), fullPage: true });
  });

  step('what the API refuses is said in words, and the text is kept', async () => {
    await write(jingzhao, 'Write to Suvrit Sra', '   ');
    await jingzhao.keyboard.press('Enter');
    await jingzhao
      .getByRole('alert')
      .getByText(/must not be empty/)
      .waitFor();
    expect(await jingzhao.getByLabel('Write to Suvrit Sra').inputValue()).toBe('   ');
  });

  step('a third member sees nothing of it', async () => {
    await third.goto('/account');
    await press(third, 'Log in to your account');
    await logInAs(third, 'third');
    await part(third, 'Received').getByText('Nobody has invited you yet.').waitFor();
    await part(third, 'Sent').getByText('You have invited nobody.').waitFor();
    await part(third, 'Your claims').getByText('You have claimed no record.').waitFor();
    await part(third, 'Whom you follow').getByText('You follow nobody.').waitFor();
    await part(third, 'What is new').getByText('Nothing is new.').waitFor();
    expect(await part(third, 'Claims to review').count()).toBe(0);
    expect(await third.locator('main').innerText()).not.toMatch(/Suvrit|Jingzhao|Monday|Gladly/);
  });

  step('whoever deletes the account is told first what goes; then the record has no owner', async () => {
    await press(suvrit, 'Delete the account');
    const asked = suvrit.getByRole('dialog', { name: 'Delete your account?' });
    await asked.getByText(/with the whole conversation/).waitFor();
    await asked.getByText(/your headline of the record of Suvrit Sra/).waitFor();
    await asked.getByRole('button', { name: 'Keep it' }).click();
    await asked.waitFor({ state: 'hidden' });
    await press(suvrit, 'Delete the account');
    await asked.getByRole('button', { name: 'Delete it for good' }).click();
    await suvrit.getByText('Your account is deleted.').waitFor();
    await suvrit.goto(COAUTHOR);
    await part(suvrit, 'Stay in touch').getByText('Nobody has claimed this record yet').waitFor();
  });
});
