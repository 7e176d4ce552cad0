import { patiently } from '../load.mjs';

const idsOf = (list) => list.map(({ id }) => id);
const figure = (of) => (each) => [each[of], each.works];
const sorted = (ids) => [...ids].sort();

/** What of a slice and of a page both sides must have alike. */
function ours({ neighbourhood: { nodes, edges } }, page) {
  const { topics, collaborators, affiliations } = page.ResearcherConnectionsOfresearcher;
  const works = page.WorksOfResearcherOfowner.works;
  const { facets } = page.FacetsOfResearcherOfowner.works;
  return {
    nodes: sorted(idsOf(nodes)),
    edges: sorted(idsOf(edges)),
    'edges of the page': sorted(idsOf(page.SliceOfneighbourhood.edges)),
    topics: idsOf(topics.edges.map(({ node }) => node)),
    collaborators: idsOf(collaborators.edges.map(({ node }) => node)),
    affiliations: idsOf(affiliations.map(({ institution }) => institution)),
    works: [works.totalCount, ...idsOf(works.nodes)],
    facets: [
      ...facets.years.map(figure('year')),
      ...facets.types.map(figure('value')),
      ...idsOf(facets.topics.map(({ topic }) => topic)),
    ],
  };
}

function byHand({ center, works, topics, institutions, researchers, edges }, page) {
  return {
    nodes: sorted(idsOf([center, ...works, ...topics, ...institutions, ...researchers])),
    edges: sorted(idsOf(edges)),
    'edges of the page': sorted(idsOf(page.graph.edges)),
    topics: idsOf(page.topics),
    collaborators: idsOf(page.collaborators),
    affiliations: idsOf(page.affiliations),
    works: [page.works.total, ...idsOf(page.works.works)],
    facets: [
      ...page.works.years.map(figure('year')),
      ...page.works.types.map(figure('value')),
      ...idsOf(page.works.topics),
    ],
  };
}

/** Whoever is asked the same must answer the same: else the comparison is of different work. Throws where they do not. */
export async function assertAgreement(contenders, ids) {
  for (const id of ids) {
    const ask = async (name, kind) => JSON.parse(await patiently(() => contenders[name].act(kind)(id)));
    const [slice, page] = [await ask('ours', 'slice'), await ask('ours', 'profile')];
    const own = ours(slice.data, page.data);
    const hand = byHand(await ask('bare', 'slice'), await ask('bare', 'profile'));
    for (const part of Object.keys(own))
      if (JSON.stringify(own[part]) !== JSON.stringify(hand[part]))
        throw new Error(
          `${id}, ${part}: ours ${JSON.stringify(own[part]).slice(0, 600)}, by hand ${JSON.stringify(hand[part]).slice(0, 600)}`,
        );
  }
}
