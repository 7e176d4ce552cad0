import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { projectPath } from '../../src/project.js';
import { testFolder } from './homes.js';

/** Where screenshots of a run lie afterwards. */
export const artefacts = join(testFolder, 'browser');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium; undefined where there is none. */
export function findChromium(path = process.env.PATH ?? ''): string | undefined {
  const candidates = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** `describe` where there is a browser; elsewhere its tests are skipped, which is said. */
export function describeInBrowser(name: string, tests: () => void): void {
  const there = findChromium() !== undefined;
  if (!there) process.stderr.write(`No Chromium on this machine: the tests of "${name}" in a browser are skipped.\n`);
  (there ? describe : describe.skip)(name, tests);
}

/** Starts the browser. */
export async function startBrowser(): Promise<Browser> {
  mkdirSync(artefacts, { recursive: true });
  // Root may not use the sandbox, and containers often cannot.
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}

/** A tab that notes what must not happen. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions, and requests that left the machine. */
  readonly troubles: readonly string[];
}

/** Opens a tab of its own in which every trouble is noted. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    // Pages of the issuer have tests of their own.
    if (message.location().url.includes('/oidc/')) return;
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:') troubles.push(`left: ${request.url()}`);
  });
  return { page, troubles };
}

const axeScript = readFileSync(createRequire(projectPath('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it is, with where. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeScript);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const result = await axe.run();
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  });
}
