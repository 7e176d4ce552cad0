import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a graph of some OpenAlex files must hold, counted from the raw JSON by none of the project's code. */
export interface RawFacts {
  readonly nodes: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
  /** Sum of `works` over all edges of a type. */
  readonly jointWorks: Readonly<Record<string, number>>;
  readonly citations: number;
  readonly names: number;
  readonly namesWithoutId: number;
  readonly lines: { readonly work: number };
}

export interface RawWork {
  readonly id: string;
  readonly updated_date?: string | null;
  readonly cited_by_count?: number | null;
  readonly publication_year?: number | null;
  readonly publication_date?: string | null;
  readonly authorships?: readonly {
    readonly author?: { readonly id?: string | null; readonly display_name?: string | null } | null;
    readonly raw_author_name?: string | null;
    readonly institutions?: readonly { readonly id?: string | null }[] | null;
  }[];
  readonly topics?: readonly { readonly id: string; readonly score?: number | null }[] | null;
  readonly primary_topic?: { readonly id: string; readonly score?: number | null } | null;
  readonly referenced_works?: readonly string[] | null;
}
export interface RawAuthor {
  readonly id: string;
  readonly updated_date?: string | null;
  readonly affiliations?: readonly { readonly institution: { readonly id: string } }[] | null;
  readonly last_known_institutions?: readonly { readonly id: string }[] | null;
}

export const MAX_AUTHORS = 100;
/** OpenAlex's key for "no author". */
const NO_AUTHOR = 'A9999999999';

export const authorKey = (author: { readonly id?: string | null } | null | undefined): string | null =>
  author?.id && key(author.id) !== NO_AUTHOR ? key(author.id) : null;
export const key = (url: string): string => url.slice(url.lastIndexOf('/') + 1).toUpperCase();

export function* filesBelow(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** Fingerprints of records: of their lines, of those of a saved answer as they would stand on one. */
const hashes = new WeakMap<object, string>();

export function* objectsIn(path: string): Generator<{ readonly id: string }> {
  const raw = readFileSync(path);
  const text = (raw[0] === 0x1f ? gunzipSync(raw) : raw).toString('utf8');
  const lines: readonly string[] = path.endsWith('.json.gz')
    ? JSON.parse(text).results.map((object: unknown) => JSON.stringify(object))
    : text.split('\n').filter((one) => one.trim());
  for (const line of lines) {
    const object = JSON.parse(line);
    hashes.set(object, createHash('sha256').update(line).digest().subarray(0, 16).toString('base64url'));
    yield object;
  }
}

const rankOf = (record: { readonly updated_date?: string | null }): readonly [string, number, string] => [
  record.updated_date ?? '',
  Object.values(record).filter((value) => value !== null && !(Array.isArray(value) && value.length === 0)).length,
  hashes.get(record) ?? '',
];

/** Of two records of one id the one with the later date stays, else the one that says more, else that of the greater hash. */
export function keep<R extends { readonly updated_date?: string | null }>(
  records: Map<string, R>,
  id: string,
  record: R,
): void {
  const known = records.get(id);
  if (!known) {
    records.set(id, record);
    return;
  }
  const [rank, other] = [rankOf(record), rankOf(known)];
  const at = rank.findIndex((part, place) => part !== other[place]);
  if (at >= 0 && (rank[at] as string) > (other[at] as string)) records.set(id, record);
}

/** Counts how often each pair of the two lists occurs. */
class Pairs {
  readonly counts = new Map<string, number>();
  add(from: Iterable<string>, to: Iterable<string>): void {
    for (const a of from) for (const b of to) this.counts.set(`${a} ${b}`, (this.counts.get(`${a} ${b}`) ?? 0) + 1);
  }
  addAmong(ids: ReadonlySet<string>): void {
    const sorted = [...ids].sort();
    for (const [at, id] of sorted.entries()) this.add([id], sorted.slice(at + 1));
  }
  get size(): number {
    return this.counts.size;
  }
  get sum(): number {
    return [...this.counts.values()].reduce((total, count) => total + count, 0);
  }
}

export async function recountFiles(paths: readonly string[]): Promise<RawFacts> {
  const works = new Map<string, RawWork>();
  const authors = new Map<string, RawAuthor>();
  const seen = { A: new Set<string>(), I: new Set<string>(), T: new Set<string>() };
  let lines = 0;
  let namesWithoutId = 0;

  const institutionsOf = (institutions: readonly { readonly id?: string | null }[] | null | undefined) =>
    (institutions ?? []).flatMap(({ id }) => (id ? [key(id)] : []));
  const isNamed = ({ author, raw_author_name }: NonNullable<RawWork['authorships']>[number]) =>
    Boolean(raw_author_name?.trim() || author?.display_name?.trim());

  function readWork(work: RawWork): void {
    lines++;
    keep(works, key(work.id), work);
    for (const authorship of work.authorships ?? []) {
      const { author, institutions } = authorship;
      const person = authorKey(author);
      if (person) seen.A.add(person);
      else if (isNamed(authorship)) namesWithoutId++;
      for (const id of institutionsOf(institutions)) seen.I.add(id);
    }
    for (const { id } of work.topics ?? (work.primary_topic ? [work.primary_topic] : [])) seen.T.add(key(id));
  }
  function readAuthor(author: RawAuthor): void {
    seen.A.add(key(author.id));
    keep(authors, key(author.id), author);
    for (const { institution } of author.affiliations ?? []) seen.I.add(key(institution.id));
    for (const { id } of author.last_known_institutions ?? []) seen.I.add(key(id));
  }
  for (const path of paths.flatMap((folder) => [...filesBelow(folder)]))
    for (const object of objectsIn(path)) {
      const id = key(object.id);
      if (id.startsWith('W')) readWork(object as RawWork);
      else if (id.startsWith('A')) readAuthor(object as RawAuthor);
      else seen[id.charAt(0) as 'I' | 'T'].add(id);
    }

  const authored = new Pairs();
  const about = new Pairs();
  const cites = new Pairs();
  const produced = new Pairs();
  const coauthors = new Pairs();
  const researches = new Pairs();
  const active = new Pairs();
  const partners = new Pairs();
  const affiliated = new Map<string, Set<string>>();
  let citations = 0;
  let names = 0;
  for (const [id, work] of works) {
    const authorships = (work.authorships ?? []).filter(isNamed);
    const people = new Set(authorships.flatMap(({ author }) => authorKey(author) ?? []));
    const topics = new Set(
      (work.topics ?? (work.primary_topic ? [work.primary_topic] : [])).map((topic) => key(topic.id)),
    );
    const places = new Set((work.authorships ?? []).flatMap(({ institutions }) => institutionsOf(institutions)));
    const cited = new Set((work.referenced_works ?? []).map(key).filter((other) => other !== id && works.has(other)));
    authored.add(people, [id]);
    about.add([id], topics);
    cites.add([id], cited);
    produced.add([id], places);
    researches.add(people, topics);
    active.add(places, topics);
    if (authorships.length <= MAX_AUTHORS) {
      coauthors.addAmong(people);
      partners.addAmong(places);
    }
    for (const { author, institutions } of authorships)
      for (const place of institutionsOf(institutions)) {
        const person = authorKey(author);
        if (person) affiliated.set(person, (affiliated.get(person) ?? new Set()).add(place));
      }
    citations += work.cited_by_count ?? 0;
    names += authorships.length;
  }
  for (const [id, { affiliations, last_known_institutions }] of authors) {
    const stated = new Set([
      ...(affiliations ?? []).map(({ institution }) => key(institution.id)),
      ...(last_known_institutions ?? []).map((institution) => key(institution.id)),
    ]);
    if (stated.size > 0) affiliated.set(id, stated);
  }
  const counts = (edges: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(edges).filter(([, count]) => count > 0));
  return {
    nodes: counts({ Work: works.size, Researcher: seen.A.size, Institution: seen.I.size, Topic: seen.T.size }),
    edges: counts({
      AUTHORED: authored.size,
      ABOUT: about.size,
      CITES: cites.size,
      PRODUCED_AT: produced.size,
      COAUTHOR: coauthors.size,
      RESEARCHES: researches.size,
      ACTIVE_IN: active.size,
      PARTNER: partners.size,
      AFFILIATED: [...affiliated.values()].reduce((sum, { size }) => sum + size, 0),
    }),
    jointWorks: { COAUTHOR: coauthors.sum, RESEARCHES: researches.sum, ACTIVE_IN: active.sum, PARTNER: partners.sum },
    citations,
    names,
    namesWithoutId,
    lines: { work: lines },
  };
}
