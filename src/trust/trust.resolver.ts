import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs } from '../core/field-cost.js';
import { Volatile } from '../core/volatile.js';
import { Researcher } from '../researcher/researcher.type.js';
import { trustOf } from './formula.js';
import { TrustSnapshot } from './trust.type.js';
import { verificationOf } from './verification.js';
import { Verification } from './verification.type.js';

/** A record's works, followers and collaborators are read for it, in requests. */
const EVIDENCE_COST = 1;

@Resolver(() => Researcher)
export class TrustResolver {
  @Costs(() => EVIDENCE_COST)
  @Volatile()
  @FieldResolver(() => Verification, {
    description: 'How well it is known that this record stands for a person, and what would raise it.',
  })
  async verification(@Root() root: Researcher, @Ctx() { loaders }: Context): Promise<Verification> {
    return verificationOf(await loaders.trust.evidence.existing(root.id));
  }

  @Costs(() => EVIDENCE_COST)
  @Volatile()
  @FieldResolver(() => TrustSnapshot, {
    description: 'How far this record may be relied on, as a sum of explained parts: docs/trust.md.',
  })
  async trust(@Root() root: Researcher, @Ctx() { loaders }: Context): Promise<TrustSnapshot> {
    return trustOf(await loaders.trust.evidence.existing(root.id));
  }
}
