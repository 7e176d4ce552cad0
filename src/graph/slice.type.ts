import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Sized } from '../core/list-size.js';
import { EdgeType } from './edge-type.js';
import { Node, NodeType } from './node.type.js';
import { mostEdges, mostNodes } from './slice.input.js';

@ObjectType({ simpleResolvers: true, description: 'A node of a slice: enough to draw it; `node` has everything else.' })
export class GraphNode {
  @Field(() => ID)
  id!: string;

  @Field(() => NodeType)
  type!: NodeType;

  @Field({ description: 'Name, or plain title.' })
  label!: string;

  @Field(() => Float, { description: 'citationCount of a work, number of works of the others.' })
  weight!: number;

  @Field(() => Int, { nullable: true, description: 'Year of a work.' })
  year!: number | null;

  @Field(() => Int, { nullable: true, description: 'Hops from the centre, which is at 0; null in a subgraph.' })
  distance!: number | null;

  @Field(() => Node, { simple: false })
  node!: unknown;
}

@ObjectType({ simpleResolvers: true, description: 'An edge of a slice.' })
export class GraphEdge {
  @Field(() => ID, { description: 'TYPE:source:target; stable.' })
  id!: string;

  @Field(() => ID)
  source!: string;

  @Field(() => ID)
  target!: string;

  @Field(() => EdgeType)
  type!: EdgeType;

  @Field(() => Float, {
    description: 'Works for COAUTHOR, RESEARCHES, ACTIVE_IN and PARTNER, score for ABOUT, else 1.',
  })
  weight!: number;

  @Field(() => [String], {
    description: "Sources that stated it, 'curated' where a moderator found another person to be meant, or 'derived'.",
  })
  sources!: string[];
}

@ObjectType({ simpleResolvers: true, description: 'Distinct neighbours of the centre before the limits.' })
export class NeighbourhoodTotals {
  @Field(() => Int)
  works!: number;

  @Field(() => Int)
  topics!: number;

  @Field(() => Int)
  institutions!: number;

  @Field(() => Int)
  researchers!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The graph around a node.' })
export class Neighbourhood {
  @Field(() => Node, { simple: false })
  center!: unknown;

  @Sized(mostNodes)
  @Field(() => [GraphNode], {
    description: 'The centre, then works, topics, institutions and researchers, best first within each kind.',
  })
  nodes!: GraphNode[];

  @Sized(mostEdges)
  @Field(() => [GraphEdge], { description: 'Every edge of the graph between the nodes returned, by id.' })
  edges!: GraphEdge[];

  @Field(() => NeighbourhoodTotals, {
    description:
      'So that a client can say "20 of 312 works"; the lists on the centre go on from there in the same order.',
  })
  totals!: NeighbourhoodTotals;
}
