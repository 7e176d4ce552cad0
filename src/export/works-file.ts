import type { WorkRecord } from '../work/work.type.js';

/** A format of a list of works, written page by page. */
export interface WorksFormat {
  readonly contentType: string;
  /** A writer for one file. */
  create(): WorksWriter;
}

/** Writes one file: what begins it, its works, what ends it. */
export interface WorksWriter {
  readonly start: string;
  write(works: readonly WorkRecord[]): string;
  readonly end: string;
}
