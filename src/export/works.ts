import { setImmediate } from 'node:timers/promises';
import type { Context } from '../context.js';
import { MAX_PAGE, type PageParams } from '../core/pagination.js';
import type { WorkRecord } from '../work/work.type.js';
import type { WorksWriter } from './works-file.js';

/** Works written without a pause: some have thousands of names. */
const AT_ONCE = 10;

/**
 * All works of a researcher, page by page in the order of Researcher.works. Each page has a context, and so a cache, of
 * its own: what was sent is forgotten.
 */
export async function* worksOf(createContext: () => Context, researcherId: string): AsyncGenerator<WorkRecord[]> {
  let after: PageParams['after'] = null;
  do {
    const { loaders } = createContext();
    const params: PageParams = { limit: MAX_PAGE + 1, after };
    const rows = await loaders.researcher.works(params).load(researcherId);
    const page = rows.slice(0, MAX_PAGE);
    const works = await Promise.all(page.map(({ id }) => loaders.work.byId.load(id)));
    yield works.filter((work) => work !== null);
    after = rows.length > MAX_PAGE ? (page.at(-1)?.sortKey ?? null) : null;
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
