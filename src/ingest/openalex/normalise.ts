import { oneLine } from '../clean-text.js';
import { fingerprint } from '../fingerprint.js';
import { parseObject } from '../json-line.js';
import type { GraphRecord, RecordKind, SourceRecord } from '../records.js';
import type { SourceLine } from '../source-line.js';
import { describe, FieldError, type JsonObject } from './fields.js';
import { otherKinds, type RecordKey, recordKey } from './ids.js';
import { readInstitution } from './institution.js';
import { readResearcher } from './researcher.js';
import { readTopic } from './topic.js';
import { readWork } from './work.js';

/** A line that is no record: why, and of what kind it would have been, as far as that can be told. */
export interface RejectedLine {
  readonly reason: string;
  readonly kind: RecordKind | null;
}

const readers: Readonly<Record<RecordKind, (object: JsonObject, id: string, hash: string) => GraphRecord>> = {
  work: readWork,
  researcher: readResearcher,
  institution: readInstitution,
  topic: readTopic,
};

const rejected = (kind: RecordKind | null, reason: string): RejectedLine => ({ reason: oneLine(reason), kind });

// What became of an id has a reason, too.
export const isRejected = (result: SourceRecord | RejectedLine): result is RejectedLine =>
  'reason' in result && result.kind !== 'former';

/** Translates one line of OpenAlex's JSON. Never throws on what a line holds: it gives the record or the reason. */
export function normaliseOpenAlex(line: Pick<SourceLine, 'text' | 'problem'>): GraphRecord | RejectedLine {
  const object = parseObject(line);
  return typeof object === 'string' ? rejected(null, object) : normaliseObject(object, line.text);
}

function normaliseObject(object: JsonObject, text: Buffer | string): GraphRecord | RejectedLine {
  const kindByContent = kindOf(object);
  if (typeof object.id !== 'string') {
    const found = object.id === undefined ? 'none' : describe(object.id);
    return rejected(kindByContent, `id must be text, found ${found}`);
  }
  const key = recordKey(object.id);
  if (key === null) return rejected(kindByContent, `id is not one that OpenAlex gives: ${describe(object.id)}`);
  if (key.letter !== null && key.kind === null) {
    const name = otherKinds[key.letter] ?? 'something';
    return rejected(null, `${key.id} is ${name}, which is not a kind this server reads`);
  }
  return translate(object, key, key.kind ?? kindByContent, text);
}

function translate(
  object: JsonObject,
  { id }: RecordKey,
  kind: RecordKind | null,
  text: Buffer | string,
): GraphRecord | RejectedLine {
  if (kind === null) return rejected(kind, `nothing in ${id} tells what kind of record it is`);
  if (id === 'A9999999999') return rejected(kind, `${id} stands for no author`);
  try {
    return readers[kind](object, id, fingerprint(text));
  } catch (error) {
    if (error instanceof FieldError) return rejected(kind, error.message);
    throw error;
  }
}

/** Keys that only records of one kind have, in the order in which they are looked for. */
const TELLING: readonly (readonly [RecordKind, readonly string[]])[] = [
  [
    'work',
    [
      'authorships',
      'publication_year',
      'publication_date',
      'referenced_works',
      'abstract_inverted_index',
      'title',
      'doi',
    ],
  ],
  ['topic', ['subfield', 'field', 'domain']],
  ['institution', ['ror', 'country_code', 'geo', 'homepage_url']],
  [
    'researcher',
    ['orcid', 'affiliations', 'last_known_institutions', 'last_known_institution', 'display_name_alternatives'],
  ],
];

const kindOf = (object: JsonObject): RecordKind | null =>
  TELLING.find(([, keys]) => keys.some((key) => Object.hasOwn(object, key)))?.[0] ?? null;
