import { oneLine } from '../clean-text.js';
import { describe, FieldError } from '../openalex/fields.js';
import { type Gone, readAnswer } from './answers.js';
import { identifierOf } from './assertion.js';
import { momentOf } from './dates.js';
import { readEmployments } from './employments.js';
import { readNames } from './names.js';
import type { OrcidRecord, RejectedOrcid } from './orcid-record.js';
import type { RecordPart } from './record-part.js';
import { readWorks } from './works.js';

const rejected = (reason: string): RejectedOrcid => ({ reason: oneLine(reason) });

/**
 * Translates a record, or what ORCID answers in its place. Never throws on what it holds: it gives the record or the
 * reason.
 */
export function readRecord(record: RecordPart, hash: string): OrcidRecord | RejectedOrcid {
  try {
    return translate(record, hash);
  } catch (error) {
    if (error instanceof FieldError) return rejected(error.message);
    throw error;
  }
}

function translate(record: RecordPart, hash: string): OrcidRecord | RejectedOrcid {
  if (record.text('error-code') !== null) {
    const gone = readAnswer(record);
    return typeof gone === 'string' ? rejected(gone) : goneRecord(gone, null, hash);
  }
  const identifier = record.child('orcid-identifier');
  if (identifier === null) return rejected(missingIdentifier(record));
  const orcid = identifierOf(identifier);
  if (orcid === null) return rejected(`orcid-identifier is no ORCID iD: ${describe(identifier.text('path'))}`);
  const [person, activities, history] = [
    record.child('person'),
    record.child('activities-summary'),
    record.child('history'),
  ];
  const updated = momentOf(history?.text('last-modified-date') ?? null);
  const primary = record.child('deprecated')?.child('primary-record') ?? null;
  const mergedInto = identifierOf(primary?.child('orcid-identifier') ?? primary);
  const withdrawn = history?.text('deactivation-date') != null;
  if (mergedInto !== null || withdrawn) return goneRecord({ orcid, mergedInto, withdrawn }, updated, hash);
  if (person === null && activities === null)
    return rejected(`neither person nor activities-summary: not a whole record of ${orcid}`);
  return {
    orcid,
    ...readNames(person),
    employments: readEmployments(activities, orcid, updated),
    ...readWorks(activities, orcid),
    updated,
    mergedInto: null,
    withdrawn: false,
    hash,
  };
}

/** ORCID keeps nothing in such a record, or puts words such as "Given Names Deactivated" in place of names. */
const goneRecord = (gone: Gone, updated: string | null, hash: string): OrcidRecord => ({
  ...gone,
  name: null,
  otherNames: [],
  employments: [],
  works: [],
  worksWithoutDoi: 0,
  updated,
  hash,
});

/** Sections of a record, which the API gives alone too, say in `path` of which record they are. */
function missingIdentifier(part: RecordPart): string {
  const [, orcid, section] =
    /^\/?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?:\/([a-z-]{1,40}))/.exec(part.text('path') ?? '') ?? [];
  if (section === undefined) return 'no orcid-identifier: not a record of ORCID';
  return `no orcid-identifier: only the section ${section} of the record of ${orcid}`;
}
