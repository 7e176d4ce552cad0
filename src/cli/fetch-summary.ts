import type { Tally } from '../ingest/fetch/download.js';
import type { OpenAlexRequest, OpenAlexResult } from '../ingest/fetch/openalex.js';

const number = (value: number): string => value.toLocaleString('en');

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/** What a download did, and what to do next. */
export function fetchSummary(sentences: readonly string[], tally: Tally, folder: string): string {
  const { fetched, present, records } = tally;
  const files =
    fetched === 0
      ? `Complete already: ${number(present)} files with ${number(records)} records. Delete the folder to download anew.`
      : `Complete: ${number(records)} records in ${number(fetched + present)} files, of which ${number(present)} were there already.`;
  return `${[...sentences, files, `To import them: npx research-graph import ${quoted(folder)}`].join('\n')}\n`;
}

/** What is worth knowing of a download from OpenAlex beyond its size. */
export function openAlexSentences(request: OpenAlexRequest, result: OpenAlexResult): string[] {
  const sentences: string[] = [];
  if (/^A/.test(request.author) && result.author !== request.author)
    sentences.push(`OpenAlex has merged ${request.author} into ${result.author}.`);
  if (request.depth === 1 && result.taken < result.coauthors)
    sentences.push(
      `Of ${number(result.coauthors)} coauthors the ${number(result.taken)} closest were taken; --max-authors takes more.`,
    );
  if (result.gone.length > 0) sentences.push(`OpenAlex no longer has the coauthors ${result.gone.join(', ')}.`);
  return sentences;
}
