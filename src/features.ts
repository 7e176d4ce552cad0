import { account } from './account/index.js';
import { audit } from './audit/index.js';
import { claim } from './claim/index.js';
import { curation } from './curation/index.js';
import { follow } from './follow/index.js';
import { graph } from './graph/index.js';
import { identity } from './identity/index.js';
import { institution } from './institution/index.js';
import { invitation } from './invitation/index.js';
import { limits } from './limits/index.js';
import { researcher } from './researcher/index.js';
import { topic } from './topic/index.js';
import { trust } from './trust/index.js';
import { work } from './work/index.js';

/** The parts that the server is made of: the only file edited to add one. */
export const features = {
  ...{ researcher, work, topic, institution, trust, identity, curation, graph },
  ...{ account, follow, claim, invitation, audit, limits },
} as const;

/** The loaders of all features, as the factory takes them. */
export const loaderDeclarations = {
  researcher: researcher.loaders,
  work: work.loaders,
  topic: topic.loaders,
  institution: institution.loaders,
  trust: trust.loaders,
  graph: graph.loaders,
  curation: curation.loaders,
  identity: identity.loaders,
  account: account.loaders,
  follow: follow.loaders,
  claim: claim.loaders,
  invitation: invitation.loaders,
  audit: audit.loaders,
} as const;
