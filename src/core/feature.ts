import type { NonEmptyArray } from 'type-graphql';
import type { Declarations } from './loaders.js';

/** What a feature brings to the server: the face that its `index.ts` shows. */
export interface Feature {
  readonly loaders: Declarations[string];
  // biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as Function
  readonly resolvers: NonEmptyArray<Function>;
  /** Object types that no field names directly, such as those behind an interface. */
  // biome-ignore lint/complexity/noBannedTypes: type-graphql takes classes as Function
  readonly types: readonly Function[];
}
