/** Names that are told apart. */
const MOST = 100;
/** Longest name that is. */
const LONGEST = 60;

/**
 * Gives each operation the name that it is counted under. Clients choose names, and each is a series of its own: the first
 * hundred are told apart, what comes after is `other`, what has none `anonymous`.
 */
export class OperationNames {
  readonly #known = new Set<string>();

  /** The name to count under; `operation` was found in a valid document. */
  of(operation: string | undefined): string {
    if (operation === undefined) return 'anonymous';
    if (this.#known.has(operation)) return operation;
    if (this.#known.size >= MOST || operation.length > LONGEST) return 'other';
    this.#known.add(operation);
    return operation;
  }
}
