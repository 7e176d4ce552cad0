import { doiKey } from '../../core/identifiers.js';
import { readAssertion } from './assertion.js';
import { readDate } from './dates.js';
import type { OrcidWork } from './orcid-record.js';
import { boundedList, isPublic, type RecordPart } from './record-part.js';

const MAX_WORKS = 10_000;

/** The works of the record of `owner` that have a DOI, and how many have none. */
export function readWorks(
  activities: RecordPart | null,
  owner: string,
): { works: OrcidWork[]; worksWithoutDoi: number } {
  const groups = boundedList(activities?.child('works')?.children('group') ?? [], MAX_WORKS, 'works');
  const works = new Map<string, OrcidWork>();
  let worksWithoutDoi = 0;
  for (const group of groups) {
    const versions = group.children('work-summary').filter(isPublic).sort(byPreference);
    const [preferred] = versions;
    if (preferred === undefined) continue;
    const doi = versions.flatMap(ownDois)[0];
    if (doi === undefined) worksWithoutDoi++;
    else if (!works.has(doi)) works.set(doi, readWork(preferred, doi, owner));
  }
  return { works: [...works.values()], worksWithoutDoi };
}

function readWork(summary: RecordPart, doi: string, owner: string): OrcidWork {
  const { year, text } = readDate(summary.child('publication-date'));
  return {
    doi,
    title: summary.child('title')?.text('title') ?? null,
    // Version 2 writes JOURNAL_ARTICLE.
    type: summary.text('type')?.toLowerCase().replaceAll('_', '-') ?? null,
    year,
    date: text.length === 10 ? text : null,
    source: summary.text('journal-title'),
    asserted: readAssertion(summary, owner),
  };
}

/** The version that the owner prefers first; a sort keeps the order of equals. */
const byPreference = (one: RecordPart, other: RecordPart): number => displayIndex(other) - displayIndex(one);

function displayIndex(summary: RecordPart): number {
  const text = summary.text('display-index') ?? '';
  return /^-?\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** DOIs of the work itself: not of what it is a part or a version of, or was paid by. */
function ownDois(summary: RecordPart): string[] {
  return (summary.child('external-ids')?.children('external-id') ?? []).flatMap((id) => {
    const isOwn = (id.text('external-id-relationship') ?? 'self').toLowerCase() === 'self';
    if (!isOwn || id.text('external-id-type')?.toLowerCase() !== 'doi') return [];
    return doiKey(id.text('external-id-value')) ?? doiKey(id.text('external-id-normalized')) ?? [];
  });
}
