import { summaryText } from '../../src/cli/import-summary.js';
import { addSplitWorks, emptySummary } from '../../src/ingest/summary.js';

test('of very many works of split records a thousand are named, the rest is counted, and so the sentence says', () => {
  const works = Array.from({ length: 1_200 }, (_, at) => ({ work: `W${at}`, id: 'A1', researcher: 'rg:1' }));
  const summary = emptySummary('online');
  addSplitWorks(summary, works.slice(0, 900));
  expect(summary.moreSplitWorks).toBe(0);
  addSplitWorks(summary, works.slice(900), 5);
  expect(summary.splitWorks).toEqual(works.slice(0, 1_000));
  expect(summary.moreSplitWorks).toBe(205);
  const text = summaryText({ summary, rejects: null });
  expect(text).toContain('W19, by A1 whose record was split, went to rg:1.\nSo did 1,185 works more;');
});
