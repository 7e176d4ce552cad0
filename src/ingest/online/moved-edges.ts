import { compareCodePoints } from '../code-points.js';
import type { AboutEdge, AuthoredEdge, WorkEdges } from './work-edges.js';

/**
 * The edges of a work when other ids stand for those that it is joined to. A researcher who is then twice on the
 * byline has the first place and the institutions of both, a topic the higher score.
 * @param targets what stands for an id now; null where nothing does
 */
export function movedEdges(edges: WorkEdges, targets: ReadonlyMap<string, string | null>): WorkEdges {
  const targetOf = (id: string): string | null => {
    const target = targets.get(id);
    return target === undefined ? id : target;
  };
  const allOf = (ids: readonly string[]): string[] => [
    ...new Set(ids.map(targetOf).filter((id): id is string => id !== null)),
  ];

  const authored = new Map<string, AuthoredEdge>();
  for (const [from, position, name, corresponding, institutionIds, sources] of [...edges.authored].sort(
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
      joinSources(first?.[5], sources),
    ]);
  }
  const about = new Map<string, AboutEdge>();
  for (const [to, score, sources] of edges.about) {
    const id = targetOf(to);
    if (id === null) continue;
    const first = about.get(id);
    about.set(id, [id, Math.max(first?.[1] ?? score, score), joinSources(first?.[2], sources)]);
  }
  return {
    ...edges,
    institutions: allOf(edges.institutions),
    authored: [...authored.values()],
    about: [...about.values()],
  };
}

const joinSources = (one: string | undefined, other: string): string =>
  [...new Set([...(one?.split(' ') ?? []), ...other.split(' ')])].sort(compareCodePoints).join(' ');
