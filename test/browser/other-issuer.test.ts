import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { projectPath } from '../../src/project.js';
import { describeInBrowser, startBrowser } from '../support/chromium.js';
import { openTestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { type ServeCommand, startServe } from '../support/serve-command.js';

const CLIENT = 'my-page';

describeInBrowser('a login at an issuer elsewhere', () => {
  let home: string;
  let issuer: ChildProcess;
  let app: ServeCommand;
  let browser: Browser;

  beforeAll(async () => {
    const graph = await openTestDatabase();
    await wipe(graph);
    await graph.database.close();
    issuer = spawn('node', [projectPath('test', 'support', 'other-issuer.js')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [address] = issuer.stdout ? await once(issuer.stdout, 'data') : [];
    home = newHome('issuer-');
    app = await startServe(home, {
      ...{ AUTH_ISSUER: String(address).trim(), AUTH_AUDIENCE: CLIENT, AUTH_CLIENT_ID: CLIENT },
      ...{ AUTH_MODERATORS: 'mo' },
    });
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    issuer?.kill();
    rmSync(home, { recursive: true });
  });

  test('leads there and back, and the API knows who came', async () => {
    const page = await browser.newPage({ baseURL: app.address });
    await page.goto('/account');
    await page.getByRole('button', { name: 'Log in to your account' }).click();
    await page.locator('[name=login]').fill('mo');
    await page.locator('[name=password]').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Claims to review' }).waitFor();
    expect(page.url()).toBe(`${app.address}/account`);
    await page.close();
  });
});
