import { InContextDocument, PageThroughDocument, type TypedDocumentString } from './generated/queries.js';

const endpoint = process.env.RESEARCH_GRAPH ?? 'http://127.0.0.1:4000/graphql';
const id = process.argv[2] ?? 'demo:jingzhao-zhang';

/** Sends a query; what comes back has the type that the query asks for. */
async function ask<Data, Variables>(query: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: query.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('\n') ?? response.statusText);
  return data;
}

const pageOfWorks = async (id: string, after: string | null) =>
  (await ask(PageThroughDocument, { id, first: 100, after })).researcher?.works;

/** All works of a researcher, however many pages they fill. */
async function* works(id: string) {
  let page = await pageOfWorks(id, null);
  while (page) {
    yield* page.nodes;
    const { hasNextPage, endCursor } = page.pageInfo;
    page = hasNextPage ? await pageOfWorks(id, endCursor) : undefined;
  }
}

const { neighbourhood } = await ask(InContextDocument, { id, limits: { works: 3, researchers: 5 } });
if (!neighbourhood) throw new Error(`There is no node ${id}.`);
const { nodes, edges, totals } = neighbourhood;
console.log(`${nodes.length} nodes and ${edges.length} edges around ${nodes[0]?.label}`);
for (const type of ['RESEARCHER', 'WORK', 'TOPIC'] as const) {
  const labels = nodes
    .slice(1)
    .filter((node) => node.type === type)
    .map(({ label }) => label);
  console.log(`${type}: ${labels.join('; ')}`);
}
console.log(`of ${totals.researchers} collaborators and ${totals.works} works:`);
for await (const { year, titleText } of works(id)) console.log(`${year} ${titleText}`);
