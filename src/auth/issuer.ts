/** An OpenID Connect issuer whose tokens are believed, and what they say of a person where. */
export interface Issuer {
  /** As its tokens name it in `iss`: the address under which its configuration is found. */
  readonly url: string;
  /** What the tokens must be meant for, in `aud`. */
  readonly audience: string;
  /** The claim that lists roles; dots lead into objects. */
  readonly rolesClaim: string;
  /** The claim that holds the ORCID iD; dots lead into objects. */
  readonly orcidClaim: string;
  /** The public client by which the page logs people in; where absent, they log in by other means. */
  readonly clientId?: string;
  /** Subjects who are moderators whatever their token says, for issuers that know no roles. */
  readonly moderators?: readonly string[];
}

/** Where ORCID's own login is: there the subject is the iD. */
export const ORCID_ISSUER = 'https://orcid.org';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Whether a host, as an address or a name, is this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.toLowerCase());

/** Whether what an address serves can be believed: over https, or from this machine. */
export function isTrustworthy(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
