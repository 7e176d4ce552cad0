import { stringify } from 'csv-stringify/sync';

/** A cell: numbers stay numbers, null is an empty cell. */
export type Cell = string | number | boolean | null;

/** What spreadsheets take for the start of a formula, behind spaces and quotes too, in full width as well. */
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** A spreadsheet whose lists are parted by semicolons starts a cell after each, whatever the quotes say. */
const LATER_FORMULA = /(;[\s'"]*)(?=[=+\-@＝＋－＠])/gu;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A text that no spreadsheet runs: an apostrophe stands before what would be a formula. */
export function defuse(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const inert = text.replace(LATER_FORMULA, "$1'");
  return FORMULA.test(inert) ? `'${inert}` : inert;
}

/** Rows as RFC 4180 has them, every text in quotes and defused. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defuse(cell.toWellFormed()) : cell))),
    { quoted_string: true, record_delimiter: 'windows', cast: { boolean: String } },
  );

/** The row of column names. */
export const csvHeader = (columns: readonly string[]): string => `${columns.join(',')}\r\n`;
