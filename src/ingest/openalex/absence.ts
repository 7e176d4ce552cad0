import type { JsonObject } from './fields.js';

/** Sorts what a record lacks into what was never asked of the source and what the source does not know. */
export class Absence {
  readonly notImported: string[] = [];
  readonly unknown: string[] = [];

  constructor(private readonly object: JsonObject) {}

  /** Notes `field` where its value is empty: as unknown where the record has one of `keys`, else as not imported. */
  note(field: string, value: unknown, ...keys: readonly string[]): void {
    this.noteKnown(field, value, () => keys.some((key) => Object.hasOwn(this.object, key)));
  }

  /** As `note`, for fields whose presence takes more than a look at the keys. */
  noteKnown(field: string, value: unknown, known: () => boolean): void {
    if (value !== null && !(Array.isArray(value) && value.length === 0)) return;
    (known() ? this.unknown : this.notImported).push(field);
  }
}
