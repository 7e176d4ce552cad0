import { oneLine } from '../clean-text.js';
import { FieldError, isObject, type JsonObject, readObject, readObjects } from '../openalex/fields.js';
import { boundedText, type RecordPart } from './record-part.js';

/** A part of a record in JSON, where `{"value": …}` stands for many a text. */
export class JsonPart implements RecordPart {
  /** `within` names the part in its record (`person.name.`). */
  constructor(
    private readonly object: JsonObject,
    private readonly within = '',
  ) {}

  text(name: string): string | null {
    const field = this.object[name];
    const value = isObject(field) && Object.hasOwn(field, 'value') ? field.value : field;
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') throw new FieldError(this.within + name, 'text', value);
    return oneLine(boundedText(value, this.within + name)) || null;
  }

  child(name: string): JsonPart | null {
    const object = readObject(this.object, name, this.within);
    return object === null ? null : new JsonPart(object, `${this.within}${name}.`);
  }

  children(name: string): JsonPart[] {
    const value = this.object[name];
    const objects = isObject(value) ? [value] : readObjects(this.object, name, this.within);
    return objects.map((object) => new JsonPart(object, `${this.within}${name}[].`));
  }
}
