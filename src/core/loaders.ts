import DataLoader from 'dataloader';
import type { Database } from './database.js';
import { Gatherer, type KeyedRow } from './gatherer.js';
import { read, type Statement } from './queries.js';

type KeyedStatement<Row, Args> = Statement<Args & { readonly keys: readonly string[] }, KeyedRow<Row>>;

interface Declaration<Kind extends 'one' | 'many', Row, Args> {
  readonly kind: Kind;
  readonly statement: KeyedStatement<Row, Args>;
  readonly maxKeys: number;
}
/** At most one row a key; null where there is none. */
export type One<Row, Args = object> = Declaration<'one', Row, Args>;
/** Any number of rows a key, in the statement's order. */
export type Many<Row, Args = object> = Declaration<'many', Row, Args>;

interface LoaderOptions {
  /** Most keys that several requests may put into one statement: the less a key costs, the more. */
  readonly maxKeys?: number;
}
const MAX_KEYS = 64;

/** Declares a loader over `cypher/<file>.cypher`, which takes `$keys` and returns `key, value`. */
export const one = <Row, Args = object>(file: string, options: LoaderOptions = {}): One<Row, Args> => ({
  kind: 'one',
  statement: read(file),
  maxKeys: options.maxKeys ?? MAX_KEYS,
});
export const many = <Row, Args = object>(file: string, options: LoaderOptions = {}): Many<Row, Args> => ({
  kind: 'many',
  statement: read(file),
  maxKeys: options.maxKeys ?? MAX_KEYS,
});

type AnyDeclaration = Declaration<'one' | 'many', unknown, unknown>;
export type Declarations = Readonly<Record<string, Readonly<Record<string, AnyDeclaration>>>>;

type LoaderFor<Args, Value> = [object] extends [Args]
  ? Pick<DataLoader<string, Value>, 'load'>
  : (args: Args) => Pick<DataLoader<string, Value>, 'load'>;
type LoaderOf<D> =
  D extends Declaration<'one', infer Row, infer Args>
    ? LoaderFor<Args, Row | null>
    : D extends Declaration<'many', infer Row, infer Args>
      ? LoaderFor<Args, readonly Row[]>
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
  ) {}

  create(): LoadersOf<D> {
    const features = Object.entries(this.declarations).map(([feature, loaders]) => [
      feature,
      Object.fromEntries(Object.entries(loaders).map(([name, declaration]) => [name, this.#loader(declaration)])),
    ]);
    return Object.fromEntries(features) as LoadersOf<D>;
  }

  #loader(declaration: AnyDeclaration): unknown {
    const byArguments = new Map<string, DataLoader<string, unknown>>();
    const withArguments = (args: unknown) => {
      const name = `${declaration.statement.file} ${JSON.stringify(args)}`;
      let loader = byArguments.get(name);
      if (!loader) {
        loader = new DataLoader(async (keys) => {
          const groups = await this.#gatherer(name, declaration, args).ask(keys);
          return declaration.kind === 'one' ? groups.map((rows) => rows[0] ?? null) : groups;
        });
        byArguments.set(name, loader);
      }
      return loader;
    };
    // A loader without arguments is used as it is, one with arguments is called with them first.
    let plain: DataLoader<string, unknown> | undefined;
    return Object.assign(withArguments, {
      load: (key: string) => {
        plain ??= withArguments({});
        return plain.load(key);
      },
    });
  }

  #gatherer(name: string, declaration: AnyDeclaration, args: unknown): Gatherer {
    let gatherer = this.#gatherers.get(name);
    if (!gatherer) {
      const statement = declaration.statement as KeyedStatement<unknown, object>;
      gatherer = new Gatherer(
        (keys) => this.database.read(statement, { ...(args as object), keys }),
        declaration.maxKeys,
        () => this.#gatherers.delete(name),
      );
      this.#gatherers.set(name, gatherer);
    }
    return gatherer;
  }
}
