import fc from 'fast-check';
import { mergeResearchers } from '../../src/curation/merge.js';
import { splitResearcher } from '../../src/curation/split.js';
import { undoCuration } from '../../src/curation/undo.js';
import { checkGraph } from '../../src/ingest/check.js';
import { useImportedGraph } from '../support/imports.js';
import { scholarlyGraph } from '../support/openalex-file.js';
import { anyRecord } from '../support/random-records.js';

const MAX_AUTHORS = 100;
const RUNS = 3;
/** Then what was found so far is told, instead of made smaller: milliseconds. */
const LIMIT = 180_000;

const numbers = fc.tuple(fc.nat(1_000), fc.nat(1_000));
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('import' as const),
        records: fc.array(anyRecord, { minLength: 1, maxLength: 8 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('merge' as const, 'split' as const, 'undo' as const), pick: numbers }),
    },
  ),
  { minLength: 4, maxLength: 9 },
);

describe('decisions of moderators among imports', () => {
  const graph = useImportedGraph();
  const curator = () => ({ database: graph().database, maxAuthors: MAX_AUTHORS, by: 'Mo' });
  const ids = async (text: string): Promise<string[]> => (await graph().query(text)).map(({ id }) => id as string);
  const researchers = () => ids('MATCH (r:Researcher) RETURN r.id AS id ORDER BY id');
  const pickOf = <One>(all: readonly One[], at: number): One | undefined => all[at % Math.max(all.length, 1)];

  async function merge([one, other]: readonly [number, number]): Promise<boolean> {
    const all = await researchers();
    const [keep, gone] = [pickOf(all, one), pickOf(all, other)];
    if (keep === undefined || gone === undefined || keep === gone) return false;
    await mergeResearchers(curator(), keep, gone);
    return true;
  }
  async function split([one, other]: readonly [number, number]): Promise<boolean> {
    const researcher = pickOf(
      await ids('MATCH (r:Researcher) WHERE r.worksCount >= 2 RETURN r.id AS id ORDER BY id'),
      one,
    );
    if (researcher === undefined) return false;
    const works = (await graph().edges('AUTHORED'))
      .filter(({ from }) => from === researcher)
      .map(({ to }) => to as string)
      .sort();
    await splitResearcher(curator(), researcher, works.slice(0, 1 + (other % (works.length - 1))));
    return true;
  }
  const decide = { merge, split };

  test('leave every figure exact, and undone at once leave no trace', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await graph().query('MATCH (n) WHERE NOT n:Meta DETACH DELETE n');
        for (const step of all) {
          if (step.do === 'import') await graph().load(step.records, { maxAuthors: MAX_AUTHORS, source: 'openalex' });
          else if (step.do === 'undo') {
            const [last] = await ids(
              'MATCH (c:Curation) WHERE NOT c.undone RETURN c.id AS id ORDER BY id DESC LIMIT 1',
            );
            if (last !== undefined) await undoCuration(curator(), last);
          } else {
            const before = await scholarlyGraph(graph());
            if (await decide[step.do](step.pick)) {
              const [last] = await ids('MATCH (c:Curation) RETURN c.id AS id ORDER BY id DESC LIMIT 1');
              const after = await scholarlyGraph(graph());
              await undoCuration(curator(), last as string);
              expect(await scholarlyGraph(graph())).toEqual(before);
              expect(after).not.toEqual(before);
              await decide[step.do](step.pick);
            }
          }
          expect((await checkGraph(graph().database, { maxAuthors: MAX_AUTHORS })).differences).toEqual([]);
        }
        const imported = all.flatMap((step) => (step.do === 'import' ? step.records : []));
        await graph().load(imported, { maxAuthors: MAX_AUTHORS, source: 'openalex' });
        const settled = await scholarlyGraph(graph());
        await graph().load(imported, { maxAuthors: MAX_AUTHORS, source: 'openalex' });
        expect(await scholarlyGraph(graph())).toEqual(settled);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: LIMIT },
    );
  }, 240_000);
});
