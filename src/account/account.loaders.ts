import { one } from '../core/loaders.js';

export const accountLoaders = {
  /** Id of the record that an account owns. */
  owned: one<string>('account.owned'),
} as const;
