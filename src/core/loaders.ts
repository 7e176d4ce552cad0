import DataLoader from 'dataloader';
import type { Asker, Database } from './database.js';
import { ChangedError } from './errors.js';
import { Gatherer, type KeyedRow } from './gatherer.js';
import { read, type Statement } from './queries.js';

type KeyedStatement<Row, Args> = Statement<Args & { readonly keys: readonly string[] }, KeyedRow<Row>>;

interface Declaration<Kind extends 'one' | 'many', Row, Args> {
  readonly kind: Kind;
  readonly statement: KeyedStatement<Row, Args>;
  readonly columns: readonly string[] | undefined;
  readonly maxKeys: number;
  readonly maxOwnKeys: number;
  readonly splitFrom: number;
}
/** At most one row a key; null where there is none. */
export type One<Row, Args = object> = Declaration<'one', Row, Args>;
/** Any number of rows a key, in the statement's order. */
export type Many<Row, Args = object> = Declaration<'many', Row, Args>;

interface LoaderOptions<Row> {
  /** Most keys that several requests may put into one statement: the less a key costs, the more. */
  readonly maxKeys?: number;
  /** Most keys that one request may put into one statement: 1,000 where it is not given. */
  readonly maxOwnKeys?: number;
  /** From so many keys on two statements at once ask for half of them each, where nobody else asks; never where it is not given. */
  readonly splitFrom?: number;
  /**
   * Where `value` is a list: the names of its values. Of `many` it holds one such list a row, for all rows of the key: a list
   * costs less than a record.
   */
  readonly columns?: readonly (keyof Row & string)[];
}
const MAX_KEYS = 64;
const MAX_OWN_KEYS = 1_000;

/**
 * Declares a loader over `cypher/<file>.cypher`, which takes `$keys` and returns `key` and either a column `value` or the
 * columns of a row.
 */
export const one = <Row, Args = object>(file: string, options: LoaderOptions<Row> = {}): One<Row, Args> =>
  declare('one', file, options);
export const many = <Row, Args = object>(file: string, options: LoaderOptions<Row> = {}): Many<Row, Args> =>
  declare('many', file, options);

const declare = <Kind extends 'one' | 'many', Row, Args>(
  kind: Kind,
  file: string,
  { maxKeys = MAX_KEYS, maxOwnKeys = MAX_OWN_KEYS, splitFrom = Number.POSITIVE_INFINITY, columns }: LoaderOptions<Row>,
): Declaration<Kind, Row, Args> => ({ kind, statement: read(file), columns, maxKeys, maxOwnKeys, splitFrom });

/** What a loader of either kind is inside. */
interface RequestLoader {
  load(key: string): Promise<unknown>;
  existing(key: string): Promise<unknown>;
}
type AnyDeclaration = Declaration<'one' | 'many', unknown, unknown>;
export type Declarations = Readonly<Record<string, Readonly<Record<string, AnyDeclaration>>>>;

interface OneLoader<Row> {
  load(key: string): Promise<Row | null>;
  /**
   * The row of a key that another statement gave just now. Neo4j shows a commit piece by piece, an edge before the
   * index that finds its end: what is missing is read once more when that commit is whole. Throws UNAVAILABLE where it
   * was removed in between.
   */
  existing(key: string): Promise<Row>;
}
interface ManyLoader<Row> {
  load(key: string): Promise<readonly Row[]>;
}
type LoaderFor<Args, Loader> = [object] extends [Args] ? Loader : (args: Args) => Loader;
type LoaderOf<D> =
  D extends Declaration<'one', infer Row, infer Args>
    ? LoaderFor<Args, OneLoader<Row>>
    : D extends Declaration<'many', infer Row, infer Args>
      ? LoaderFor<Args, ManyLoader<Row>>
      : never;
/** The loaders that declarations become: `loaders.researcher.byId.load(id)`, `loaders.work.authors(args).load(id)`. */
export type LoadersOf<D extends Declarations> = {
  readonly [Feature in keyof D]: { readonly [Name in keyof D[Feature]]: LoaderOf<D[Feature][Name]> };
};

/**
 * Makes the loaders of a request. Per request a DataLoader with its cache; under it, for the whole process and
 * without a cache, one gatherer for each statement and its arguments, so that concurrent requests share statements.
 */
export class LoaderFactory<D extends Declarations> {
  readonly #gatherers = new Map<string, Gatherer>();

  constructor(
    private readonly declarations: D,
    private readonly database: Database,
    /** Told of every joint statement: its file, and how many keys it asks for. */
    private readonly onBatch: (file: string, keys: number) => void = () => undefined,
    /** Whether an import or the like is to be let through. */
    private readonly yields: () => boolean = () => false,
  ) {}

  /** @param asker on whose behalf they read */
  create(asker: Asker = { caller: null }): LoadersOf<D> {
    const features = mapLazily(this.declarations, (loaders) =>
      mapLazily(loaders, (declaration) => this.#loader(declaration, asker)),
    );
    return features as LoadersOf<D>;
  }

  #loader(declaration: AnyDeclaration, asker: Asker): unknown {
    const byArguments = new Map<string, RequestLoader>();
    const withArguments = (args: unknown): RequestLoader => {
      const name = `${declaration.statement.file} ${JSON.stringify(args)}`;
      const loader = byArguments.get(name) ?? this.#requestLoader(name, declaration, args, asker);
      byArguments.set(name, loader);
      return loader;
    };
    // A loader without arguments is used as it is, one with arguments is called with them first.
    let plain: RequestLoader | undefined;
    const inPlain = (): RequestLoader => {
      plain ??= withArguments({});
      return plain;
    };
    return Object.assign(withArguments, {
      load: (key: string) => inPlain().load(key),
      existing: (key: string) => inPlain().existing(key),
    });
  }

  #requestLoader(name: string, declaration: AnyDeclaration, args: unknown, asker: Asker): RequestLoader {
    const { kind, columns } = declaration;
    const isOne = kind === 'one';
    const toRows = (group: readonly unknown[], key: string) => {
      if (columns === undefined) return group;
      if (!isOne && group.length > 1)
        throw new TypeError(`${declaration.statement.file} has more than one table for ${key}`);
      return ((isOne ? group : (group[0] ?? [])) as Table).map((values) => toRow(columns, values, key));
    };
    const ask = async (how: 'read' | 'readSettled', keys: readonly string[]) => {
      const groups = await this.#gatherer(name, declaration, args, how, asker).ask(keys, asker.signal);
      return groups.map((group, at) => toRows(group, keys[at] as string));
    };
    const loader = new DataLoader<string, unknown>(async (keys) => {
      const groups = await ask('read', keys);
      return isOne ? groups.map((rows) => rows[0] ?? null) : groups;
    });
    const settled = new DataLoader<string, unknown>(async (keys) => {
      const groups = await ask('readSettled', keys);
      return groups.map((rows) => rows[0] ?? new ChangedError());
    });
    return {
      load: (key) => loader.load(key),
      existing: async (key) => (await loader.load(key)) ?? settled.load(key),
    };
  }

  #gatherer(
    name: string,
    declaration: AnyDeclaration,
    args: unknown,
    how: 'read' | 'readSettled',
    { caller: asking }: Asker,
  ): Gatherer {
    // Whose reads wait for their own writes makes nobody else wait.
    const caller = this.database.waitsFor(asking) ? asking : null;
    const kept = `${how} ${caller ?? ''} ${name}`;
    let gatherer = this.#gatherers.get(kept);
    if (!gatherer) {
      const { maxKeys, maxOwnKeys, splitFrom } = declaration;
      const statement = declaration.statement as KeyedStatement<unknown, object>;
      gatherer = new Gatherer(
        (keys, signal) => {
          this.onBatch(statement.file, keys.length);
          return this.database.asking({ caller, signal })[how](statement, { ...(args as object), keys });
        },
        { maxKeys, maxOwnKeys, splitFrom, onIdle: () => this.#gatherers.delete(kept), yields: this.yields },
      );
      this.#gatherers.set(kept, gatherer);
    }
    return gatherer;
  }
}

type Table = readonly (readonly unknown[])[];

/** Rows without values. Copied and filled they take a third of the time of rows to which two dozen names are added one by one. */
const blanks = new WeakMap<readonly string[], Readonly<Record<string, unknown>>>();

function blankOf(columns: readonly string[]): Readonly<Record<string, unknown>> {
  const known = blanks.get(columns);
  if (known) return known;
  // An object that was parsed has a place for each name; one that grew is a dictionary.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(['key', ...columns].map((name) => [name, null]))));
  blanks.set(columns, blank);
  return blank;
}

/** A list of values as an object, with the key that it was asked for, as where they are columns. */
export function toRow(columns: readonly string[], values: readonly unknown[], key: string): object {
  const row: Record<string, unknown> = { ...blankOf(columns) };
  row.key = key;
  for (let at = 0; at < columns.length; at++) row[columns[at] as string] = values[at];
  return row;
}

/** An object with the same names, whose values are made when they are asked for: a request uses few of all loaders. */
function mapLazily<Value>(from: Readonly<Record<string, Value>>, make: (value: Value) => unknown): object {
  const made: Record<string, unknown> = {};
  return new Proxy(made, {
    get(_, name: string) {
      const value = Object.hasOwn(from, name) ? from[name] : undefined;
      if (value !== undefined && !Object.hasOwn(made, name)) made[name] = make(value);
      return made[name];
    },
  });
}
