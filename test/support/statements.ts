import type { Database } from '../../src/core/database.js';

/** Whether an import writes is asked now and then, in nobody's name. */
const OF_NO_REQUEST = 'graph.import-state';

/** Hears the files of the statements that requests send, until it is told to stop. */
export const onRequested = (database: Database, hear: (file: string) => void): (() => void) =>
  database.onStatement((file) => {
    if (file !== OF_NO_REQUEST) hear(file);
  });

/** Files of the statements that requests send while something is done. */
export async function statementsDuring(database: Database, act: () => Promise<unknown>): Promise<string[]> {
  const files: string[] = [];
  const stop = onRequested(database, (file) => files.push(file));
  await act().finally(stop);
  return files;
}
