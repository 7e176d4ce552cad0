import type { Tally } from '../ingest/fetch/download.js';

/** How many lists that came short are named. */
const SHOWN = 10;

const number = (value: number): string => value.toLocaleString('en');

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/** What a download did, and what to do next. */
export function fetchSummary(sentences: readonly string[], tally: Tally, folder: string): string {
  const { fetched, present, records, short } = tally;
  const unnamed = short.length - SHOWN;
  const gaps = [...short.slice(0, SHOWN), ...(unnamed > 0 ? [`… and ${number(unnamed)} more such lists.`] : [])];
  const files =
    fetched === 0
      ? `Complete already: ${number(present)} files with ${number(records)} records. Delete them to download anew.`
      : `Complete: ${number(records)} records in ${number(fetched + present)} files, of which ${number(present)} were there already.`;
  const next = `To import them: npx research-graph import ${quoted(folder)}`;
  return `${[...sentences, ...gaps, files, next].join('\n')}\n`;
}
