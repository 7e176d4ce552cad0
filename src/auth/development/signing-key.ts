import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { UserFacingError } from '../../core/errors.js';

/** A key of the elliptic curve P-256, with its private part. */
export type SigningKey = JWK & { readonly kid: string; readonly d: string };

/** How the development issuer signs. */
export const ALGORITHM = 'ES256';

/**
 * The key of the development issuer, from a file of the home that its owner alone can read; made when it is first asked
 * for. The server and the `token` command have the same one, so that either may be the first.
 */
export async function signingKey(home: string): Promise<SigningKey> {
  const file = join(home, 'login-key.json');
  const known = await readKey(file);
  if (known !== null) return known;
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: ALGORITHM, use: 'sig' };
  try {
    await mkdir(home, { recursive: true });
    await writeOnce(file, `${JSON.stringify(key, null, 2)}\n`);
  } catch (error) {
    throw new UserFacingError(
      `The key of the login for development cannot be kept in ${file}: ${(error as Error).message}. Set RESEARCH_GRAPH_HOME to a folder that can be written, or AUTH_ISSUER.`,
    );
  }
  return signingKey(home);
}

async function readKey(file: string): Promise<SigningKey | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = parse(text);
  if (typeof key?.d !== 'string' || typeof key.kid !== 'string' || key.alg !== ALGORITHM)
    throw new UserFacingError(`${file} is damaged: delete it, and tokens for development must be made anew.`);
  return key as SigningKey;
}

function parse(text: string): JWK | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The whole file or none; where somebody else was first, theirs stays. */
async function writeOnce(file: string, text: string): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  await writeFile(next, text, { mode: 0o600 });
  try {
    await link(next, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(next);
  }
}

/** What others may know of a key. */
export const publicPart = ({ d: _private, ...key }: SigningKey): JWK => key;
