import type { NodeLinkFragment } from '../gen/graphql.js';
import type { Kind } from '../route.js';
import { counted, countryName } from './words.js';

/** The kind of a node, as slices name it. */
export const kindOf = ({ __typename }: Pick<NodeLinkFragment, '__typename'>): Kind => __typename.toUpperCase() as Kind;

/** What a node is called, as plain text. */
export const nameOf = (node: NodeLinkFragment): string => (node.__typename === 'Work' ? node.titleText : node.name);

/** A few words that tell a node from others of its name. */
export function aboutNode(node: NodeLinkFragment): string {
  switch (node.__typename) {
    case 'Researcher':
      return node.affiliation?.name ?? counted(node.stats.works, 'work');
    case 'Work':
      return [node.type, node.year].filter(Boolean).join(' · ');
    case 'Topic':
      return `Topic · ${counted(node.worksCount, 'work')}`;
    case 'Institution':
      return node.country ? countryName(node.country) : counted(node.worksCount, 'work');
  }
}
