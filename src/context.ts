import type { Database } from './core/database.js';
import type { LoaderFactory, LoadersOf } from './core/loaders.js';
import type { loaderDeclarations } from './features.js';

/** The loaders of every feature. */
export type Loaders = LoadersOf<typeof loaderDeclarations>;

/** What every resolver of a request shares. */
export interface Context {
  readonly loaders: Loaders;
  readonly database: Database;
  /** Works with more names on the byline than this derive no COAUTHOR edges. */
  readonly maxAuthors: number;
}

/** Makes the context of one request. */
export const createContext = (
  factory: LoaderFactory<typeof loaderDeclarations>,
  database: Database,
  maxAuthors: number,
): Context => ({ loaders: factory.create(), database, maxAuthors });
