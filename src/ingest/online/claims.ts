import { isDeepStrictEqual } from 'node:util';
import { read } from '../../core/queries.js';
import { addSource, withoutSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import { placeOf } from './bylines.js';
import { type Claimant, type ClaimedFields, claimedKey, claimedWork, claimKey } from './claimed-work.js';
import { writeRecords } from './graph-records.js';
import type { Move } from './move-plan.js';
import { moveNodes } from './moves.js';
import { type AuthoredEdge, readEdges, replaceEdges, type WorkEdges, withSources } from './work-edges.js';
import type { Writing } from './writing.js';

interface ClaimedNode {
  readonly doi: string | null;
  readonly fields: ClaimedFields;
  readonly hash: string | null;
}
/** The work that a claim finds. */
export interface WorkOfClaim extends ClaimedNode {
  readonly key: string;
  readonly id: string;
  readonly byline: readonly string[];
}

const worksOfClaims = read<{ keys: readonly string[] }, WorkOfClaim>('ingest.works-of-claims');
const claimedWorks = read<
  { ids: readonly string[] },
  ClaimedNode & { readonly researcher: string; readonly work: string; readonly keys: readonly string[] }
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

/** The works that claims of DOIs find, by the key of the claim. */
export async function findClaimed(
  { transaction }: Writing,
  dois: Iterable<string>,
): Promise<ReadonlyMap<string, WorkOfClaim>> {
  const keys = [...new Set([...dois].map(claimKey))];
  const rows = keys.length === 0 ? [] : await transaction.run(worksOfClaims, { keys });
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * Joins researchers to the works that their ORCID records claim. On a byline that is known a person is whoever has one of
 * their names, if that is one place; there they stand where nobody did, or, under the whole name, in place of an author
 * whom papers alone made known. A claim that no name bears out is not followed. A DOI that is not in the graph becomes a
 * work of its own.
 */
export async function writeClaims(writing: Writing, all: readonly Claims[]): Promise<void> {
  const dois = all.flatMap(({ works }) => works.map(({ doi }) => doi));
  const found = await findClaimed(writing, dois);
  const complete = all.filter(({ partial }) => !partial).map(({ researcher }) => researcher);
  const former = complete.length === 0 ? [] : await writing.transaction.run(claimedWorks, { ids: complete });
  const ids = [...[...found.values()].map(({ id }) => id), ...former.map(({ work }) => work)];
  const before = await readEdges(writing, [...new Set(ids)]);
  const edges = new Map<string, WorkEdges>(before);
  const stubs = new Map<string, Stub>();
  const takeovers: Takeover[] = [];
  const stubOf = (doi: string, fields: ClaimedFields, known: ClaimedNode | undefined): Stub => {
    const id = claimedKey(doi);
    const claimants = (before.get(id)?.authored ?? []).map(([author, , name]) => ({ id: author, name }));
    const stub = stubs.get(id) ?? {
      doi,
      fields: { ...fields, ...known?.fields },
      claimants,
      hash: known?.hash ?? null,
    };
    stubs.set(id, stub);
    return stub;
  };

  for (const { researcher, names, works } of all)
    for (const { doi, ...fields } of works) {
      const work = found.get(claimKey(doi));
      const current = work && edges.get(work.id);
      if (work === undefined || current === undefined || work.id.startsWith('doi:')) {
        const stub = stubOf(work?.doi ?? doi, fields, work);
        stub.claimants.push({ id: researcher, name: names[0] ?? researcher });
        continue;
      }
      const { authored, takes } = withClaim(current.authored, work.byline, researcher, names);
      edges.set(work.id, { ...current, authored });
      if (takes !== undefined) takeovers.push({ from: takes, researcher, names, doi });
    }
  const claimed = new Map(
    all.map(({ researcher, works }) => [researcher, new Set(works.map(({ doi }) => claimKey(doi)))]),
  );
  for (const { researcher, work, keys, doi, ...node } of former) {
    const current = edges.get(work);
    if (current === undefined || keys.some((key) => claimed.get(researcher)?.has(key))) continue;
    if (work.startsWith('doi:') && doi !== null) {
      const stub = stubOf(doi, {}, { doi, ...node });
      stub.claimants = stub.claimants.filter(({ id }) => id !== researcher);
    } else edges.set(work, { ...current, authored: withoutClaim(current.authored, researcher) });
  }
  const changed = [...edges.values()].filter((work) => !isDeepStrictEqual(work, before.get(work.id)));
  for (const { id } of changed) writing.touched.update('work', id);
  await replaceEdges(writing, before, changed);
  await writeStubs(writing, stubs);
  await takeOver(writing, takeovers);
}

interface Stub {
  readonly doi: string;
  readonly fields: ClaimedFields;
  claimants: Claimant[];
  readonly hash: string | null;
}

/** Works that claims alone make known; one that nobody claims any more goes. */
async function writeStubs(writing: Writing, stubs: ReadonlyMap<string, Stub>): Promise<void> {
  const works: WorkRecord[] = [];
  const gone: Move[] = [];
  for (const [id, { doi, fields, claimants, hash }] of stubs) {
    const work = claimedWork(doi, fields, claimants);
    if (claimants.length === 0) gone.push({ kind: 'work', from: id, to: null, reason: 'Nobody claims it any more.' });
    else if (work.hash !== hash) works.push(work);
  }
  // A claim may be met again while another source is read, and is made of records that date none of it.
  await writeRecords({ ...writing, source: 'orcid' }, works, { wins: true });
  await moveNodes(writing, gone);
}

interface Takeover {
  readonly from: string;
  readonly researcher: string;
  readonly names: readonly string[];
  readonly doi: string;
}

/** Lets persons stand for authors whom papers alone made known, and notes that they claim those papers. */
async function takeOver(writing: Writing, takeovers: readonly Takeover[]): Promise<void> {
  if (takeovers.length === 0) return;
  const reason = 'The owner of the ORCID record claims the paper.';
  await moveNodes(
    writing,
    takeovers.map(({ from, researcher }) => ({ kind: 'researcher', from, to: researcher, reason })),
  );
  await writeClaims(
    writing,
    takeovers.map(({ researcher, names, doi }) => ({ researcher, names, works: [{ doi }], partial: true })),
  );
}

function withClaim(
  authored: readonly AuthoredEdge[],
  byline: readonly string[],
  researcher: string,
  names: readonly string[],
): { readonly authored: readonly AuthoredEdge[]; readonly takes?: string } {
  if (authored.some(([id]) => id === researcher))
    return {
      authored: authored.map((edge) =>
        edge[0] === researcher ? withSources(edge, addSource(edge[5], 'orcid')) : edge,
      ),
    };
  const found = placeOf(byline, names);
  if (found === null) return { authored };
  const { place, inFull } = found;
  const holder = authored.find(([, position]) => position === place + 1);
  if (holder === undefined)
    return { authored: [...authored, [researcher, place + 1, byline[place] as string, false, null, 'orcid', null]] };
  return inFull && holder[0].startsWith('arxiv:') ? { authored, takes: holder[0] } : { authored };
}

/** Without what ORCID alone said; what others say stays. */
const withoutClaim = (authored: readonly AuthoredEdge[], researcher: string): readonly AuthoredEdge[] =>
  authored.flatMap((edge) => {
    if (edge[0] !== researcher) return [edge];
    const sources = withoutSource(edge[5], 'orcid');
    return sources === '' ? [] : [withSources(edge, sources)];
  });
