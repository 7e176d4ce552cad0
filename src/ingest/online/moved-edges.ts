import { addSource } from '../code-points.js';
import type { AboutEdge, AuthoredEdge, WorkEdges } from './work-edges.js';

/**
 * The edges of a work when other ids stand for those that it is joined to. A researcher who is then twice on the
 * byline has the first place and the institutions of both, a topic the higher score.
 * @param targets what stands for an id now; null where nothing does
 * @param curated ids of which a moderator said so: sources go on to state them
 */
export function movedEdges(
  edges: WorkEdges,
  targets: ReadonlyMap<string, string | null>,
  curated: ReadonlySet<string> = new Set(),
): WorkEdges {
  const targetOf = (id: string): string | null => {
    const target = targets.get(id);
    return target === undefined ? id : target;
  };
  const allOf = (ids: readonly string[]): string[] => [
    ...new Set(ids.map(targetOf).filter((id): id is string => id !== null)),
  ];

  const authored = new Map<string, AuthoredEdge>();
  for (const [from, position, name, corresponding, institutionIds, sources, statedAs] of [...edges.authored].sort(
    (one, other) => one[1] - other[1],
  )) {
    const id = targetOf(from);
    if (id === null) continue;
    const first = authored.get(id);
    const institutions = allOf([...(first?.[4] ?? []), ...(institutionIds ?? [])]);
    authored.set(id, [
      id,
      first?.[1] ?? position,
      first?.[2] ?? name,
      (first?.[3] ?? false) || corresponding,
      institutions.length === 0 ? null : institutions,
      addSource(first?.[5], sources),
      statedAsOf(first, id, statedAs ?? (curated.has(from) ? from : null)),
    ]);
  }
  const about = new Map<string, AboutEdge>();
  for (const [to, score, sources] of edges.about) {
    const id = targetOf(to);
    if (id === null) continue;
    const first = about.get(id);
    about.set(id, [id, Math.max(first?.[1] ?? score, score), addSource(first?.[2], sources)]);
  }
  return {
    ...edges,
    institutions: allOf(edges.institutions),
    authored: [...authored.values()],
    about: [...about.values()],
  };
}

/** An author who is stated under the very id, be it at another place of the byline, needs no note of it. */
function statedAsOf(first: AuthoredEdge | undefined, id: string, statedAs: string | null): string | null {
  if (statedAs === null || statedAs === id || first?.[6] === null) return null;
  return first?.[6] ?? statedAs;
}
