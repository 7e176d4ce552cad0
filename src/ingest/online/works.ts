import { setImmediate } from 'node:timers/promises';
import { addSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import { workProperties } from './nodes.js';
import { type StoredWork, type StoredWorkEdges, writeNodes } from './statements.js';
import { combine, recordedOf, type Supplement } from './supplements.js';
import { edgesOf, replaceEdges } from './work-edges.js';
import type { Writing } from './writing.js';

/** A work as it is written, and JSON of its record's own values where others come before them. */
interface SupplementedWork {
  readonly work: WorkRecord;
  readonly recorded: string | null;
}

/** Records to write in place of what the graph holds of their works. */
export class WorkNews {
  readonly #written: readonly SupplementedWork[];

  constructor(
    private readonly writing: Writing,
    works: ReadonlyMap<string, WorkRecord>,
    private readonly stored: ReadonlyMap<string, StoredWork>,
  ) {
    this.#written = [...works.values()].map((work) => withSupplement(work, stored.get(work.id)?.supplement));
  }

  /** Writes the works alone, most of what a chunk sends: while the server looks for answers to what was asked before. */
  async writeNodes(): Promise<void> {
    const { transaction, source } = this.writing;
    // What was asked goes out first.
    await setImmediate();
    const rows = this.#written.map(({ work, recorded }) => ({
      ...workProperties(work, addSource(this.stored.get(work.id)?.sources, source)),
      recorded,
    }));
    await transaction.send(writeNodes.work, { rows });
  }

  /**
   * Gives them their authors, topics and institutions, and notes whose figures that changes.
   * @param before the edges, as they are, of those that are in the graph
   */
  async writeEdges(before: ReadonlyMap<string, StoredWorkEdges>): Promise<void> {
    const { source, touched, counts } = this.writing;
    for (const { work } of this.#written) {
      const known = this.stored.get(work.id);
      counts.replace(known?.hash ? known.sources : null, addSource(known?.sources, source));
      if (known === undefined) touched.create('work', work.id);
      else touched.update('work', work.id);
    }
    const edges = this.#written.map(({ work }) => edgesOf(work, before.get(work.id), source));
    await replaceEdges(this.writing, before, edges);
  }
}

/** A record with what arXiv said of the work before, and its own values as they are kept beside. */
function withSupplement(work: WorkRecord, supplement: string | null | undefined): SupplementedWork {
  if (supplement == null) return { work, recorded: null };
  const recorded = recordedOf(work);
  const fields = combine(recorded, JSON.parse(supplement) as Supplement);
  return { work: { ...work, ...fields }, recorded: JSON.stringify(recorded) };
}
