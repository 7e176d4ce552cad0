import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why a field is empty. */
export enum MissingReason {
  NOT_IMPORTED = 'NOT_IMPORTED',
  WITHHELD = 'WITHHELD',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why a field is empty.',
  valuesConfig: {
    NOT_IMPORTED: { description: 'Nothing that was imported speaks of it.' },
    WITHHELD: { description: 'The source has it and does not give it.' },
    UNKNOWN: { description: 'The source was asked and does not know it.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A field that is empty, and why.' })
export class MissingValue {
  @Field({ description: 'The field, named as in this schema.' })
  field!: string;

  @Field(() => MissingReason)
  reason!: MissingReason;
}

/** The lists of a node's record that say which of its fields are empty and why. */
export interface EmptyFields {
  readonly unknown: readonly string[] | null;
}

/**
 * The empty ones among `fields`, each with its reason: UNKNOWN where the source's own record left it empty,
 * else NOT_IMPORTED, as for someone known only from the bylines of works.
 */
export function missingValues<Record extends EmptyFields>(
  record: Record,
  fields: readonly (keyof Record & string)[],
): MissingValue[] {
  const isEmpty = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0);
  return fields
    .filter((field) => isEmpty(record[field]))
    .map((field) => ({
      field,
      reason: record.unknown?.includes(field) ? MissingReason.UNKNOWN : MissingReason.NOT_IMPORTED,
    }));
}
