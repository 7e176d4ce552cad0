import type { Database } from '../core/database.js';
import { read, type Statement, write } from '../core/queries.js';
import { Changes, logChanges } from '../graph/changes.log.js';
import { identityLoaders, LIMIT, MOST_COAUTHORS } from './identity.loaders.js';
import { identityWork, recordIdentity } from './record-identity.js';

const stale = read<{ after: string; limit: number }, { readonly id: string; readonly updatedAt: string }>(
  'identity.stale',
);
const store = write<
  { rows: readonly { id: string; consistent: boolean | null; updatedAt: string }[] },
  { readonly changed: number }
>('identity.store');

/** Researchers that are looked at in one go. */
const PAGE = 100;

/** What was found of records. */
export interface Verdicts {
  /** Records looked at: new ones, and those that changed since. */
  looked: number;
  /** Of those: records that mix people, that are one person's, and that hold too little to tell. */
  mixed: number;
  consistent: number;
  untold: number;
}

/**
 * Looks at every record that is new or changed, and stores whether it is one person's, for lists to filter by. May be cut
 * off and run again.
 * @param onProgress told after each page how many were looked at
 */
export async function storeVerdicts(
  database: Database,
  { maxAuthors, onProgress }: { readonly maxAuthors: number; readonly onProgress?: (looked: number) => void },
): Promise<Verdicts> {
  const verdicts: Verdicts = { looked: 0, mixed: 0, consistent: 0, untold: 0 };
  for (let after = ''; ; ) {
    const page = await database.execute(stale, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return verdicts;
    const keys = page.map(({ id }) => id);
    const works = await grouped(database, identityLoaders.works.statement, {
      ...{ keys, limit: LIMIT, maxAuthors },
    });
    const acquainted = await grouped(database, identityLoaders.acquainted.statement, {
      ...{ keys, most: MOST_COAUTHORS },
    });
    const rows = page.map(({ id, updatedAt }) => {
      const { consistent } = recordIdentity((works.get(id) ?? []).map(identityWork), acquainted.get(id) ?? []);
      verdicts.looked++;
      verdicts[consistent === null ? 'untold' : consistent ? 'consistent' : 'mixed']++;
      return { id, consistent, updatedAt };
    });
    await database.write(async (transaction) => {
      const [answer] = await transaction.run(store, { rows });
      // A verdict is a figure: nobody's record changes, but what lists hold does.
      if (answer !== undefined && answer.changed > 0)
        await logChanges(transaction, new Changes(), { now: new Date().toISOString() });
    });
    after = last.id;
    onProgress?.(verdicts.looked);
  }
}

async function grouped<Params, Row>(
  database: Database,
  statement: Statement<Params, { readonly key: string; readonly value: Row }>,
  params: Params,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const groups = new Map<string, Row[]>();
  for (const { key, value } of await database.execute(statement, params)) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
