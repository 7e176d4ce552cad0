import type { Asker, Database } from './core/database.js';
import type { LoaderFactory, LoadersOf } from './core/loaders.js';
import type { RequestKey } from './core/request-key.js';
import type { Viewer } from './core/viewer.js';
import type { loaderDeclarations } from './features.js';
import { CHANGES_KEPT } from './graph/changes.log.js';

/** The loaders of every feature. */
export type Loaders = LoadersOf<typeof loaderDeclarations>;

/** What every resolver of a request shares. */
export interface Context {
  readonly loaders: Loaders;
  readonly database: Database;
  /** Works with more names on the byline than this derive no COAUTHOR edges. */
  readonly maxAuthors: number;
  /** How many changes the log keeps at least. */
  readonly changesKept: number;
  /** Who sent the request; null where nobody logged in. */
  readonly viewer: Viewer | null;
  /** What the client calls the request, so that it may send it again; null where it has no name. */
  readonly requestKey: RequestKey | null;
  /** Forgets what was read so far, since the request has changed something. */
  forget(): void;
}

/** Makes the context of one request; what it still waits for when `signal` is aborted is UNAVAILABLE. */
export function createContext(
  factory: LoaderFactory<typeof loaderDeclarations>,
  database: Database,
  maxAuthors: number,
  viewer: Viewer | null = null,
  changesKept = CHANGES_KEPT,
  requestKey: RequestKey | null = null,
  signal?: AbortSignal,
): Context {
  const asker: Asker = { caller: viewer?.id ?? null, signal };
  return {
    ...{ loaders: factory.create(asker), database: database.asking(asker) },
    ...{ maxAuthors, changesKept, viewer, requestKey },
    // Apollo hands resolvers a copy of the context: the one that forgets is the one that it is called on.
    forget(this: { loaders: Loaders }) {
      this.loaders = factory.create(asker);
    },
  };
}
