import { rmSync } from 'node:fs';
import { researchGraph } from '../support/built-command.js';
import { endure } from '../support/endurance.js';
import { faults } from '../support/fault-site.js';
import { newHome } from '../support/homes.js';
import { NOTHING_AMISS } from '../support/kept.js';

jest.setTimeout(300_000);

const home = newHome('endurance-');
afterAll(async () => {
  await researchGraph(home, 'db', 'stop');
  rmSync(home, { recursive: true });
});

/** bench/endurance.mjs is the long form. */
test('reads, mutations and imports while the database fails again and again: nothing is lost, nothing unanswered', async () => {
  const chosen = faults.filter(({ name }) => /killed|black hole/.test(name));
  const report = await endure({ home, seconds: 16, every: 8, lasts: 3, works: 100, faults: chosen });
  expect(report).toMatchObject({ amiss: NOTHING_AMISS, differences: 0, imports: { strange: [] } });
  expect(report.suffered).toHaveLength(2);
  expect(report.deeds).toBeGreaterThan(0);
});
