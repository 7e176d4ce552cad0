import { randomFrom } from './random.mjs';

/** OpenAlex has 4,516 topics in 252 subfields, 26 fields and 4 domains. */
const TOPICS = 4_516;
/** People who may write together. */
const CIRCLE = 40;
const MOST_REFERENCES = 24;
const FIRST_WORK = 2_000_000_000;

const GIVEN =
  'Ada Alan Barbara Carl Chien David Emmy Fatima Grace Hana Ines Ivan Jun Karen Leonhard Maria Nadia Omar Ping Ravi Sofia Tu Umar Vera Wei Xiu Yuki Zoe'.split(
    ' ',
  );
const FAMILY =
  'Almeida Banerjee Cohen Diaz Euler Fischer Garcia Hopper Ito Jansen Kovalevskaya Lovelace Mirzakhani Noether Okafor Patel Quist Ramanujan Schmidt Turing Ueda Varga Wang Xu Yilmaz Zhang'.split(
    ' ',
  );
const WORDS =
  'adaptive analysis bayesian causal cell clinical climate cluster control convex cosmic data deep design disease dynamics energy evolution field flow gene graph growth imaging inference kinetic language learning light magnetic market material memory metric model molecular network neural noise optical phase plasma policy protein quantum random risk robust sampling scaling signal social soil space spectral statistical structure surface survey theory transfer urban vaccine vision water wave'.split(
    ' ',
  );

const sourced = (id) => ({ id, sourceUpdatedAt: '2026-01-01', hash: id, notImported: [], unknown: [] });
const statements = { researchers: [], institutions: [], topics: [] };
const researcherId = (number) => `A${5_000_000_000 + number}`;
const nameOf = (number) =>
  `${GIVEN[number % GIVEN.length]} ${FAMILY[Math.floor(number / GIVEN.length) % FAMILY.length]} ${number}`;

/**
 * A made-up scholarly graph with so many works: `sizes`, and the record of each topic, institution, researcher and work by its
 * number. Works are drawn at random, so that the same graph comes only of asking for all of them once, in order.
 */
export function syntheticGraph(works, seed = 1) {
  const random = randomFrom(seed);
  const below = (bound) => Math.floor(random() * bound);
  /** Small numbers far oftener than large ones: the first of n comes up about 1 / ln n of the time. */
  const ranked = (count) => Math.min(count - 1, Math.floor(count ** random()) - 1);
  const researchers = Math.floor(works / 3);
  const institutions = Math.max(50, Math.floor(works / 100));
  const homeOf = (number) => Math.floor(number / CIRCLE) % institutions;

  const topic = (at) => ({
    ...sourced(`T${10_000 + at}`),
    kind: 'topic',
    name: `${WORDS[at % WORDS.length]} ${WORDS[Math.floor(at / WORDS.length)]} ${at}`,
    description: null,
    subfield: `Subfield ${at % 252}`,
    field: `Field ${at % 26}`,
    domain: `Domain ${at % 4}`,
  });
  const institution = (at) => ({
    ...sourced(`I${1_000 + at}`),
    kind: 'institution',
    name: `University ${at}`,
    otherNames: [],
    ror: null,
    country: ['US', 'CN', 'GB', 'DE', 'IN', 'BR'][at % 6],
    type: 'education',
    homepage: null,
  });
  const researcher = (at) => ({
    ...sourced(researcherId(at)),
    kind: 'researcher',
    name: nameOf(at),
    otherNames: [],
    orcid: null,
    affiliations: [{ institutionId: `I${1_000 + homeOf(at)}`, fromYear: 2015, toYear: null, current: true }],
    statements: { institutions: [] },
  });
  function work(at) {
    // Circles lie beside each other; in each the first few write most.
    const circle = below(Math.ceil(researchers / CIRCLE));
    const member = () => {
      const from = random() < 0.9 ? circle : below(Math.ceil(researchers / CIRCLE));
      return Math.min(researchers - 1, from * CIRCLE + Math.floor(CIRCLE * random() ** 2));
    };
    const people = [...new Set(Array.from({ length: 1 + below(7) }, member))];
    // The largest topic and institution come up everywhere, others where they belong.
    const topics = [
      ...new Set(Array.from({ length: 3 }, () => (random() < 0.5 ? ranked(TOPICS) : (circle * 7 + below(5)) % TOPICS))),
    ];
    const guest = ranked(institutions);
    const institutionOf = (number) => `I${1_000 + (random() < 0.8 ? homeOf(number) : guest)}`;
    const authorships = people.map((number, place) => ({
      researcherId: researcherId(number),
      position: place + 1,
      name: nameOf(number),
      corresponding: place === 0,
      institutionIds: [institutionOf(number)],
    }));
    const title = Array.from({ length: 6 }, () => WORDS[below(WORDS.length)]).join(' ');
    return {
      ...sourced(`W${FIRST_WORK + at}`),
      kind: 'work',
      title,
      titleText: title,
      type: 'article',
      year: 1990 + Math.floor(36 * Math.sqrt(random())),
      date: null,
      source: `Journal ${ranked(2_000)}`,
      doi: null,
      arxivId: null,
      openAccessUrl: null,
      abstract: null,
      abstractText: null,
      citationCount: Math.floor(2 / (random() + 0.002)),
      retracted: false,
      byline: authorships.map(({ name }) => name),
      namesWithoutId: 0,
      institutionIds: [...new Set(authorships.flatMap(({ institutionIds }) => institutionIds))],
      references: [...new Set(Array.from({ length: below(MOST_REFERENCES) }, () => `W${FIRST_WORK + ranked(works)}`))],
      authorships,
      topics: topics.map((topic, place) => ({ id: `T${10_000 + topic}`, score: 0.9 - place / 10 })),
      statements,
    };
  }
  return { sizes: { works, researchers, institutions, topics: TOPICS }, topic, institution, researcher, work };
}
