/** Finds the nodes that the other questions are about: the best known of each kind. */
export const CENTRES = `{
  researchers(first: 1) { totalCount nodes { id name } }
  works(first: 1) { nodes { id } }
  topics(first: 1) { nodes { id } }
  institutions(first: 1) { nodes { id } }
}`;

/** Kinds of nodes that questions are about. */
export type Centre = 'researcher' | 'work' | 'topic' | 'institution';

const WORKS = `works(first: 10) {
  totalCount pageInfo { endCursor }
  nodes { id authors(first: 12) { totalCount edges { name node { id } } } }
}
facets: works(first: 1) { facets { years { works } types { works } topics(first: 12) { works topic { name } } } }`;
const SLICE = `query ($id: ID!) { neighbourhood(center: $id, limits: { works: 24, topics: 10, institutions: 8, researchers: 25 }) {
  center { id } nodes { id label weight } edges { id weight } totals { works }
} }`;
const ORIGIN = 'provenance { source url } missing { field reason }';

/** What the page asks first of each kind of node, by one of them. Of a slice the arguments are those of the page. */
export const QUESTIONS: Readonly<Record<Centre, readonly string[]>> = {
  researcher: [
    SLICE,
    'query ($id: ID!) { neighbourhood(center: $id) { nodes { id } } }',
    `query ($text: String!) { search(query: $text, first: 8) {
      edges { highlight node { id ... on Researcher { affiliation { name } } ... on Topic { worksCount } } }
    } }`,
    `query ($id: ID!) { researcher(id: $id) {
      headline claimStatus affiliation { name } verification { level reasons } trust { score components { points } }
      stats { works citations hIndex followers topics collaborators closeCollaborators } ${ORIGIN}
    } }`,
    `query ($id: ID!) { researcher(id: $id) {
      topics(first: 8) { totalCount edges { share node { name } } }
      collaborators(first: 8) { totalCount edges { works node { name } } }
      affiliations { current institution { name } }
      ${WORKS}
    } }`,
    `query ($id: ID!) { researcher(id: $id) { identity {
      groups { topics { name } collaborators { name } works(first: 3) { totalCount nodes { title } } }
    } } }`,
    `{ graph { counts { researchers coauthorEdges } sources { name records } }
       researchers(first: 6, orderBy: { by: CITATIONS, direction: DESC }) { nodes { id stats { works citations } } } }`,
  ],
  work: [
    `query ($id: ID!) { work(id: $id) {
      title abstract authors(first: 25) { totalCount edges { name node { name } } }
      topics { score topic { name } } institutions { name }
      references(first: 5) { totalCount nodes { title } } citedBy(first: 5) { totalCount nodes { title } } ${ORIGIN}
    } }`,
    'query ($id: ID!) { work(id: $id) { related(first: 5) { title } } }',
  ],
  topic: [
    `query ($id: ID!) { topic(id: $id) {
      name worksCount researchers(first: 8) { totalCount edges { works node { name } } } ${ORIGIN} ${WORKS}
    } }`,
    // One plan for all kinds but researchers, which have their own.
    SLICE,
  ],
  institution: [
    `query ($id: ID!) { institution(id: $id) {
      name worksCount topics(first: 8) { name } partners(first: 8) { works institution { name } }
      researchers(first: 8) { totalCount nodes { name stats { works } } } ${ORIGIN} ${WORKS}
    } }`,
  ],
};
