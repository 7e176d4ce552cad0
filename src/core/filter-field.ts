import { ArrayMaxSize, IsInt, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, Int } from 'type-graphql';

/** The most values of one rule of a filter. */
const MAX_VALUES = 100;
/** The most characters of a text that names or titles must match. */
export const MAX_TEXT = 500;

const shortValues = MaxLength(MAX_TEXT, {
  each: true,
  message: `$property must have no value of more than ${MAX_TEXT} characters`,
});

const all =
  (...decorators: readonly (PropertyDecorator | MethodDecorator)[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators as readonly PropertyDecorator[]) decorate(target, key);
  };

/** A rule of a filter: one of several identifiers of nodes. */
export const IdsField = (description: string): PropertyDecorator =>
  all(
    Field(() => [ID], { nullable: true, description }),
    ArrayMaxSize(MAX_VALUES),
    shortValues,
  );

/** A rule of a filter: one of several values. */
export const ValuesField = (description: string): PropertyDecorator =>
  all(
    Field(() => [String], { nullable: true, description }),
    ArrayMaxSize(MAX_VALUES),
    shortValues,
  );

/** A rule of a filter: one value. */
export const ValueField = (description: string): PropertyDecorator =>
  all(
    Field(() => String, { nullable: true, description }),
    MaxLength(MAX_TEXT),
  );

/** A rule of a filter: a whole number. */
export const NumberField = (description: string, most: number): PropertyDecorator =>
  all(
    Field(() => Int, { nullable: true, description }),
    IsInt(),
    Min(0),
    Max(most),
  );

/** A rule of a filter: yes or no. */
export const FlagField = (description: string): PropertyDecorator =>
  all(Field(() => Boolean, { nullable: true, description }));
