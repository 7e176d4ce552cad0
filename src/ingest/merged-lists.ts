import { recordKinds } from './records.js';
import { addCounts, type ImportSummary } from './summary.js';

/** Who asks for a former id is led over as many steps at most: a longer chain leads nowhere, however often it is read. */
const MOST_PASSES = 33;

/**
 * Reads lists of merged ids as often as they bring something new. What an id leads to may be on a line that was read
 * before, when nothing in the graph led there yet; the lists are too long to be kept for that. So the graph becomes the
 * same wherever they are cut into chunks, and reading them once more changes nothing.
 * @param pass reads all of them
 * @returns what the first pass read, with the changes of all
 */
export async function readUntilSettled(
  pass: (options: { readonly first: boolean }) => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const summary = await pass({ first: true });
  let last = summary;
  for (let passes = 1; passes < MOST_PASSES && hasNews(last); passes++) {
    last = await pass({ first: false });
    addCounts(summary, changesIn(last));
  }
  return summary;
}

const hasNews = ({ kinds }: ImportSummary): boolean => recordKinds.some((kind) => kinds[kind].updated > 0);

/** Lines that changed something on a later pass, which the first one counted as unchanged. */
function changesIn({ kinds }: ImportSummary): ImportSummary['kinds'] {
  const changes = { ...kinds };
  for (const kind of recordKinds) {
    const { updated } = kinds[kind];
    changes[kind] = { read: 0, created: 0, updated, unchanged: -updated, rejected: 0 };
  }
  return changes;
}
