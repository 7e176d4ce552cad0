// How long the explorer takes in a browser: node bench/page.mjs [http://127.0.0.1:4000]
// Start the server with RATE_LIMIT=off over the demo graph. Writes bench/PAGE.md: medians of five.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { patiently } from './load.mjs';
import { machine, median, writePart } from './report.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const CENTER = 'demo:jingzhao-zhang';
const RUNS = 5;
const MOST = 500;
const DRAG_STEPS = 40;

const browserPath = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  })
  .find(Boolean);
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });

/** A graph of 500 nodes in the form of the API: subjects, and people and works gathered around them. */
function largeGraph() {
  const node = (id, type, weight, distance = 1) => ({
    id,
    type,
    label: `${type.toLowerCase()} ${id}`,
    weight,
    year: type === 'WORK' ? 2000 + (weight % 25) : null,
    distance,
  });
  const edge = (type, source, target, weight = 1) => ({
    id: `${type}:${source}:${target}`,
    source,
    target,
    type,
    weight,
  });
  const nodes = [node('C', 'RESEARCHER', 200, 0)];
  const edges = [];
  const topics = Array.from({ length: 25 }, (_, at) => `T${at}`);
  for (const id of topics) {
    nodes.push(node(id, 'TOPIC', 30));
    edges.push(edge('RESEARCHES', 'C', id, 8));
  }
  for (let at = nodes.length; at < MOST; at++) {
    const type = at % 2 === 0 ? 'WORK' : 'RESEARCHER';
    const id = `N${at}`;
    nodes.push(node(id, type, (at * 7) % 90));
    edges.push(edge(type === 'WORK' ? 'AUTHORED' : 'COAUTHOR', 'C', id, (at % 9) + 1));
    edges.push(edge(type === 'WORK' ? 'ABOUT' : 'RESEARCHES', id, topics[at % topics.length]));
    edges.push(edge(type === 'WORK' ? 'ABOUT' : 'RESEARCHES', id, topics[(at * 3 + 1) % topics.length]));
    if (at > 80) edges.push(edge(type === 'WORK' ? 'CITES' : 'COAUTHOR', id, `N${at - 50}`, (at % 5) + 1));
  }
  return {
    center: { __typename: 'Researcher', id: 'C' },
    nodes,
    edges,
    totals: { works: 237, topics: 25, institutions: 0, researchers: 237 },
  };
}

/** Opens an address in a fresh tab and says when what was there, in milliseconds since the navigation. */
async function opened(path, { graph, scheme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1_280, height: 820 },
    colorScheme: scheme,
  });
  const page = await context.newPage();
  if (graph)
    await page.route('**/graphql', async (route) => {
      const { query } = route.request().postDataJSON();
      if (!query.includes('query Slice')) return route.continue();
      await route.fulfill({ json: { data: { neighbourhood: graph } } });
    });
  await page.addInitScript(() => {
    const seen = (name, found) => {
      if (found && !(name in globalThis.times)) globalThis.times[name] = performance.now();
    };
    globalThis.times = {};
    const observer = new MutationObserver(() => {
      seen('content', document.querySelector('main h1'));
      seen('drawn', document.querySelector('.graph-view .node[transform]'));
      seen('settled', document.querySelector('.graph-view[data-settled]'));
      if ('settled' in globalThis.times) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(path);
  await page.locator('.graph-view[data-settled]').waitFor({ timeout: 60_000 });
  return { page, times: await page.evaluate(() => globalThis.times), close: () => context.close() };
}

/** Processor time that all processes of Chromium took so far, in milliseconds: other work on the machine does not count. */
function processorTime() {
  const TICK = 10;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      if (!stat.includes('(chrom')) continue;
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended.
    }
  }
  return ticks * TICK;
}

/** Wall time of a step of a drag, in milliseconds: every mouse move waits until its frame is drawn. */
async function dragStep(page) {
  const box = await page.locator('.graph-view [data-id="T3"]').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const [started, before] = [performance.now(), processorTime()];
  for (let step = 1; step <= DRAG_STEPS; step++) await page.mouse.move(x + step * 2, y + step);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const taken = (performance.now() - started) / DRAG_STEPS;
  const busy = (processorTime() - before) / DRAG_STEPS;
  await page.mouse.up();
  return { taken, busy };
}

const figures = new Map();
const note = (name, value) => figures.set(name, [...(figures.get(name) ?? []), value]);
const graph = largeGraph();
// The first time waits for plans of statements, and may be told that it took too long.
await patiently(async () => (await opened(`/explore/${CENTER}`)).close());
const loads = [];
for (let run = 0; run < RUNS; run++) {
  loads.push(loadavg()[0]);
  const demo = await opened(`/explore/${CENTER}`);
  note('demo graph, 111 nodes: first content', demo.times.content);
  note('demo graph, 111 nodes: first drawing', demo.times.drawn);
  note('demo graph, 111 nodes: settled', demo.times.settled);
  await demo.close();
  const large = await opened('/explore/C', { graph });
  note('500 nodes: first drawing', large.times.drawn);
  note('500 nodes: settled', large.times.settled);
  const { taken, busy } = await dragStep(large.page);
  note('500 nodes: a step of a drag', taken);
  note('500 nodes: processor time of a step of a drag', busy);
  await large.close();
}
await browser.close();
const GOALS = {
  'demo graph, 111 nodes: first content': 1_000,
  'demo graph, 111 nodes: settled': 2_000,
  '500 nodes: settled': 2_000,
  '500 nodes: a step of a drag': 25,
};
const rows = [...figures].map(
  ([name, values]) =>
    `| ${name} | ${median(values).toFixed(0)} | ${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)} | ${GOALS[name] ?? ''} |`,
);
writePart(
  new URL('PAGE.md', import.meta.url).pathname,
  'explorer',
  [
    `Chromium ${browser.version()} without a screen, server, database and browser on one machine: ${machine()}; load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
    `Milliseconds since the navigation, medians of ${RUNS} fresh tabs of a browser that runs, after one to warm up.`,
    `500 nodes: a made graph of ${graph.edges.length.toLocaleString('en')} links in the place of the server’s answer. A step of a drag is one of ${DRAG_STEPS} mouse moves, drawing included.`,
    '',
    '| what | median | range | goal |',
    '| --- | --- | --- | --- |',
    ...rows,
  ],
  '# Speed of the page',
);
