import {
  authorKey,
  filesBelow,
  keep,
  key,
  MAX_AUTHORS,
  objectsIn,
  type RawAuthor,
  type RawWork,
} from './raw-recount.js';
import { type Kind, type ReferenceEdge, ReferenceGraph, type ReferenceNode } from './reference-graph.js';

const kindOf: Readonly<Record<string, Kind>> = { A: 'RESEARCHER', W: 'WORK', T: 'TOPIC', I: 'INSTITUTION' };

/** Counts works for each pair, with those of their years that a filter looks at. */
class Joint {
  readonly #pairs = new Map<string, { works: number; years: number[] }>();
  constructor(private readonly type: string) {}
  add(from: string, to: string, year: number | null): void {
    const name = `${from} ${to}`;
    const pair = this.#pairs.get(name) ?? { works: 0, years: [] };
    pair.works += 1;
    if (year !== null) pair.years.push(year);
    this.#pairs.set(name, pair);
  }
  addAmong(ids: readonly string[], year: number | null): void {
    const sorted = [...ids].sort();
    for (const [at, id] of sorted.entries()) for (const other of sorted.slice(at + 1)) this.add(id, other, year);
  }
  get edges(): ReferenceEdge[] {
    return [...this.#pairs].map(([name, { works, years }]) => {
      const [source = '', target = ''] = name.split(' ');
      const ends = years.length === 0 ? ([null, null] as const) : ([Math.min(...years), Math.max(...years)] as const);
      return edge(this.type, source, target, { works, weight: works, years: ends, sources: ['derived'] });
    });
  }
  works(from: string, to: string): number {
    return this.#pairs.get(`${from} ${to}`)?.works ?? 0;
  }
}

const edge = (type: string, source: string, target: string, more: Partial<ReferenceEdge> = {}): ReferenceEdge => ({
  ...{ id: `${type}:${source}:${target}`, type, source, target, weight: 1, sources: ['openalex'] },
  ...{ works: 0, years: [null, null], position: 0, ...more },
});

/** The graph that OpenAlex files make, without names and without the years of affiliations, by none of the project's code. */
export function rawGraph(paths: readonly string[]): ReferenceGraph {
  const works = new Map<string, RawWork>();
  const authors = new Map<string, RawAuthor>();
  for (const path of paths.flatMap((folder) => [...filesBelow(folder)]))
    for (const object of objectsIn(path)) {
      const id = key(object.id);
      if (id.startsWith('W')) keep(works, id, object as RawWork);
      else if (id.startsWith('A')) keep(authors, id, object as RawAuthor);
    }
  const edges: ReferenceEdge[] = [];
  const [coauthor, researches, active, partner, named] = [
    'COAUTHOR',
    'RESEARCHES',
    'ACTIVE_IN',
    'PARTNER',
    'AFFILIATED',
  ].map((type) => new Joint(type)) as [Joint, Joint, Joint, Joint, Joint];
  const figures = new Map<string, { weight: number; year: number | null }>();
  const count = (id: string) => figures.set(id, { weight: (figures.get(id)?.weight ?? 0) + 1, year: null });

  for (const [id, work] of works) {
    const year = work.publication_year ?? (work.publication_date ? Number(work.publication_date.slice(0, 4)) : null);
    const byline = (work.authorships ?? []).filter(
      ({ author, raw_author_name }) => raw_author_name?.trim() || author?.display_name?.trim(),
    );
    const people = new Map<string, { position: number; places: Set<string> }>();
    for (const [at, { author, institutions }] of byline.entries()) {
      const person = authorKey(author);
      if (!person) continue;
      const known = people.get(person) ?? { position: at + 1, places: new Set() };
      for (const place of institutions ?? []) if (place.id) known.places.add(key(place.id));
      people.set(person, known);
    }
    const topics = new Map<string, number>();
    for (const topic of work.topics ?? (work.primary_topic ? [work.primary_topic] : []))
      topics.set(key(topic.id), Math.max(topics.get(key(topic.id)) ?? 0, topic.score ?? 0));
    const places = new Set(
      (work.authorships ?? []).flatMap(({ institutions }) =>
        (institutions ?? []).flatMap((one) => (one.id ? [key(one.id)] : [])),
      ),
    );
    figures.set(id, { weight: work.cited_by_count ?? 0, year });
    for (const other of [...people.keys(), ...topics.keys(), ...places]) count(other);
    for (const [person, { position, places: own }] of people) {
      edges.push(edge('AUTHORED', person, id, { position }));
      for (const topic of topics.keys()) researches.add(person, topic, year);
      for (const place of own) named.add(person, place, year);
    }
    for (const [topic, weight] of topics) edges.push(edge('ABOUT', id, topic, { weight }));
    for (const place of places) {
      edges.push(edge('PRODUCED_AT', id, place, { sources: ['derived'] }));
      for (const topic of topics.keys()) active.add(place, topic, null);
    }
    for (const other of new Set((work.referenced_works ?? []).map(key)))
      if (other !== id && works.has(other)) edges.push(edge('CITES', id, other));
    if (byline.length > MAX_AUTHORS) continue;
    coauthor.addAmong([...people.keys()], year);
    partner.addAmong([...places], null);
  }
  const stated = new Set<string>();
  for (const [id, { affiliations, last_known_institutions }] of authors) {
    const places = [
      ...(affiliations ?? []).map(({ institution }) => key(institution.id)),
      ...(last_known_institutions ?? []).map((institution) => key(institution.id)),
    ];
    if (places.length > 0) stated.add(id);
    for (const place of new Set(places)) edges.push(edge('AFFILIATED', id, place, { works: named.works(id, place) }));
  }
  const derived = named.edges
    .filter(({ source }) => !stated.has(source))
    .map((one): ReferenceEdge => ({ ...one, weight: 1 }));
  for (const joint of [coauthor, researches, active, partner]) for (const one of joint.edges) edges.push(one);
  for (const one of derived) edges.push(one);

  const nodes = new Map<string, ReferenceNode>();
  for (const { source, target } of edges)
    for (const id of [source, target])
      nodes.set(id, { id, type: kindOf[id.charAt(0)] as Kind, label: '', weight: 0, year: null, ...figures.get(id) });
  return new ReferenceGraph(nodes, edges);
}
