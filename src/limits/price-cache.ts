import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { PublicError } from '../core/errors.js';
import { type AskedOperation, type Price, priceOf } from './price.js';

/** Prices kept for one operation: it is asked with few combinations of page sizes. */
const MAX_PRICES = 20;
/** Variables that are longer make no key, in characters. */
const MAX_KEY = 1_000;

/** Variables without their texts. Throws BAD_USER_INPUT where they are nested too deep to be read. */
function keyOf(variables: AskedOperation['variables']): string {
  try {
    return JSON.stringify(variables, (_, value) => (typeof value === 'string' ? '' : value));
  } catch {
    throw new PublicError('BAD_USER_INPUT', 'The variables are nested too deep to be read.');
  }
}

/** Kept as long as Apollo keeps the parsed document, whose memory it bounds. */
const prices = new WeakMap<OperationDefinitionNode, LRUCache<string, Price>>();

/**
 * `priceOf`, remembered. Texts in variables decide no price, so ids do not part requests. Only a price that was found is
 * kept: whether texts fit their types is asked anew by those who execute. `looked` is told whether it was known.
 */
export function knownPriceOf(asked: AskedOperation, looked?: (wasKnown: boolean) => void): Price | null {
  const key = keyOf(asked.variables);
  if (key.length > MAX_KEY) return priceOf(asked);
  let known = prices.get(asked.operation);
  if (!known) {
    known = new LRUCache({ max: MAX_PRICES });
    prices.set(asked.operation, known);
  }
  const remembered = known.get(key);
  looked?.(remembered !== undefined);
  const price = remembered ?? priceOf(asked);
  if (price) known.set(key, price);
  return price;
}
