import { rorKey } from '../../core/identifiers.js';
import { readAssertion } from './assertion.js';
import { readDate } from './dates.js';
import type { OrcidEmployment } from './orcid-record.js';
import { boundedList, isPublic, type RecordPart } from './record-part.js';

const MAX_EMPLOYMENTS = 1000;

interface Dated {
  readonly employment: OrcidEmployment;
  /** As exact as the record has it; empty where it says nothing. */
  readonly start: string;
}

/** The employments of a record: `updated` is the moment of the record, `owner` its iD. */
export function readEmployments(
  activities: RecordPart | null,
  owner: string,
  updated: string | null,
): OrcidEmployment[] {
  const stated = boundedList(summaries(activities?.child('employments') ?? null), MAX_EMPLOYMENTS, 'employments');
  const organizations = new Map<string, Dated[]>();
  for (const summary of stated.filter(isPublic)) {
    const dated = readEmployment(summary, owner, updated);
    if (dated === null) continue;
    const { ror, organization, country } = dated.employment;
    const key = ror ?? `${organization.toLowerCase()}\n${country}`;
    organizations.set(key, [...(organizations.get(key) ?? []), dated]);
  }
  const sorted = [...organizations.values()].flatMap((list) => list.sort(byStart));
  const once = new Map(sorted.map(({ employment }) => [JSON.stringify(employment), employment]));
  return [...once.values()];
}

/** Version 3 has them in groups (in JSON each wrapped once more), version 2 has them in one list. */
function summaries(employments: RecordPart | null): RecordPart[] {
  const groups = employments?.children('affiliation-group') ?? [];
  const wrapped = groups.flatMap((group) => [group, ...group.children('summaries')]);
  return [...(employments === null ? [] : [employments]), ...wrapped].flatMap((part) =>
    part.children('employment-summary'),
  );
}

/** Null where it names no organisation. */
function readEmployment(summary: RecordPart, owner: string, updated: string | null): Dated | null {
  const organization = summary.child('organization');
  const name = organization?.text('name') ?? null;
  if (name === null) return null;
  const [start, end] = [readDate(summary.child('start-date')), readDate(summary.child('end-date'))];
  const ended = summary.child('end-date')?.text('year') != null;
  const begun = updated === null || start.text <= updated.slice(0, start.text.length);
  return {
    start: start.text,
    employment: {
      organization: name,
      ror: readRor(organization?.child('disambiguated-organization') ?? null),
      country: readCountry(organization?.child('address')?.text('country') ?? ''),
      fromYear: start.year,
      toYear: end.year,
      current: !ended && begun,
      asserted: readAssertion(summary, owner),
    },
  };
}

function readRor(organization: RecordPart | null): string | null {
  const scheme = organization?.text('disambiguation-source')?.toUpperCase();
  return scheme === 'ROR' ? rorKey(organization?.text('disambiguated-organization-identifier') ?? null) : null;
}

const readCountry = (text: string): string | null => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null);

/** The earliest first, those without a beginning last. */
function byStart(one: Dated, other: Dated): number {
  if (one.start === other.start) return 0;
  return one.start !== '' && (other.start === '' || one.start < other.start) ? -1 : 1;
}
