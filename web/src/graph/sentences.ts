import type { EdgeType } from '../gen/graphql.js';
import type { Kind } from '../route.js';
import { counted } from '../text/words.js';

const NAMES: Readonly<Record<Kind, readonly [string, string]>> = {
  RESEARCHER: ['researcher', 'researchers'],
  WORK: ['work', 'works'],
  TOPIC: ['topic', 'topics'],
  INSTITUTION: ['institution', 'institutions'],
};

/** Kinds in the order in which they are listed. */
export const KINDS: readonly Kind[] = ['RESEARCHER', 'WORK', 'TOPIC', 'INSTITUTION'];

/** The name of a kind, for one or for many. */
export const kindName = (kind: Kind, many = false): string => NAMES[kind][many ? 1 : 0];

/** How a node is read aloud: `Gradient clipping, topic, 12 works`. */
export function nodeInWords(node: {
  readonly label: string;
  readonly type: Kind;
  readonly weight: number;
  readonly year: number | null;
}): string {
  const size = node.type === 'WORK' ? counted(node.weight, 'citation') : counted(node.weight, 'work');
  return [node.label, kindName(node.type), node.year, size].filter((part) => part !== null).join(', ');
}

/** Why two nodes are joined, as a sentence about the first with the second. */
export function edgeInWords(
  { type, weight }: { readonly type: EdgeType; readonly weight: number },
  from: string,
  to: string,
): string {
  switch (type) {
    case 'AUTHORED':
      return `${from} wrote ${to}.`;
    case 'ABOUT':
      return `${from} is about ${to}.`;
    case 'AFFILIATED':
      return `${from} is or was at ${to}.`;
    case 'CITES':
      return `${from} cites ${to}.`;
    case 'COAUTHOR':
      return `${from} and ${to} have ${counted(weight, 'joint work')}.`;
    case 'RESEARCHES':
      return `${from} has ${counted(weight, 'work')} about ${to}.`;
    case 'PRODUCED_AT':
      return `${from} was written at ${to}.`;
    case 'ACTIVE_IN':
      return `${from} has ${counted(weight, 'work')} about ${to}.`;
    case 'PARTNER':
      return `${from} and ${to} have ${counted(weight, 'joint work')}.`;
  }
}

/** The same in a few words, where it is said with whom. */
export function edgeInShort({ type, weight }: { readonly type: EdgeType; readonly weight: number }): string {
  switch (type) {
    case 'AUTHORED':
      return 'authorship';
    case 'ABOUT':
      return 'subject';
    case 'AFFILIATED':
      return 'affiliation';
    case 'CITES':
      return 'citation';
    case 'PRODUCED_AT':
      return 'place of work';
    case 'COAUTHOR':
    case 'PARTNER':
      return counted(weight, 'joint work');
    case 'RESEARCHES':
    case 'ACTIVE_IN':
      return `${counted(weight, 'work')} about it`;
  }
}
