/** What two groups of works are weighed by, in the order of the figures that `Affinity.measure` gives. */
export const MEASURES = [
  'anyTwo',
  'words',
  'titles',
  'venue',
  'organisations',
  'otherOrganisations',
  'yearsApart',
  'sameYears',
  'size',
  'acquainted',
  'spellings',
  'separateCircles',
  'fragments',
  'surname',
  'topics',
  'references',
] as const;

export type Measure = (typeof MEASURES)[number];

/** How much each figure adds to the score of two groups. docs/identity.md says what each is and where it comes from. */
export const WEIGHTS: Readonly<Record<Measure, number>> = {
  anyTwo: -3,
  words: 3.4,
  titles: 3.2,
  venue: 2,
  organisations: 4.8,
  otherOrganisations: -1.1,
  yearsApart: -0.34,
  sameYears: -0.72,
  size: 1.8,
  acquainted: 1.7,
  spellings: 1.9,
  separateCircles: -1.2,
  fragments: -2.2,
  surname: -0.83,
  topics: 1,
  references: 1,
};

/** Groups whose score is above this are joined. */
export const JOIN_ABOVE = -0.4;

/** Half the logarithm of how much oftener works of one person share it than works of any two. */
export const TOPIC_FIGURES = { topic: 2.4, subfield: 0.8, field: -0.4, domain: -2, nothing: -2.2, unknownRest: -0.6 };

/** The same of references: one cites the other, or both cite at least so many works in common. */
export const REFERENCE_FIGURES = { cites: 3.3, five: 2.9, two: 1.5, one: 0.25, none: -0.5 };

/** From scores to confidence: logistic regressions on what is left apart in the end. docs/identity.md has the figures. */
export const CONFIDENCE = {
  /** A group alone: the start, for each point of its score (less topics and references), for the logarithm of its size. */
  ...{ group: -0.53, score: 0.44, size: 0.53 },
  /** All together: the start, for each point of evidence, for the share of the largest group. */
  ...{ record: 0.23, together: 0.42, share: -1.3 },
  /** Taken off both: the development set is half mixed records, a graph is not. */
  mostAreOne: 1.25,
};

/** A record is called mixed where a group's confidence is above this. */
export const MIXED_ABOVE = 0.8;

/** What is as little suspect as this goes to the largest group. */
export const ATTACH_BELOW = 0.25;
