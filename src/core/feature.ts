import type { Declarations } from './loaders.js';

// biome-ignore lint/complexity/noBannedTypes: type-graphql takes classes as Function
type Class = Function;

/** What a feature brings to the server: the face that its `index.ts` shows. */
export interface Feature {
  readonly loaders: Declarations[string];
  readonly resolvers: readonly Class[];
  /** Object types that no field names directly, such as those behind an interface. */
  readonly types: readonly Class[];
}
