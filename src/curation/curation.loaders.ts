import { many } from '../core/loaders.js';
import type { Curation } from './curation.type.js';

export const curationLoaders = {
  ofResearchers: many<Curation>('curation.of-researchers'),
} as const;
