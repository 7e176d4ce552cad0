import type { TestApp } from './app.js';

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
}
/** A node as a mirror keeps it: its own fields and its source edges, as the API gives them. */
export interface MirroredNode {
  readonly id: string;
  readonly affiliations?: unknown;
  readonly works?: Connection;
  readonly references?: Connection;
  readonly citedBy?: Connection;
  readonly lists?: readonly (readonly string[] | undefined)[];
}
/** An entry of the log, with the cursor that goes on after it. */
export interface Followed {
  readonly cursor: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly at: string;
}

const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) {
  __typename id updatedAt
  ... on Work {
    title titleText type year date source doi arxivId openAccessUrl abstract citationCount retracted byline
    authors(first: 100) { edges { position name corresponding node { id } institutions { id } } }
    about: topics { score topic { id } }
    references(first: 100) { nodes { id } }
    citedBy(first: 100) { nodes { id } }
  }
  ... on Researcher {
    name otherNames orcid affiliations { institution { id } fromYear toYear current }
    works(first: 100) { nodes { id } }
  }
  ... on Topic { name description subfield field domain works(first: 100) { nodes { id } } }
  ... on Institution { name ror country type homepage }
} }`;
const CHANGES = `query ($after: String, $first: Int) {
  changes(after: $after, first: $first) { edges { cursor node { kind nodeId at } } pageInfo { endCursor hasNextPage } }
}`;

/** Asks again where the server says that it was too busy, as a mirror does. */
async function ask(app: TestApp, text: string, variables?: object, tries = 10) {
  const { data, errors } = await app.query(text, variables);
  if (errors?.[0]?.extensions.code === 'TIMEOUT' && tries > 1) return ask(app, text, variables, tries - 1);
  if (errors) throw new Error(errors[0]?.message);
  return data;
}

/** Reads nodes through the API; those that are not there are left out. */
export async function readNodes(app: TestApp, ids: readonly string[]): Promise<Map<string, MirroredNode>> {
  const nodes: readonly (MirroredNode | null)[] = ids.length === 0 ? [] : (await ask(app, NODES, { ids })).nodes;
  return new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, inOneOrder(node)]])));
}

/** Lists are ordered by figures of their items, which no change of this node tells of. */
function inOneOrder({ works, references, citedBy, ...node }: MirroredNode): MirroredNode {
  const ids = (list: Connection | undefined) => list?.nodes.map(({ id }) => id).sort();
  return { ...node, lists: [ids(works), ids(references), ids(citedBy)] };
}

/** Follows the log of changes over HTTP, and keeps the nodes that it speaks of as they are. */
export class Mirror {
  readonly seen: Followed[] = [];

  private constructor(
    private readonly app: TestApp,
    readonly start: string | null,
    readonly nodes: Map<string, MirroredNode>,
    private place: string | null,
  ) {}

  /** From the oldest change on, with nothing read before. */
  static fromBeginning(app: TestApp): Mirror {
    return new Mirror(app, null, new Map(), null);
  }

  /** Takes the cursor, then reads every node, then is ready to follow from that cursor. */
  static async fromNow(app: TestApp, ids: readonly string[]): Promise<Mirror> {
    const cursor: string = (await ask(app, '{ graph { changesCursor } }')).graph.changesCursor;
    return new Mirror(app, cursor, await readNodes(app, ids), cursor);
  }

  /** Reads pages of the given sizes in turn until the log has no more. */
  async catchUp(sizes: readonly number[]): Promise<void> {
    for (let turn = 0; await this.#follow(sizes[turn % sizes.length] ?? 1); turn++);
  }

  /** Reads one page of changes and the nodes in it anew. Returns whether the log goes on. */
  async #follow(size: number): Promise<boolean> {
    const { changes } = await ask(this.app, CHANGES, { after: this.place, first: size });
    const followed: Followed[] = changes.edges.map(({ cursor, node }: { cursor: string; node: object }) => ({
      cursor,
      ...node,
    }));
    this.seen.push(...followed);
    const ids = [...new Set(followed.map(({ nodeId }) => nodeId))];
    const read = await readNodes(this.app, ids);
    for (const id of ids) {
      const node = read.get(id);
      if (node) this.nodes.set(id, node);
      else this.nodes.delete(id);
    }
    this.place = changes.pageInfo.endCursor;
    return changes.pageInfo.hasNextPage;
  }
}
