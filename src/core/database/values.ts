import neo4j, { Integer, type QueryResult } from 'neo4j-driver';

/** Whole numbers travel as integers, everything else as it is; the driver alone would send every number as a float. */
export function toDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toDriver);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toDriver(entry)]));
  return value;
}

/**
 * The rows of an answer, as objects, its integers as numbers. By number of the column: the driver's `toObject` takes seven times
 * as long. Numbers are made here: with `disableLosslessIntegers` the driver makes some fourteen objects for each of them.
 */
export function rowsOf<Row>({ records }: QueryResult): Row[] {
  const keys = records[0]?.keys ?? [];
  return records.map((record) => {
    const row: Record<PropertyKey, unknown> = {};
    for (let at = 0; at < keys.length; at++) row[keys[at] as string] = fromDriver(record.get(at));
    return row as Row;
  });
}

/** What a statement returned, its lists and maps changed in place, with numbers for the driver's integers. No statement returns temporals. */
function fromDriver(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Integer) return value.toNumber();
  if (Array.isArray(value)) for (let at = 0; at < value.length; at++) value[at] = fromDriver(value[at]);
  else {
    const map = value as Record<string, unknown>;
    for (const key of Object.keys(map)) map[key] = fromDriver(map[key]);
  }
  return value;
}
