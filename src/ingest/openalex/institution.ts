import { rorKey, webAddress } from '../../core/identifiers.js';
import type { InstitutionRecord } from '../records.js';
import { Absence } from './absence.js';
import { type JsonObject, readObject, readString, readText } from './fields.js';
import { readOtherNames } from './researcher.js';
import { countryCode } from './statements.js';

/** Translates an institution; throws FieldError where a field has another type than OpenAlex documents. */
export function readInstitution(institution: JsonObject, id: string, hash: string): InstitutionRecord {
  const name = readText(institution, 'display_name');
  const otherNames = readOtherNames(institution, name);
  const ids = readObject(institution, 'ids') ?? {};
  const geo = readObject(institution, 'geo') ?? {};
  const ror = rorKey(readString(institution, 'ror')) ?? rorKey(readString(ids, 'ror', 'ids.'));
  const country =
    countryCode(readText(institution, 'country_code')) ?? countryCode(readText(geo, 'country_code', 'geo.'));
  const type = readText(institution, 'type');
  const homepage = webAddress(readString(institution, 'homepage_url'));

  const absence = new Absence(institution);
  absence.note('name', name, 'display_name');
  absence.note('otherNames', otherNames, 'display_name_alternatives');
  absence.noteKnown('ror', ror, () => Object.hasOwn(institution, 'ror') || Object.hasOwn(ids, 'ror'));
  absence.note('country', country, 'country_code', 'geo');
  absence.note('type', type, 'type');
  absence.note('homepage', homepage, 'homepage_url');
  return {
    kind: 'institution',
    id,
    sourceUpdatedAt: readText(institution, 'updated_date'),
    hash,
    notImported: absence.notImported,
    unknown: absence.unknown,
    name,
    otherNames,
    ror,
    country,
    type,
    homepage,
  };
}
