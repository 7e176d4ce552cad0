import { parse } from 'csv-parse/sync';
import { oneLine } from '../clean-text.js';
import { splitLines } from '../lines.js';
import type { FormerRecord, RecordKind } from '../records.js';
import { day } from './day.js';
import { describe } from './fields.js';
import { recordKey } from './ids.js';
import type { RejectedLine } from './normalise.js';

/** What stands on a line of a list of merged ids: what became of an id, or why that cannot be told. */
export interface MergedPlace {
  /** From 1; the columns' names are on the first. */
  readonly line: number;
  readonly result: FormerRecord | RejectedLine;
}

const COLUMNS = ['merge_date', 'id', 'merge_into_id'];
/** Longest line that is looked at, in characters: lines have less than 100. */
const MAX_LINE = 1_000;

/**
 * What OpenAlex merges everything into that it deletes: a work, an author, two institutions. The null author stands for
 * those who asked to have no profile.
 */
const PLACEHOLDERS = new Set(['W4285719527', 'A5317838346', 'A9999999999', 'I4389424196', 'I4362561690']);

/** Whether a text begins as a list of merged ids does. */
export const opensMergedIds = (text: string): boolean =>
  /^\ufeff?\s*"?merge_date"?\s*,\s*"?id"?\s*,\s*"?merge_into_id"?\s*(?:\r?\n|$)/i.test(text);

/**
 * Reads a list of merged ids of OpenAlex's snapshot, CSV of one line each, in batches as they come. Ids of kinds that this
 * server does not read are passed over. Never throws on what the list holds; an error of the stream itself goes through.
 */
export async function* readMergedIds(bytes: AsyncIterable<Buffer>): AsyncGenerator<MergedPlace[]> {
  let begun = false;
  for await (const lines of splitLines(bytes)) {
    const batch: MergedPlace[] = [];
    for (const { line, text, problem } of lines) {
      const row = problem === undefined ? partsOf(text.toString()) : problem;
      if (!begun) {
        const reason = typeof row === 'string' ? row : reasonAgainst(row);
        if (reason !== null) {
          yield [{ line, result: rejected(null, reason) }];
          return;
        }
        begun = true;
        continue;
      }
      const result = typeof row === 'string' ? rejected(null, row) : readRow(row);
      if (result !== null) batch.push({ line, result });
    }
    if (batch.length > 0) yield batch;
  }
}

/** The fields of a line, or what is wrong with it. */
function partsOf(line: string): readonly string[] | string {
  if (line.length > MAX_LINE) return `longer than ${MAX_LINE} characters`;
  // A parser for each of many millions of lines takes its time; hardly any has a quote.
  if (!line.includes('"')) return line.split(',').map((part) => part.trim());
  try {
    return parse(line, { trim: true, relax_column_count: true })[0] ?? [];
  } catch (error) {
    return oneLine(`not CSV: ${(error as Error).message}`);
  }
}

function reasonAgainst(header: readonly string[]): string | null {
  const names = header.map((name) => name.toLowerCase());
  return names.length === COLUMNS.length && names.every((name, place) => name === COLUMNS[place])
    ? null
    : `the columns must be ${COLUMNS.join(', ')}, found ${describe(header.join(', '))}`;
}

/** Null for an id of a kind that is not read. */
function readRow(row: readonly string[]): FormerRecord | RejectedLine | null {
  if (row.length !== COLUMNS.length) return rejected(null, `${COLUMNS.length} columns expected, found ${row.length}`);
  const [date = '', from = '', into = ''] = row;
  const key = recordKey(from);
  if (key === null || key.letter === null)
    return rejected(null, `id is not one that OpenAlex gives: ${describe(from)}`);
  const { id, kind } = key;
  if (kind === null) return null;
  const merged = day(date);
  if (merged === null) return rejected(kind, `merge_date is no day: ${describe(date)}`);
  if (PLACEHOLDERS.has(id)) return rejected(kind, `${id} stands for what OpenAlex deleted`);
  const target = into === '' ? null : recordKey(into);
  if (into !== '' && target?.kind !== kind)
    return rejected(kind, `merge_into_id is not an id of the same kind: ${describe(into)}`);
  if (target?.id === id) return rejected(kind, `${id} is merged into itself`);
  return target === null || PLACEHOLDERS.has(target.id)
    ? { kind: 'former', of: kind, id, target: null, reason: `OpenAlex deleted it on ${merged}.` }
    : { kind: 'former', of: kind, id, target: target.id, reason: `OpenAlex merged it into another on ${merged}.` };
}

const rejected = (kind: RecordKind | null, reason: string): RejectedLine => ({ kind, reason });
