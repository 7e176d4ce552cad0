import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from './app.js';
import { openTestDatabase, type TestDatabase } from './graph.js';

/** The researcher whose page the demo graph is about. */
export const SEED = 'demo:jingzhao-zhang';

/** Everything of a slice but the nodes' own fields. */
export const SLICE = `{
  center { id }
  nodes { id type label weight year distance }
  edges { id source target type weight sources }
  totals { works topics institutions researchers } }`;

/** A server over the demo graph, and the same graph to look into. */
export interface DemoSlices {
  readonly app: TestApp;
  readonly reader: TestDatabase;
  /** The slice of depth 1 around a node. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  slice(center: string, limits?: object): Promise<any>;
}

/** Serves the demo graph while the tests of a file run. */
export function useDemoSlices(): () => DemoSlices {
  let app: TestApp;
  let reader: TestDatabase;
  beforeAll(async () => {
    app = await startTestApp();
    reader = await openTestDatabase();
    await loadDemoWhereEmpty(app.graph.database, 100);
  });
  afterAll(async () => {
    await app?.close();
    await reader?.database.close();
  });
  const slice = async (center: string, limits = {}) => {
    const answer = await app.query(
      `query ($center: ID!, $limits: NeighbourhoodLimits) { neighbourhood(center: $center, limits: $limits) ${SLICE} }`,
      { center, limits },
    );
    expect(answer.errors).toBeUndefined();
    return answer.data.neighbourhood;
  };
  return () => ({ app, reader, slice });
}

/** The ids of one kind among the nodes of a slice. */
export const idsOf = (nodes: readonly { readonly id: string; readonly type: string }[], type: string): string[] =>
  nodes.filter((node) => node.type === type).map(({ id }) => id);
