import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { checkedOrcidKey } from '../core/identifiers.js';
import { MODERATOR, type Viewer } from '../core/viewer.js';
import type { Issuer } from './issuer.js';

/** Longest texts that are taken from a token, in characters, and most roles. */
const LONGEST_NAME = 200;
const LONGEST_EMAIL = 320;
const LONGEST_ROLE = 100;
const MOST_ROLES = 100;
const KEY_LENGTH = 22;

/** The person whom the claims of a verified token describe. */
export function viewerOfClaims(
  claims: JWTPayload & { readonly sub: string },
  { url, rolesClaim, orcidClaim, moderators = [] }: Issuer,
): Viewer {
  const orcid = claimAt(claims, orcidClaim);
  const roles = rolesIn(claimAt(claims, rolesClaim));
  return {
    id: accountKey(url, claims.sub),
    name: nameIn(claims),
    // An address that the issuer has not seen to is anybody's.
    email: claims.email_verified === false ? null : plainText(claims.email, LONGEST_EMAIL),
    roles: moderators.includes(claims.sub) ? [...new Set([...roles, MODERATOR])] : roles,
    orcid: typeof orcid === 'string' ? checkedOrcidKey(orcid) : null,
  };
}

/** The same for one subject of one issuer, and tells neither. */
const accountKey = (issuer: string, subject: string): string =>
  `u-${createHash('sha256').update(`${issuer}\n${subject}`).digest('base64url').slice(0, KEY_LENGTH)}`;

/** A claim by its name, which may have dots in it, or by the path that the dots tell. */
function claimAt(claims: JWTPayload, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      claims,
    );
}

/** ORCID names people by parts alone. */
const nameIn = ({ name, preferred_username, given_name, family_name }: JWTPayload): string | null =>
  plainText(name, LONGEST_NAME) ??
  plainText(preferred_username, LONGEST_NAME) ??
  plainText([given_name, family_name].filter((part) => typeof part === 'string').join(' '), LONGEST_NAME);

/** A list of texts, or one text with spaces between; what is no plain name of a role is none. */
function rolesIn(claim: unknown): string[] {
  const listed: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  const roles = listed.filter(
    (role): role is string => typeof role === 'string' && role.length <= LONGEST_ROLE && /^[^\p{C}\s]+$/u.test(role),
  );
  return [...new Set(roles)].slice(0, MOST_ROLES);
}

/** A text without control characters, cut where it is too long; null where nothing is left. */
function plainText(claim: unknown, longest: number): string | null {
  if (typeof claim !== 'string') return null;
  const text = claim
    .slice(0, 2 * longest)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return [...text].slice(0, longest).join('').trim() || null;
}
