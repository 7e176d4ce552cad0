import { read } from '../../core/queries.js';
import { addSource, withoutSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import { sortKey } from '../sort-key.js';
import { type Claimant, type ClaimedFields, claimedKey, claimedWork } from './claimed-work.js';
import { writeRecords } from './graph-records.js';
import type { Move } from './move-plan.js';
import { moveNodes } from './moves.js';
import { type AuthoredEdge, readEdges, replaceEdges, type WorkEdges, withSources } from './work-edges.js';
import type { Writing } from './writing.js';

/** A work of a DOI. */
export interface WorkOfDoi {
  readonly doi: string;
  readonly id: string;
  readonly byline: readonly string[];
  readonly fields: ClaimedFields;
  readonly hash: string | null;
}

const worksByDoi = read<{ dois: readonly string[] }, WorkOfDoi>('ingest.works-by-doi');
const claimedWorks = read<
  { ids: readonly string[] },
  { readonly researcher: string; readonly work: string; readonly doi: string | null }
>('ingest.claimed-works');

/** What an ORCID record says its owner wrote. */
export interface Claims {
  readonly researcher: string;
  /** All names of the person, the one they publish under first. */
  readonly names: readonly string[];
  readonly works: readonly (ClaimedFields & { readonly doi: string })[];
  /** Whether there may be more: then none that was made before is taken back. */
  readonly partial?: boolean;
}

/** The works of DOIs, by DOI. */
export async function findByDoi(
  { transaction }: Writing,
  dois: Iterable<string>,
): Promise<ReadonlyMap<string, WorkOfDoi>> {
  const wanted = [...new Set(dois)];
  const rows = wanted.length === 0 ? [] : await transaction.run(worksByDoi, { dois: wanted });
  return new Map(rows.map((row) => [row.doi, row]));
}

/**
 * Joins researchers to the works that their ORCID records claim. On a byline that is known a person is whoever has one of
 * their names, if that is one place; there they stand where nobody did, or in place of an author whom papers alone made
 * known. A claim that no name bears out is not followed. A DOI that is not in the graph becomes a work of its own.
 */
export async function writeClaims(writing: Writing, all: readonly Claims[]): Promise<void> {
  const found = await findByDoi(
    writing,
    all.flatMap(({ works }) => works.map(({ doi }) => doi)),
  );
  const complete = all.filter(({ partial }) => !partial).map(({ researcher }) => researcher);
  const former = complete.length === 0 ? [] : await writing.transaction.run(claimedWorks, { ids: complete });
  const before = await readEdges(writing, [
    ...new Set([...[...found.values()].map(({ id }) => id), ...former.map(({ work }) => work)]),
  ]);
  const edges = new Map<string, WorkEdges>(before);
  const own = new Map<string, { fields: ClaimedFields; claimants: Claimant[] }>();
  const moves: Move[] = [];
  const ownOf = (doi: string, fields: ClaimedFields) => {
    const known = found.get(doi);
    const claimants = (known ? (before.get(known.id)?.authored ?? []) : []).map(([id, , name]) => ({ id, name }));
    const entry = own.get(doi) ?? { fields: { ...fields, ...(known ? known.fields : {}) }, claimants };
    own.set(doi, entry);
    return entry;
  };

  for (const { researcher, names, works } of all)
    for (const { doi, ...fields } of works) {
      const work = found.get(doi);
      const current = work && edges.get(work.id);
      if (work === undefined || current === undefined || work.id === claimedKey(doi))
        ownOf(doi, fields).claimants.push({ id: researcher, name: names[0] ?? researcher });
      else {
        const { authored, move } = withClaim(current.authored, work.byline, researcher, names);
        edges.set(work.id, { ...current, authored });
        if (move !== undefined) moves.push(move);
      }
    }
  for (const { researcher, work, doi } of former) {
    const claims = all.find((one) => one.researcher === researcher);
    const current = edges.get(work);
    if (doi === null || current === undefined || claims?.works.some((claimed) => claimed.doi === doi)) continue;
    if (work === claimedKey(doi)) {
      const entry = ownOf(doi, {});
      entry.claimants = entry.claimants.filter(({ id }) => id !== researcher);
    } else edges.set(work, { ...current, authored: withoutClaim(current.authored, researcher) });
  }

  const changed = [...edges.values()].filter((work) => work !== before.get(work.id));
  for (const { id } of changed) writing.touched.update('work', id);
  await replaceEdges(writing, before, changed);
  const works: WorkRecord[] = [];
  for (const [doi, { fields, claimants }] of own)
    if (claimants.length > 0) {
      const work = claimedWork(doi, fields, claimants, writing.now);
      if (work.hash !== found.get(doi)?.hash) works.push(work);
    } else moves.push({ kind: 'work', from: claimedKey(doi), to: null, reason: 'Nobody claims it any more.' });
  // A claim may be met again while another source is read.
  await writeRecords({ ...writing, source: 'orcid' }, works);
  await moveNodes(writing, moves);
}

/** The place on a byline where one of these names stands, from 0; -1 where none does, or more than one. */
export function placeOf(byline: readonly string[], names: readonly string[]): number {
  const keys = new Set(names.map(sortKey));
  const same = byline.flatMap((name, place) => (keys.has(sortKey(name)) ? [place] : []));
  const short = new Set([...keys].map(initialForm).filter((form) => form !== null));
  const alike = byline.flatMap((name, place) => {
    const form = initialForm(sortKey(name));
    return form !== null && short.has(form) ? [place] : [];
  });
  const places = same.length > 0 ? same : alike;
  return places.length === 1 ? (places[0] as number) : -1;
}

/** First letter and family name, as bylines shorten names; null for a name of one word. */
function initialForm(key: string): string | null {
  const words = key.split(' ');
  return words.length < 2 ? null : `${key.charAt(0)} ${words.at(-1)}`;
}

function withClaim(
  authored: readonly AuthoredEdge[],
  byline: readonly string[],
  researcher: string,
  names: readonly string[],
): { readonly authored: readonly AuthoredEdge[]; readonly move?: Move } {
  if (authored.some(([id]) => id === researcher))
    return {
      authored: authored.map((edge) =>
        edge[0] === researcher ? withSources(edge, addSource(edge[5], 'orcid')) : edge,
      ),
    };
  const place = placeOf(byline, names);
  if (place === -1) return { authored };
  const holder = authored.find(([, position]) => position === place + 1);
  if (holder === undefined)
    return { authored: [...authored, [researcher, place + 1, byline[place] as string, false, null, 'orcid', null]] };
  if (!holder[0].startsWith('arxiv:')) return { authored };
  const reason = 'The owner of the ORCID record claims the paper.';
  return { authored, move: { kind: 'researcher', from: holder[0], to: researcher, reason } };
}

/** Without what ORCID alone said; what others say stays. */
const withoutClaim = (authored: readonly AuthoredEdge[], researcher: string): readonly AuthoredEdge[] =>
  authored.flatMap((edge) => {
    if (edge[0] !== researcher) return [edge];
    const sources = withoutSource(edge[5], 'orcid');
    return sources === '' ? [] : [withSources(edge, sources)];
  });
