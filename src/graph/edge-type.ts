import { registerEnumType } from 'type-graphql';

export enum EdgeType {
  AUTHORED = 'AUTHORED',
  COAUTHOR = 'COAUTHOR',
  ABOUT = 'ABOUT',
  AFFILIATED = 'AFFILIATED',
  CITES = 'CITES',
  RESEARCHES = 'RESEARCHES',
  PRODUCED_AT = 'PRODUCED_AT',
  ACTIVE_IN = 'ACTIVE_IN',
  PARTNER = 'PARTNER',
}
registerEnumType(EdgeType, {
  name: 'EdgeType',
  description:
    'The kinds of edge. The first five but COAUTHOR are stated by sources, the others are derived from those.',
  valuesConfig: {
    AUTHORED: { description: 'Researcher to work.' },
    COAUTHOR: { description: 'Two researchers with a joint work, once a pair, the lower id as source.' },
    ABOUT: { description: 'Work to topic.' },
    AFFILIATED: { description: 'Researcher to institution.' },
    CITES: { description: 'Work to the work that it cites.' },
    RESEARCHES: { description: 'Researcher to a topic of a work of theirs.' },
    PRODUCED_AT: { description: 'Work to an institution of one of its authors.' },
    ACTIVE_IN: { description: 'Institution to a topic of a work produced there.' },
    PARTNER: { description: 'Two institutions with a joint work, once a pair, the lower id as source.' },
  },
});
