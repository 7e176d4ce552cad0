import type { GraphRecord, ResearcherRecord, WorkRecord } from '../../src/ingest/records.js';

export interface Recount {
  /** Figures by node id. */
  readonly figures: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Properties of derived edges and citations by `TYPE from to`. */
  readonly edges: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Whether a record takes the place of another of its id, whichever was read first. */
export function replaces(record: GraphRecord, rival: GraphRecord): boolean {
  const [date, other] = [record.sourceUpdatedAt ?? '', rival.sourceUpdatedAt ?? ''];
  if (date !== other) return date > other;
  const open = ({ notImported, unknown }: GraphRecord): number => notImported.length + unknown.length;
  if (open(record) !== open(rival)) return open(record) < open(rival);
  return below(rival.hash, record.hash);
}

function kept<R extends GraphRecord>(records: readonly GraphRecord[], kind: R['kind']): R[] {
  const newest = new Map<string, R>();
  for (const record of records as readonly R[]) {
    if (record.kind !== kind) continue;
    const rival = newest.get(record.id);
    if (!rival || replaces(record, rival)) newest.set(record.id, record);
  }
  return [...newest.values()];
}

const below = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
const years = (works: readonly WorkRecord[]): number[] =>
  works.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b);
const span = (works: readonly WorkRecord[], first: string, last: string) => {
  const all = years(works);
  return all.length === 0 ? {} : { [first]: all[0], [last]: all.at(-1) };
};

/** Everything that is derived, by going through all works again for every single figure: slow, and plain. */
export function recount(records: readonly GraphRecord[], maxAuthors: number): Recount {
  const works = kept<WorkRecord>(records, 'work');
  const profiles = new Map(kept<ResearcherRecord>(records, 'researcher').map((record) => [record.id, record]));
  const mentioned = (kind: 'researchers' | 'institutions' | 'topics'): string[] =>
    records.flatMap((record) => {
      const statements = record.kind === 'work' ? record.statements[kind] : [];
      const own = record.kind === kind.slice(0, -1) ? [record.id] : [];
      const places = record.kind === 'researcher' && kind === 'institutions' ? record.statements.institutions : [];
      return [...own, ...statements.map(({ id }) => id), ...places.map(({ id }) => id)];
    });
  const [researchers, institutions, topics] = [
    new Set(mentioned('researchers')),
    new Set(mentioned('institutions')),
    new Set(mentioned('topics')),
  ];
  const by = (id: string) => (work: WorkRecord) => work.authorships.some(({ researcherId }) => researcherId === id);
  const at = (id: string) => (work: WorkRecord) => work.institutionIds.includes(id);
  const on = (id: string) => (work: WorkRecord) => work.topics.some((topic) => topic.id === id);
  const small = (work: WorkRecord): boolean => work.byline.length <= maxAuthors;

  const edges = new Map<string, Record<string, unknown>>();
  for (const one of works) {
    const copies = { citationCount: one.citationCount, year: one.year ?? 0 };
    for (const id of one.institutionIds) edges.set(`PRODUCED_AT ${one.id} ${id}`, { institutionId: id, ...copies });
    for (const { id } of works) if (one.references.includes(id)) edges.set(`CITES ${one.id} ${id}`, {});
  }
  for (const a of researchers) {
    for (const b of researchers) {
      const joint = works.filter((work) => by(a)(work) && by(b)(work) && small(work));
      if (!below(a, b) || joint.length === 0) continue;
      const units = joint.reduce((sum, { byline }) => sum + Math.floor(1e12 / (byline.length - 1) + 0.5), 0);
      const strength = Math.floor((units + 500_000) / 1_000_000) / 1e6;
      edges.set(`COAUTHOR ${a} ${b}`, { works: joint.length, strength, ...span(joint, 'firstYear', 'lastYear') });
    }
    for (const topicId of topics) {
      const count = works.filter((work) => by(a)(work) && on(topicId)(work)).length;
      if (count > 0) edges.set(`RESEARCHES ${a} ${topicId}`, { works: count, topicId });
    }
    const namedAt = (id: string): WorkRecord[] =>
      works.filter((work) => work.authorships.some((one) => one.researcherId === a && one.institutionIds.includes(id)));
    const stated = profiles.get(a)?.affiliations ?? [];
    for (const { institutionId, fromYear, toYear, current } of stated) {
      const all = { institutionId, fromYear, toYear, current, stated: true, works: namedAt(institutionId).length };
      const present = Object.entries(all).filter(([, value]) => value !== null);
      edges.set(`AFFILIATED ${a} ${institutionId}`, Object.fromEntries(present));
    }
    if (stated.length > 0) continue;
    const last = (id: string): number => years(namedAt(id)).at(-1) ?? -1;
    const places = [...institutions].filter((id) => namedAt(id).length > 0);
    for (const institutionId of places) {
      const current = places.every((other) => last(other) <= last(institutionId));
      const named = namedAt(institutionId);
      const properties = { institutionId, works: named.length, current, ...span(named, 'fromYear', 'toYear') };
      edges.set(`AFFILIATED ${a} ${institutionId}`, properties);
    }
  }
  for (const a of institutions) {
    for (const topicId of topics) {
      const count = works.filter((work) => at(a)(work) && on(topicId)(work)).length;
      if (count > 0) edges.set(`ACTIVE_IN ${a} ${topicId}`, { works: count, institutionId: a, topicId });
    }
    for (const b of institutions) {
      const count = works.filter((work) => at(a)(work) && at(b)(work) && small(work)).length;
      if (below(a, b) && count > 0) edges.set(`PARTNER ${a} ${b}`, { works: count, lowerId: a, higherId: b });
    }
  }

  const figures = new Map<string, Record<string, unknown>>();
  for (const id of topics) figures.set(id, { worksCount: works.filter(on(id)).length });
  for (const id of institutions) figures.set(id, { worksCount: works.filter(at(id)).length });
  for (const id of researchers) {
    const own = works.filter(by(id));
    const of = (type: string) => [...edges].filter(([key]) => key.startsWith(type) && key.split(' ').includes(id));
    const cited = (least: number): number => own.filter(({ citationCount }) => citationCount >= least).length;
    let hIndex = 0;
    while (cited(hIndex + 1) >= hIndex + 1) hIndex++;
    figures.set(id, {
      worksCount: own.length,
      citationCount: own.reduce((sum, { citationCount }) => sum + citationCount, 0),
      hIndex,
      ...span(own, 'firstYear', 'lastYear'),
      topicsCount: of('RESEARCHES').length,
      collaboratorsCount: of('COAUTHOR').length,
      closeCollaboratorsCount: of('COAUTHOR').filter(([, properties]) => (properties.works as number) >= 2).length,
    });
  }
  return { figures, edges };
}
