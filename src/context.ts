import type { Database } from './core/database.js';
import type { LoaderFactory, LoadersOf } from './core/loaders.js';
import type { Viewer } from './core/viewer.js';
import type { loaderDeclarations } from './features.js';

/** The loaders of every feature. */
export type Loaders = LoadersOf<typeof loaderDeclarations>;

/** What every resolver of a request shares. */
export interface Context {
  readonly loaders: Loaders;
  readonly database: Database;
  /** Works with more names on the byline than this derive no COAUTHOR edges. */
  readonly maxAuthors: number;
  /** Who sent the request; null where nobody logged in. */
  readonly viewer: Viewer | null;
}

/** Makes the context of one request. */
export const createContext = (
  factory: LoaderFactory<typeof loaderDeclarations>,
  database: Database,
  maxAuthors: number,
  viewer: Viewer | null = null,
): Context => ({ loaders: factory.create(), database, maxAuthors, viewer });
