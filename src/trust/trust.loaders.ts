import { one } from '../core/loaders.js';
import type { TrustEvidence } from './evidence.js';

export const trustLoaders = {
  evidence: one<TrustEvidence>('trust.evidence', { maxKeys: 500 }),
} as const;
