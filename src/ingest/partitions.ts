import { basename, dirname, resolve } from 'node:path';
import type { RecordFile } from './recognise.js';
import type { ImportedFile } from './records.js';

/** A file of an OpenAlex snapshot, which parts each entity by the day on which records last changed. */
interface Partition extends ImportedFile {
  /** OpenAlex's name of what is in it: `works`; with `legacy-data/` before it in the older one of the two that a snapshot holds. */
  readonly entity: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const DATE_FOLDER = /^updated_date=(\d{4}-\d{2}-\d{2})$/;
/** Beside `data`, with entities, days and files of the same names, but other records in them. */
const OTHER_SNAPSHOT = 'legacy-data';

/** Where a file stands in a snapshot, wherever that lies; null for a file that is not in a snapshot's folders. */
export function partitionOf(file: { readonly path: string; readonly bytes: number }): Partition | null {
  const path = resolve(file.path);
  const folder = dirname(path);
  const [dated, date] = DATE_FOLDER.exec(basename(folder)) ?? [];
  const name = basename(dirname(folder));
  if (date === undefined || name === '') return null;
  const entity = basename(dirname(dirname(folder))) === OTHER_SNAPSHOT ? `${OTHER_SNAPSHOT}/${name}` : name;
  return { key: `${entity}/${dated}/${basename(path)}`, bytes: file.bytes, entity, date };
}

/** Where a list of merged ids stands in a snapshot, by its entity and name; null for another file. */
export function listOf(file: { readonly path: string; readonly bytes: number }): ImportedFile | null {
  const path = resolve(file.path);
  const entity = dirname(path);
  const lists = dirname(entity);
  if (basename(lists) !== 'merged_ids') return null;
  const beside = basename(dirname(lists)) === OTHER_SNAPSHOT ? `${OTHER_SNAPSHOT}/` : '';
  return { key: `merged_ids/${beside}${basename(entity)}/${basename(path)}`, bytes: file.bytes };
}

/** What the graph notes of a file once it was read to its end; null where it notes nothing of such a file. */
export const noteOf = (file: RecordFile): ImportedFile | null => {
  if (file.format.source !== 'openalex') return null;
  return file.shape === 'csv' ? listOf(file) : partitionOf(file);
};

/**
 * The files that have to be read, given those that the graph holds already. Within an entity the oldest comes first, so
 * that whenever an import ends, what it read is older than all that it did not.
 *
 * A record that changes moves to the partition of that day: an older one only loses records from then on. So of the
 * files that are known only those of the newest day that was imported are read again, where their size has changed.
 * A list of merged ids that is known is passed over only where no records are read, since they may name ids of it. For
 * the same reason notes of lists are forgotten when records are written.
 */
export function filesToRead(files: readonly RecordFile[], imported: readonly ImportedFile[]): RecordFile[] {
  const known = new Map(imported.map(({ key, bytes }) => [key, bytes]));
  const newest = newestDates(imported);
  const isRead = ({ key, bytes, entity, date }: Partition): boolean =>
    !known.has(key) || (known.get(key) !== bytes && date >= (newest.get(entity) ?? ''));

  const byEntity = new Map<string | null, { readonly file: RecordFile; readonly place: string }[]>();
  for (const file of files) {
    const partition = file.format.source === 'openalex' ? partitionOf(file) : null;
    if (partition !== null && !isRead(partition)) continue;
    // Lists of merged ids come last, as they were given.
    const entity = partition === null ? `${file.shape} of ${file.format.source}` : partition.entity;
    const group = byEntity.get(entity) ?? [];
    byEntity.set(entity, group);
    group.push({ file, place: partition?.key ?? '' });
  }
  const left = [...byEntity.values()].flatMap((group) => group.sort(byPlace).map(({ file }) => file));
  if (left.some(({ format, shape }) => format.source === 'openalex' && shape !== 'csv')) return left;
  const isKnown = (note: ImportedFile | null): boolean => note !== null && known.get(note.key) === note.bytes;
  return left.filter((file) => file.shape !== 'csv' || !isKnown(listOf(file)));
}

const byPlace = (one: { readonly place: string }, other: { readonly place: string }): number => {
  if (one.place === other.place) return 0;
  return one.place < other.place ? -1 : 1;
};

/** Of each entity the last day of which a file was imported. */
function newestDates(imported: readonly ImportedFile[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const { key, bytes } of imported) {
    const partition = partitionOf({ path: `/${key}`, bytes });
    if (partition !== null && partition.date > (newest.get(partition.entity) ?? ''))
      newest.set(partition.entity, partition.date);
  }
  return newest;
}
