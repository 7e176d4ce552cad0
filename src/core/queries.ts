import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** How a statement runs: reads may be served by any member of a cluster, `schema` runs outside a transaction of ours. */
export type StatementMode = 'read' | 'write' | 'schema';

/** A Cypher file with the types of its parameters and of its rows. */
export interface Statement<Params, Row> {
  /** The file's name in `cypher/`, without its ending. */
  readonly file: string;
  readonly mode: StatementMode;
  /** Never set: carries the types. */
  readonly types?: { readonly params: Params; readonly row: Row };
}

const declared = new Map<string, Statement<never, unknown>>();

function declare<Params, Row>(file: string, mode: StatementMode): Statement<Params, Row> {
  if (declared.has(file)) throw new TypeError(`The statement ${file} is declared twice`);
  const statement: Statement<Params, Row> = { file, mode };
  declared.set(file, statement as Statement<never, unknown>);
  return statement;
}

/** Declares a statement that only reads. */
export const read = <Params, Row>(file: string): Statement<Params, Row> => declare(file, 'read');

/** Declares a statement that changes the graph; it runs inside `Database.write`. */
export const write = <Params, Row = never>(file: string): Statement<Params, Row> => declare(file, 'write');

/** Declares a constraint or an index. */
export const schema = (file: string): Statement<Record<string, never>, never> => declare(file, 'schema');

/** Every statement declared by the modules that were imported so far. */
export const declaredStatements = (): readonly Statement<never, unknown>[] => [...declared.values()];

/** A line that stands for the lines of `parts/<name>.cypher`: what several statements must say alike is said once. */
const INCLUDE = /^ *\/\/ include (\S+)\n/gm;

const withParts = (folder: string, text: string): string =>
  text.replace(INCLUDE, (_, name: string) =>
    withParts(folder, readFileSync(join(folder, 'parts', `${name}.cypher`), 'utf8')),
  );

/** Comments and indentation: each statement is sent as text each time, and longer ones take longer. */
const UNREAD = /^(?:\s*\/\/.*\n| +)/gm;

/**
 * The texts of all statements in a folder, parts included, as they are sent, by file name without its ending.
 * Throws where a declared file is missing, so that a server with a broken installation never starts.
 */
export function loadStatements(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.cypher')))
    texts.set(
      basename(name, '.cypher'),
      withParts(folder, readFileSync(join(folder, name), 'utf8')).replace(UNREAD, ''),
    );
  const missing = [...declared.keys()].filter((file) => !texts.has(file));
  if (missing.length > 0) throw new Error(`Missing in ${folder}: ${missing.join(', ')}`);
  return texts;
}
