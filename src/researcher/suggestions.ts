/** How far suggestions look: docs/suggestions.md says what each bound means. */
export const SUGGESTION_BOUNDS = {
  via: 100,
  widest: 500,
  topics: 10,
  peers: 20,
  read: 500,
  candidates: 700,
  ceiling: Number.MAX_SAFE_INTEGER,
} as const;

export type SuggestionParams = typeof SUGGESTION_BOUNDS & { readonly limit: number };

/** What `researcher.suggestions` returns. */
export interface SuggestionRow {
  readonly id: string;
  readonly score: number;
  readonly sharedCollaborators: number;
  /** Names of two of the shared collaborators, the researcher's closest. */
  readonly names: readonly string[];
  /** Ids and names of shared topics, those that weigh most first. */
  readonly topics: readonly (readonly [id: string, name: string])[];
}

/** Why someone is suggested, in words. */
export function reasonOf({ sharedCollaborators, names, topics }: Omit<SuggestionRow, 'id' | 'score'>): string {
  const people = sharedCollaborators > 0 ? `${sharedPeople(sharedCollaborators)} ${names.join(' and ')}` : null;
  const work = topics.length > 0 ? `both work on ${listed(topics.map(([, name]) => name))}` : null;
  const reason = [people, work].filter((part) => part !== null).join('; ');
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

function sharedPeople(count: number): string {
  if (count === 1) return '1 shared collaborator,';
  return count === 2 ? '2 shared collaborators,' : `${count} shared collaborators, among them`;
}

/** The first two, and how many others there are. */
function listed(names: readonly string[]): string {
  const more = names.length - 2;
  if (more <= 0) return names.join(' and ');
  return `${names.slice(0, 2).join(', ')} and ${more} more ${more === 1 ? 'topic' : 'topics'}`;
}
