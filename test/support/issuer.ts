import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';
import type { Issuer } from '../../src/auth/issuer.js';

/** Whom a token is for, as a test puts it. */
export interface Person {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly orcid?: string;
  readonly roles?: readonly string[];
}

/** A key pair under its name. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** An OpenID Connect issuer that answers over HTTP, with keys of its own. */
export interface TestIssuer {
  /** As the server's configuration has it. */
  readonly settings: Issuer;
  /** The keys that it shows; the first signs. A test may change them. */
  keys: readonly SigningKey[];
  /** How often its keys were asked for. */
  readonly keyRequests: number;
  /** A token for a person, good for five minutes. */
  token(person: Person): Promise<string>;
  /** A token of any claims beside or instead of those of a good one; undefined leaves a claim out. */
  sign(claims: object, header?: Partial<JWTHeaderParameters>, key?: SigningKey): Promise<string>;
  close(): Promise<void>;
}

/** The seconds since 1970 that tokens count in. */
export const now = (): number => Math.floor(Date.now() / 1_000);

let made = 0;
/** A new key, which no issuer shows yet. */
export async function newKey(alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `key-${++made}`;
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** Starts an issuer on a free port of this machine. */
export async function startIssuer(): Promise<TestIssuer> {
  let keyRequests = 0;
  const server = createServer((request, response) => {
    const documents: Readonly<Record<string, () => object>> = {
      '/.well-known/openid-configuration': () => ({ issuer: settings.url, jwks_uri: `${settings.url}/keys` }),
      '/keys': () => {
        keyRequests++;
        return { keys: issuer.keys.map(({ publicJwk }) => publicJwk) };
      },
    };
    const document = documents[request.url ?? '']?.();
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings: Issuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    audience: 'research-graph',
    rolesClaim: 'roles',
    orcidClaim: 'orcid',
  };
  const sign = async (claims: object, header: Partial<JWTHeaderParameters> = {}, key = issuer.keys[0]) => {
    if (!key) throw new Error('The issuer has no key');
    const usual = { iss: settings.url, aud: settings.audience, sub: 'somebody', iat: now(), exp: now() + 300 };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
      .sign(key.privateKey);
  };
  const issuer: TestIssuer = {
    settings,
    keys: [await newKey()],
    get keyRequests() {
      return keyRequests;
    },
    token: (person) => sign(person),
    sign,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}
