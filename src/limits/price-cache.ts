import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type AskedOperation, type Price, priceOf } from './price.js';

/** Prices kept for one operation: it is asked with few combinations of page sizes. */
const MAX_PRICES = 20;
/** Variables that are longer make no key, in characters. */
const MAX_KEY = 1_000;

/** Kept as long as Apollo keeps the parsed document, whose memory it bounds. */
const prices = new WeakMap<OperationDefinitionNode, LRUCache<string, Price>>();

/**
 * `priceOf`, remembered. Texts in variables decide no price, so ids do not part requests. Only a price that was found is
 * kept: whether texts fit their types is asked anew by those who execute. `looked` is told whether it was known.
 */
export function knownPriceOf(asked: AskedOperation, looked?: (wasKnown: boolean) => void): Price | null {
  const key = JSON.stringify(asked.variables, (_, value) => (typeof value === 'string' ? '' : value));
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
