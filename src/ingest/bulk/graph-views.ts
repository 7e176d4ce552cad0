/** The views of `sql/bulk.4-graph.sql` that hold nodes, by label. */
export const nodeViews = {
  Work: 'node_work',
  Researcher: 'node_researcher',
  Topic: 'node_topic',
  Institution: 'node_institution',
  Meta: 'node_meta',
  Source: 'node_source',
  ImportedFile: 'node_imported_file',
} as const;
export type NodeLabel = keyof typeof nodeViews;

/** The views that hold edges, by type. */
export const edgeViews = {
  AUTHORED: 'edge_authored',
  ABOUT: 'edge_about',
  AFFILIATED: 'edge_affiliated',
  CITES: 'edge_cites',
  COAUTHOR: 'edge_coauthor',
  RESEARCHES: 'edge_researches',
  PRODUCED_AT: 'edge_produced_at',
  ACTIVE_IN: 'edge_active_in',
  PARTNER: 'edge_partner',
} as const;
export type EdgeType = keyof typeof edgeViews;

/** Properties that are lists of texts, joined by LIST_SEPARATOR in the views. */
export const listProperties: ReadonlySet<string> = new Set([
  'otherNames',
  'byline',
  'institutionIds',
  'references',
  'notImported',
  'unknown',
]);
