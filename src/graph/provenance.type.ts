import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../core/date-time.js';

/** Who put something into an ORCID record. */
export enum AssertedBy {
  OWNER = 'OWNER',
  OTHER = 'OTHER',
}
registerEnumType(AssertedBy, {
  name: 'AssertedBy',
  description: 'Who put something into an ORCID record.',
  valuesConfig: {
    OWNER: { description: 'The person whose record it is.' },
    OTHER: { description: 'An organisation, such as an employer or a publisher.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'One thing that a record states, and who asserted it.' })
export class Assertion {
  @Field({ description: 'The field of the node that it bears on: affiliations, works.' })
  field!: string;

  @Field({ description: 'What is asserted: the name of the organisation, the DOI of the work.' })
  value!: string;

  @Field(() => AssertedBy)
  assertedBy!: AssertedBy;

  @Field(() => String, { nullable: true, description: 'Who that is, as the source names them.' })
  name!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A source that states something of a node, in a record of its own or inside a work.',
})
export class Provenance {
  @Field({ description: "The source's name, as in graph.sources: openalex, demo." })
  source!: string;

  @Field({ description: "The node's key in that source." })
  sourceId!: string;

  @Field(() => DateTimeScalar, {
    description: 'When an import last changed the node here; one moment for all of its sources.',
  })
  importedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The page of the source about it; null where there is none, as in the demo graph.',
  })
  url!: string | null;
}

/** What a node's record says of where it comes from. */
export interface Sourced {
  readonly id: string;
  readonly updatedAt: string;
  /** Names of sources with a space between, as the graph stores them. */
  readonly sources: string | null;
  readonly arxivId?: string | null;
  readonly orcid?: string | null;
}

/** Where a source keeps the node: its key there, and its page if it has one. */
function placeIn(source: string, { id, arxivId, orcid }: Sourced): readonly [sourceId: string, url: string | null] {
  switch (source) {
    case 'openalex':
      return [id, /^[AWTI]\d+$/.test(id) ? `https://openalex.org/${id}` : null];
    case 'arxiv':
      return arxivId ? [arxivId, `https://arxiv.org/abs/${arxivId}`] : [id, null];
    case 'orcid':
      return orcid ? [orcid, `https://orcid.org/${orcid}`] : [id, null];
    default:
      return [id, null];
  }
}

/** The sources of a node, by name. */
export const provenanceOf = (record: Sourced): Provenance[] =>
  (record.sources?.split(' ') ?? []).map((source) => {
    const [sourceId, url] = placeIn(source, record);
    return { source, sourceId, importedAt: record.updatedAt, url };
  });
