import type { FormerRecord, GraphRecord, ResearcherRecord, WorkRecord } from '../../src/ingest/records.js';
import { replaces } from './recount.js';

/** Something that is read: a record, or what became of an id. */
export type Reading = GraphRecord | FormerRecord;

/** What was read under another id, or only moved here, gives way to any record of the id itself. */
const isBeaten = (known: GraphRecord | undefined, record: GraphRecord): boolean =>
  known === undefined || known.hash === '' || replaces(record, known);

/**
 * Records as they stand when ids of theirs were merged and deleted in between: plain lists, gone through anew for every
 * single id. What is read of an id that stands for nothing of its own is left out.
 */
export class MovingRecords {
  /** What stands for an id now; null where that is gone. */
  readonly #became = new Map<string, string | null>();
  readonly #works = new Map<string, WorkRecord>();
  readonly #researchers = new Map<string, ResearcherRecord>();
  /** Every id that stands for a node. */
  readonly nodes = new Set<string>();

  get records(): readonly GraphRecord[] {
    return [...this.#works.values(), ...this.#researchers.values()];
  }

  /** Where an id leads in the end. */
  now(id: string): string | null {
    let at: string | null = id;
    while (at !== null && this.#became.has(at)) at = this.#became.get(at) as string | null;
    return at;
  }

  read(reading: Reading): void {
    if (reading.kind === 'former') this.#move(reading);
    else if (!this.#became.has(reading.id)) this.#add(reading);
  }

  #add(record: GraphRecord): void {
    this.nodes.add(record.id);
    const mentioned = record.kind === 'work' ? Object.values(record.statements).flat() : [];
    for (const { id } of record.kind === 'researcher' ? record.statements.institutions : mentioned) {
      const node = this.now(id);
      if (node !== null) this.nodes.add(node);
    }
    if (record.kind === 'work') {
      const known = this.#works.get(record.id);
      if (isBeaten(known, record)) this.#works.set(record.id, this.#workNow(record));
    } else if (record.kind === 'researcher') {
      const known = this.#researchers.get(record.id);
      if (isBeaten(known, record)) this.#researchers.set(record.id, this.#researcherNow(record));
    }
  }

  #move({ id, target }: FormerRecord): void {
    if (this.#became.has(id)) return;
    const to = target === null ? null : this.now(target);
    const isThere = (one: string | null) => one !== null && this.nodes.has(one);
    if (to === id || !(isThere(id) || isThere(to))) return;
    const [work, researcher] = [this.#works.get(id), this.#researchers.get(id)];
    this.#became.set(id, to);
    this.#works.delete(id);
    this.#researchers.delete(id);
    if (to !== null && work !== undefined && !this.nodes.has(to)) this.#works.set(to, { ...work, id: to, hash: '' });
    if (to !== null && researcher !== undefined) this.#handOver(researcher, to);
    this.nodes.delete(id);
    if (to !== null) this.nodes.add(to);
    for (const one of [...this.#works.values()]) this.#works.set(one.id, this.#workNow(one));
    for (const one of [...this.#researchers.values()]) this.#researchers.set(one.id, this.#researcherNow(one));
  }

  #handOver(former: ResearcherRecord, to: string): void {
    const kept = this.#researchers.get(to);
    const none = { ...former, id: to, affiliations: [], hash: '' };
    const { affiliations, ...record } = kept ?? none;
    const known = new Set(affiliations.map(({ institutionId }) => institutionId));
    const more = former.affiliations.filter(({ institutionId }) => !known.has(institutionId));
    this.#researchers.set(to, { ...record, affiliations: [...affiliations, ...more] });
  }

  #workNow(work: WorkRecord): WorkRecord {
    const ids = (all: readonly string[]) => [...new Set(all.map((id) => this.now(id)).filter((id) => id !== null))];
    const authors = new Map<string, WorkRecord['authorships'][number]>();
    for (const one of work.authorships) {
      const researcherId = this.now(one.researcherId);
      if (researcherId === null) continue;
      const first = authors.get(researcherId) ?? one;
      const institutionIds = ids([...first.institutionIds, ...one.institutionIds]);
      authors.set(researcherId, { ...first, researcherId, institutionIds });
    }
    return {
      ...work,
      authorships: [...authors.values()],
      topics: ids(work.topics.map(({ id }) => id)).map((id) => ({ id, score: 1 })),
      institutionIds: ids(work.institutionIds),
      references: [...new Set(work.references.map((id) => this.now(id) ?? id))].filter((id) => id !== work.id),
    };
  }

  #researcherNow(researcher: ResearcherRecord): ResearcherRecord {
    const places = new Map<string, ResearcherRecord['affiliations'][number]>();
    const stays = researcher.affiliations.filter(({ institutionId: id }) => this.now(id) === id);
    for (const one of [...stays, ...researcher.affiliations]) {
      const institutionId = this.now(one.institutionId);
      if (institutionId !== null && !places.has(institutionId)) places.set(institutionId, { ...one, institutionId });
    }
    return { ...researcher, affiliations: [...places.values()] };
  }
}
