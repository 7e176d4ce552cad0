import type { ImportResult } from '../ingest/import.js';
import { type RecordKind, recordKinds } from '../ingest/records.js';
import type { ImportSummary } from '../ingest/summary.js';

const PLURALS: Readonly<Record<RecordKind, string>> = {
  topic: 'topics',
  institution: 'institutions',
  researcher: 'researchers',
  work: 'works',
};

/** As many works of split records are named one by one. */
const MOST_SPLIT_WORKS = 20;

const number = (value: number): string => value.toLocaleString('en');

/** What an import did, as a table with a few sentences below it. */
export function summaryText({ summary, rejects }: ImportResult): string {
  const lines = [...table(summary), ''];
  if (summary.unrecognised > 0)
    lines.push(`Lines that are no record of any kind, rejected: ${number(summary.unrecognised)}.`);
  if (rejects !== null) lines.push(`Which lines were rejected, and why, is in ${rejects}.`);
  if (summary.namesWithoutId > 0)
    lines.push(`Names on bylines that no author id stands for: ${number(summary.namesWithoutId)}.`);
  if (summary.passedOver > 0)
    lines.push(
      `Files passed over, since the graph holds what is in them: ${number(summary.passedOver)}. --again reads all.`,
    );
  lines.push(...leftAside(summary));
  for (const { work, id, researcher } of summary.splitWorks.slice(0, MOST_SPLIT_WORKS))
    lines.push(`${work}, by ${id} whose record was split, went to ${researcher}.`);
  const more = summary.splitWorks.length + summary.moreSplitWorks - MOST_SPLIT_WORKS;
  if (more > 0) lines.push(`So did ${number(more)} works more; --json names the first thousand.`);
  if (summary.command) lines.push(`With the database stopped, run: ${summary.command}`);
  const what = summary.mode === 'dry-run' ? 'Read, nothing written' : `Imported (${summary.mode})`;
  lines.push(`${what} in ${summary.seconds.toFixed(1)} s.`);
  return `${lines.join('\n')}\n`;
}

/** As many files that were left aside are named. */
const MOST_NAMED = 3;

function leftAside({ leftAside: { empty, other, examples } }: ImportSummary): string[] {
  const files = empty + other;
  if (files === 0) return [];
  const named = examples.slice(0, MOST_NAMED).join(', ');
  const more = files > MOST_NAMED ? ', …' : '';
  return [`Files left aside: ${number(empty)} empty, ${number(other)} without records (${named}${more}).`];
}

function table({ mode, kinds }: ImportSummary): string[] {
  const columns = mode === 'dry-run' ? ['read', 'rejected'] : ['read', 'new', 'updated', 'unchanged', 'rejected'];
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(14) + cells.map((cell) => cell.padStart(12)).join('');
  const cells = (kind: RecordKind): string[] => {
    const { read, created, updated, unchanged, rejected } = kinds[kind];
    return (mode === 'dry-run' ? [read, rejected] : [read, created, updated, unchanged, rejected]).map(number);
  };
  return [row('', columns), ...recordKinds.map((kind) => row(PLURALS[kind], cells(kind)))];
}
