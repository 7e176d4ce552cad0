import { post } from '../load.mjs';
import { pageQuery } from './page-query.mjs';

const STAR = `query Star($id: ID!) { neighbourhood(center: $id) { nodes { id type label weight year distance } } }`;
const SLICE = `query Slice($id: ID!) { neighbourhood(center: $id) {
  nodes { id type label weight year distance } edges { id type source target weight } } }`;
const COLLABORATORS = `query Collaborators($ids: [ID!]!) { collaborators(ids: $ids, first: 25) {
  researcher { id } collaborators { works strength firstYear lastYear node { id } } } }`;
/** The nearest that @neo4j/graphql's resolvers come to a star; it has no way to ask for the edges among the neighbours. */
const PEER_STAR = `query Star($id: ID!) { researchers(where: { id: { eq: $id } }) { id name worksCount
  works(limit: 20, sort: [{ citationCount: DESC }, { year: DESC }]) { id title citationCount year }
  topicsConnection(first: 10, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
  institutionsConnection(first: 10, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
  coauthorsConnection(first: 25, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
  coauthorOfConnection(first: 25, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
} }`;

const about = (query) => (id) => post(query, { id });
const page = (withIdentity) => {
  const { query, variables } = pageQuery(withIdentity);
  return (id) => post(query, { ...variables, id });
};
const ours = {
  star: about(STAR),
  slice: about(SLICE),
  profile: page(false),
  'profile with identity': page(true),
  collaborators: (ids) => post(COLLABORATORS, { ids }),
};
const byGet = (kind) => (id) => ({ method: 'GET', path: `/${kind}/${encodeURIComponent(id)}` });

/** How each contender is asked each kind of question: from an id (of collaborators: from ids) to a request. */
export const questions = {
  ours,
  cached: ours,
  bare: { star: byGet('star'), slice: byGet('slice'), profile: byGet('profile') },
  peer: { star: about(PEER_STAR) },
};

/** Ids in one request for collaborators. */
export const BATCH = 100;

/** The same on the driver alone: the server's own statement. */
export const collaboratorsByDriver = (database) => (keys) =>
  database.run('researcher.collaborators', { keys, limit: 25, after: null, minWorks: 1, since: null });
