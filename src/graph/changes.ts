import type { Context } from '../context.js';
import { BadInputError, PublicError } from '../core/errors.js';
import { bySequence, encodeCursor, type ListRow, Page, type PageParams } from '../core/pagination.js';
import { read } from '../core/queries.js';
import type { Happening } from './changes.log.js';
import type { Change, ChangeKind } from './changes.type.js';
import type { NodeType } from './node.type.js';
import { loadNode } from './node-lookup.js';

/** The order of the log; the first part of a cursor says which log, since a graph that is replaced begins another. */
export const CHANGES = bySequence('Query.changes');

type Entry = readonly [number: number, kind: Happening, nodeType: NodeType, nodeId: string, at: string];
interface LogRow {
  readonly log: string;
  /** Number of the oldest change kept. */
  readonly oldest: number;
  /** Number of the newest change; one less than `oldest` where nothing is kept. */
  readonly last: number;
  readonly entries: readonly Entry[];
}

/** A change as the log holds it. */
export interface ChangeRow extends ListRow {
  readonly kind: Happening;
  readonly nodeType: NodeType;
  readonly nodeId: string;
  readonly at: string;
}

const changesAfter = read<{ after: number | null; limit: number }, LogRow>('graph.changes');

/** The cursor of a place in a log. */
export const changesCursor = (log: string, number: number): string => encodeCursor(CHANGES, [log, number]);

/** A page of changes, whose end cursor is never null: a follower that found nothing goes on from it. */
export async function changesPage(
  { database, loaders }: Context,
  params: PageParams,
): Promise<Page<ChangeRow, Change>> {
  const [log, after] = (params.after ?? [null, null]) as [string | null, number | null];
  if (after !== null && !(Number.isSafeInteger(after) && after >= 0))
    throw new BadInputError('after', 'must be a cursor that this list gave');
  const [row] = await database.readWhole(changesAfter, { after, limit: params.limit });
  if (row === undefined) throw new Error('The graph has no change log: its schema was not applied');
  if (after !== null) refuseLost(row, log, after);
  const start = after ?? row.oldest - 1;
  const rows = withoutGaps(row.entries, start).map(([number, kind, nodeType, nodeId, at]) => ({
    ...{ id: String(number), sortKey: [row.log, number], kind, nodeType, nodeId, at },
  }));
  const change = async ({ kind, nodeType, nodeId, at }: ChangeRow): Promise<Change> => ({
    ...{ kind: kind as ChangeKind, nodeType, nodeId, at },
    get node() {
      return loadNode(loaders, nodeType, nodeId);
    },
  });
  const length = () => row.last - row.oldest + 1;
  return new Page<ChangeRow, Change>(async () => rows, params, CHANGES, change, length, changesCursor(row.log, start));
}

/** Of a transaction that is being committed a later part may be seen before an earlier one: the page ends there. */
function withoutGaps(entries: readonly Entry[], start: number): readonly Entry[] {
  const gap = entries.findIndex(([number], place) => number !== start + place + 1);
  return gap === -1 ? entries : entries.slice(0, gap);
}

const READ_ANEW = 'Take graph.changesCursor, read the lists anew, then follow from that cursor';

function refuseLost({ log, oldest, last }: LogRow, wanted: string | null, after: number): void {
  const lost = (why: string) =>
    new PublicError('BAD_USER_INPUT', `after ${why}. ${READ_ANEW}.`, { argument: 'after', reason: 'READ_ANEW' });
  if (wanted !== log) throw lost('is a cursor of a graph that was replaced by another');
  if (after < oldest - 1) throw lost('lies before the oldest change that is kept');
  if (after > last) throw lost('lies after the newest change: the graph was set back to an earlier state');
}
