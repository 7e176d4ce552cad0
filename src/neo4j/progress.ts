/** One step of something long: a sentence, and how far it is where that is known. */
export interface Progress {
  readonly text: string;
  readonly done?: number;
  readonly total?: number;
}

/** Told of each step. */
export type ProgressListener = (progress: Progress) => void;
