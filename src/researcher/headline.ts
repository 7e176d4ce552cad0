/** What a headline is drawn from: `researcher.headline`'s row, and figures of the record. */
export interface HeadlineFacts {
  /** Names of the main topics, most works first. */
  readonly topics: readonly string[];
  /** The most cited work, the newest of equals. */
  readonly work: { readonly title: string; readonly year: number | null; readonly citationCount: number } | null;
}
interface Figures {
  readonly works: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

const TITLE_LENGTH = 120;

/** One sentence about a researcher: topics, how much and when, and the work that is best known. Never empty. */
export function drawHeadline({ topics, work }: HeadlineFacts, { works, firstYear, lastYear }: Figures): string {
  if (works === 0 || !work) return 'No works in this graph yet.';
  const about = topics.length > 0 ? `Works on ${topics.join(' and ')}` : null;
  const title = work.title === '[Untitled]' ? null : `“${shortened(work.title)}”`;
  if (works === 1) {
    const year = work.year === null ? '' : ` (${work.year})`;
    const one = title ? `${title}${year}` : `a work without a title${year}`;
    return about ? `${about}; so far one work, ${one}.` : `Author of ${one}.`;
  }
  const best = title ? `, ${work.citationCount > 0 ? 'most cited' : 'the latest'}: ${title}` : '';
  return `${about ? `${about}; ` : ''}${works} works${years(firstYear, lastYear)}${best}.`;
}

function years(first: number | null, last: number | null): string {
  if (first === null || last === null) return '';
  return first === last ? ` in ${first}` : ` from ${first} to ${last}`;
}

/** A long title up to the last word that fits. */
function shortened(title: string): string {
  if (title.length <= TITLE_LENGTH) return title;
  const space = title.lastIndexOf(' ', TITLE_LENGTH);
  return `${title.slice(0, space > 0 ? space : TITLE_LENGTH).toWellFormed()}…`;
}
