import { auditLoaders } from './audit.loaders.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditEntry } from './audit.type.js';

export const audit = { loaders: auditLoaders, resolvers: [AuditResolver], types: [AuditEntry] } as const;
