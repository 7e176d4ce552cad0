import type { Database } from './database.js';
import { UserFacingError } from './errors.js';
import { read, type Statement, schema, write } from './queries.js';

/** The form in which this program stores the graph. */
export const SCHEMA_VERSION = 3;

/** Longest wait for indexes, in seconds: a bulk import leaves them to be built. */
const INDEX_WAIT = 600;

const constraints = [
  ...['researcher-id', 'work-id', 'topic-id', 'institution-id', 'meta-id', 'source-name'],
  ...['change-last', 'former-id', 'curation-id', 'claimed-work', 'imported-file-key'],
  ...['account-id', 'claim-id', 'owns-account', 'owns-researcher', 'invitation-id', 'invitation-pair', 'message-id'],
  ...['audit-id', 'audit-request'],
];
const indexes = [
  ...['researcher-orcid', 'work-doi', 'work-arxiv-id', 'institution-ror'],
  ...['work-rank', 'work-year', 'work-title', 'researcher-rank', 'researcher-citations', 'researcher-name'],
  ...['researcher-claim', 'researcher-open', 'researcher-consistent'],
  ...['topic-rank', 'institution-rank'],
  ...[
    'about-rank',
    'researches-rank',
    'active-in-rank',
    'active-in-topics',
    'active-in-pair',
    'produced-at-rank',
    'affiliated-rank',
  ],
  ...['partner-lower', 'partner-higher', 'partner-pair'],
  ...['researcher-text', 'work-text', 'topic-text', 'institution-text', 'work-references'],
  ...['claim-state', 'audit-researcher', 'audit-account', 'work-arrived'],
];
/** By the names in the database: the file of `workRank` is `schema.work-rank`. */
const definitions = new Map(
  [...constraints, ...indexes].map((file) => [
    file.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    schema(`schema.${file}`),
  ]),
);

interface Meta {
  readonly schemaVersion: number;
  readonly maxAuthors: number;
}

const awaitIndexes = read<{ seconds: number }, never>('schema.await-indexes');
const readNames = read<Record<string, never>, { readonly name: string }>('schema.names');
const readMeta = read<Record<string, never>, Meta>('schema.meta');
const createMeta = write<Meta>('schema.create-meta');
const setVersion = write<{ schemaVersion: number }>('schema.set-version');

/** What brings a graph from one version of the schema to the next; each may be run again after it was cut off. */
export interface Migration {
  /** The version that it starts from. */
  readonly from: number;
  readonly statements: readonly Statement<Record<string, never>, unknown>[];
}

const migration = (from: number, ...files: readonly string[]): Migration => ({
  from,
  statements: files.map((file) => write(`schema.${file}`)),
});

/** All migrations, by ascending version. A new one goes here together with a higher SCHEMA_VERSION. */
export const migrations: readonly Migration[] = [
  migration(1, '1-drop-work-rank', '1-sort-works', '1-sort-researchers'),
  migration(2, '2-name-partners', '2-name-active-in'),
];

export interface SchemaOptions {
  /** Works with more names than this derive no joint figures. */
  readonly maxAuthors: number;
  /** Another list of migrations and the version they lead to, for trying one out. */
  readonly target?: { readonly version: number; readonly migrations: readonly Migration[] };
}

/**
 * Gives the graph its constraints and indexes, brings an older one up to date, and waits until indexes are online.
 * May be run at every start. Throws a UserFacingError where the graph is newer than this program or was derived
 * with another `maxAuthors`; nothing is changed then.
 */
export async function applySchema(database: Database, options: SchemaOptions): Promise<void> {
  const target = options.target ?? { version: SCHEMA_VERSION, migrations };
  const [before] = await database.read(readMeta, {});
  if (before !== undefined) refuseForeign(before, options.maxAuthors, target.version);
  // A migration may clean what a new constraint would refuse.
  await migrate(database, before?.schemaVersion ?? target.version, target.migrations);
  await define(database);
  await database.write((transaction) =>
    transaction.run(createMeta, { schemaVersion: target.version, maxAuthors: options.maxAuthors }),
  );
  await database.execute(awaitIndexes, { seconds: INDEX_WAIT });
}

/** Makes the constraints and indexes that are missing. */
async function define(database: Database): Promise<void> {
  const there = new Set((await database.read(readNames, {})).map(({ name }) => name));
  for (const [name, definition] of definitions) if (!there.has(name)) await database.define(definition);
}

function refuseForeign(meta: Meta, maxAuthors: number, version: number): void {
  if (meta.schemaVersion > version)
    throw new UserFacingError(
      `The graph was written by a newer version of this program (schema ${meta.schemaVersion}, this one knows ${version}): install that version.`,
    );
  if (meta.maxAuthors !== maxAuthors)
    throw new UserFacingError(
      `The graph was derived with MAX_AUTHORS=${meta.maxAuthors}, not ${maxAuthors}: set that value, or import into an empty graph.`,
    );
}

async function migrate(database: Database, version: number, steps: readonly Migration[]): Promise<void> {
  for (const { from, statements } of steps.filter((step) => step.from >= version)) {
    for (const statement of statements) await database.execute(statement, {});
    await database.write((transaction) => transaction.run(setVersion, { schemaVersion: from + 1 }));
  }
}
