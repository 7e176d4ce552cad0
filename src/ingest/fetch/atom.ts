import { Parser } from 'htmlparser2';
import { BadAnswer } from './failures.js';

/** What paging asks of an Atom feed. */
export interface AtomPage {
  readonly entries: number;
  /** How many entries the whole list has. */
  readonly total: number;
}

/** Reads a feed of arXiv's API; throws BadAnswer where it is none, was cut, or tells of an error. */
export function atomPage(body: Buffer): AtomPage {
  const text = body.toString();
  if (!text.trimEnd().endsWith('</feed>')) throw new BadAnswer('it is no Atom feed, or was cut');
  const within: string[] = [];
  let entries = 0;
  let total = '';
  let error = '';
  let isError = false;
  const parser = new Parser(
    {
      onopentag: (name) => {
        within.push(name);
        if (name === 'entry') entries++;
      },
      onclosetag: () => void within.pop(),
      ontext: (part) => {
        const path = within.join('/');
        if (path === 'feed/opensearch:totalResults') total += part;
        if (path === 'feed/entry/id' && part.includes('/api/errors')) isError = true;
        if (path === 'feed/entry/summary' && isError) error += part;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (isError) throw new BadAnswer(`arXiv says "${error.trim().slice(0, 200)}"`);
  if (!/^\s*\d+\s*$/.test(total)) throw new BadAnswer('it does not say how many results there are');
  return { entries, total: Number(total) };
}
