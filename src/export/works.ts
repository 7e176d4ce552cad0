import { setImmediate } from 'node:timers/promises';
import type { Context } from '../context.js';
import { MAX_PAGE } from '../core/pagination.js';
import type { Researcher } from '../researcher/researcher.type.js';
import { WorkListArgs } from '../work/work.input.js';
import type { WorkRecord } from '../work/work.type.js';
import { listWorks } from '../work/work-list.js';
import type { WorksWriter } from './works-file.js';

/** Works written without a pause: some have thousands of names. */
const AT_ONCE = 10;

/**
 * All works of a researcher, page by page in the order of Researcher.works. Each page has a context, and so a cache, of
 * its own: what was sent is forgotten.
 */
export async function* worksOf(createContext: () => Context, { id, stats }: Researcher): AsyncGenerator<WorkRecord[]> {
  const owner = { of: 'RESEARCHER', key: id, known: stats.works, size: () => stats.works } as const;
  let after: string | null = null;
  do {
    const args: WorkListArgs = Object.assign(new WorkListArgs(), { first: MAX_PAGE, after });
    const page = await listWorks(createContext(), owner, args, 'Researcher.works');
    const works = await Promise.all(await page.nodes);
    yield works.filter((work) => work !== null);
    const { hasNextPage, endCursor } = await page.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
}

/** A file of works, in pieces small enough that others are served between them. */
export async function* fileOf(
  pages: AsyncIterable<readonly WorkRecord[]>,
  writer: WorksWriter,
): AsyncGenerator<string> {
  yield writer.start;
  for await (const works of pages)
    for (let at = 0; at < works.length; at += AT_ONCE) {
      yield writer.write(works.slice(at, at + AT_ONCE));
      await setImmediate();
    }
  yield writer.end;
}
