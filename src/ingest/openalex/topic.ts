import { runningText } from '../clean-text.js';
import type { TopicRecord } from '../records.js';
import { Absence } from './absence.js';
import { type JsonObject, readString, readText } from './fields.js';
import { topicFields } from './statements.js';

/** Translates a topic; throws FieldError where a field has another type than OpenAlex documents. */
export function readTopic(topic: JsonObject, id: string, hash: string): TopicRecord {
  const [name, subfield, field, domain] = topicFields(topic, '');
  const description = runningText(readString(topic, 'description') ?? '') || null;

  const absence = new Absence(topic);
  absence.note('name', name, 'display_name');
  absence.note('description', description, 'description');
  absence.note('subfield', subfield, 'subfield');
  absence.note('field', field, 'field');
  absence.note('domain', domain, 'domain');
  return {
    kind: 'topic',
    id,
    sourceUpdatedAt: readText(topic, 'updated_date'),
    hash,
    notImported: absence.notImported,
    unknown: absence.unknown,
    name,
    description,
    subfield,
    field,
    domain,
  };
}
