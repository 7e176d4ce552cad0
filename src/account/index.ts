import { accountLoaders } from './account.loaders.js';
import { AccountResolver } from './account.resolver.js';
import { ViewerProfile } from './viewer.type.js';

export const account = { loaders: accountLoaders, resolvers: [AccountResolver], types: [ViewerProfile] } as const;
