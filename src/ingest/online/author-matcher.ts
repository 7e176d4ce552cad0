import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import type { ArxivAuthor, ArxivRecord } from '../arxiv/arxiv-record.js';
import { sortKey } from '../sort-key.js';

interface CandidateRow {
  readonly id: string;
  readonly name: string;
  readonly orcid: string | null;
  readonly coauthors: readonly string[];
  readonly categories: readonly string[];
}

const authorCandidates = read<
  {
    names: readonly string[];
    wanted: Readonly<Record<string, true>>;
    most: number;
    maxAuthors: number;
  },
  CandidateRow
>('ingest.author-candidates');
/** Whose records hold ORCID iDs. */
export const researchersByOrcid = read<
  { orcids: readonly string[] },
  { readonly orcid: string; readonly id: string; readonly isOwn: boolean }
>('ingest.researchers-by-orcid');

/** Of a name that more researchers have, the first are looked at: such a name tells nobody apart anyway. */
const MOST_OF_A_NAME = 500;
/** The sort key of a name without a letter. */
const NAMELESS = '~';

interface Candidate {
  readonly id: string;
  readonly orcid: string | null;
  readonly coauthors: Set<string>;
  readonly categories: Set<string>;
}

/**
 * Tells which known researcher an author of arXiv is. It takes evidence: an ORCID iD; or the same name, and either a
 * coauthor of a name that the researcher wrote with before, or a category of theirs. The name alone is none. Most shared
 * coauthors win, among equals most shared categories, then the lower id. A category alone counts for a name that is
 * written out and that just one researcher of that category has, if more than papers of arXiv speak of that one: among
 * those whom arXiv alone knows, the first of a name is always the only one, and would become everybody of that name.
 */
export class AuthorMatcher {
  readonly #byName = new Map<string, Candidate[]>();
  readonly #byOrcid = new Map<string, string>();

  private constructor(private readonly maxAuthors: number) {}

  /** Reads what the graph knows of the names on the bylines of these articles. */
  static async load(
    transaction: Transaction,
    articles: readonly ArxivRecord[],
    maxAuthors: number,
  ): Promise<AuthorMatcher> {
    const matcher = new AuthorMatcher(maxAuthors);
    const authors = articles.flatMap((article) => article.authors);
    const names = [...new Set(authors.map(nameKey))].filter((name) => name !== NAMELESS);
    const orcids = [...new Set(authors.flatMap(({ orcid }) => orcid ?? []))];
    const wanted = Object.fromEntries(names.map((name) => [name, true as const]));
    if (names.length > 0)
      for (const row of await transaction.run(authorCandidates, { names, wanted, most: MOST_OF_A_NAME, maxAuthors }))
        matcher.#add(row.name, { ...row, coauthors: new Set(row.coauthors), categories: new Set(row.categories) });
    if (orcids.length > 0)
      for (const { orcid, id } of await transaction.run(researchersByOrcid, { orcids }))
        matcher.#byOrcid.set(orcid, id);
    return matcher;
  }

  /**
   * The researcher that an author of an article is, null where none is known.
   * @param taken researchers that stand on the byline already
   */
  match(author: ArxivAuthor, article: ArxivRecord, taken: ReadonlySet<string>): string | null {
    const known = author.orcid === null ? undefined : this.#byOrcid.get(author.orcid);
    if (known !== undefined && !taken.has(known)) return known;
    const free = (this.#byName.get(nameKey(author)) ?? []).filter(
      ({ id, orcid }) => !taken.has(id) && (author.orcid === null || orcid === null || orcid === author.orcid),
    );
    if (free.length === 0) return null;
    const others = this.#coauthorsOf(author, article);
    const shares = free.map((candidate) => ({
      candidate,
      coauthors: others.filter((name) => candidate.coauthors.has(name)).length,
      categories: article.categories.filter((code) => candidate.categories.has(`arxiv:${code}`)).length,
    }));
    const [best] = shares
      .filter(({ coauthors }) => coauthors > 0)
      .sort((one, other) => other.coauthors - one.coauthors || other.categories - one.categories);
    if (best !== undefined) return best.candidate.id;
    const ofCategory = shares.filter(({ candidate, categories }) => categories > 0 && isKnownBeyondPapers(candidate));
    return ofCategory.length === 1 && isWrittenOut(author) ? (ofCategory[0]?.candidate.id ?? null) : null;
  }

  /** Notes who the authors of an article are, for those of the articles after it. */
  learn(article: ArxivRecord, ids: readonly (string | null)[]): void {
    article.authors.forEach((author, place) => {
      const id = ids[place];
      if (id === null || id === undefined) return;
      const name = nameKey(author);
      let candidate = this.#byName.get(name)?.find((known) => known.id === id);
      if (candidate === undefined) {
        candidate = { id, orcid: author.orcid, coauthors: new Set(), categories: new Set() };
        this.#add(name, candidate);
      }
      for (const other of this.#coauthorsOf(author, article)) candidate.coauthors.add(other);
      for (const code of article.categories) candidate.categories.add(`arxiv:${code}`);
      if (author.orcid !== null && !this.#byOrcid.has(author.orcid)) this.#byOrcid.set(author.orcid, id);
    });
  }

  #add(name: string, candidate: Candidate): void {
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), candidate]);
  }

  #coauthorsOf(author: ArxivAuthor, { authors }: ArxivRecord): string[] {
    if (authors.length > this.maxAuthors) return [];
    const others = authors.filter((other) => other !== author && !other.collaboration).map(nameKey);
    return [...new Set(others)].filter((name) => name !== NAMELESS && name !== nameKey(author));
  }
}

/** The key under which names are the same: letters and digits, accents folded. */
export const nameKey = ({ name }: Pick<ArxivAuthor, 'name'>): string => sortKey(name);

const isKnownBeyondPapers = ({ id, orcid }: Candidate): boolean => !id.startsWith('arxiv:') || orcid !== null;

/** Initials alone are shared by too many. */
const isWrittenOut = ({ given }: ArxivAuthor): boolean =>
  sortKey(given ?? '')
    .split(' ')
    .some((part) => part.length > 1);
