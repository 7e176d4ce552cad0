import { orcidKey } from '../../core/identifiers.js';
import type { RecordPart } from './record-part.js';

/** What ORCID answers instead of a record, where that tells what became of it. */
export interface Gone {
  readonly orcid: string;
  readonly mergedInto: string | null;
  readonly withdrawn: boolean;
}

const MERGED = '9007';
/** Locked by ORCID; deactivated by its owner. */
const WITHDRAWN = ['9018', '9044'];

const ID = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/gi;

/** Reads an error of ORCID's API: what became of the record, or the reason why that is unknown. */
export function readAnswer(answer: RecordPart): Gone | string {
  const code = answer.text('error-code') ?? '';
  const message = answer.text('developer-message') ?? answer.text('user-message') ?? 'without a message';
  const iDs = [...new Set(message.match(ID) ?? [])].map(orcidKey);
  const refused = `ORCID answered with an error: ${message.slice(0, 300)}`;
  if (code === MERGED) {
    const primary = orcidKey(/refer to account:\s*(?:https?:\/\/[^\s/]*\/)?([\dX-]{19})/i.exec(message)?.[1] ?? null);
    const orcid = iDs.find((iD) => iD !== primary) ?? null;
    return orcid === null || primary === null ? refused : { orcid, mergedInto: primary, withdrawn: false };
  }
  const [orcid = null] = iDs;
  return WITHDRAWN.includes(code) && orcid !== null ? { orcid, mergedInto: null, withdrawn: true } : refused;
}
