import { bylineText } from './names.js';

const BRACKETED = /\(\s*(\d{1,3}|[a-z]|\*{1,3}|[†‡§¶])\s*\)/g;
const BARE = /(?:^|[;,.]\s*)(\d{1,3})[.:]?\s+(?=\p{L}[\p{L}.])/gu;

/** What the signs after names stand for, from the list that ends a byline: `(1) Here, (2) There`. */
export function readLegend(legend: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const signs = [...legend.matchAll(BRACKETED)];
  const found = signs.length > 0 ? signs : [...legend.matchAll(BARE)];
  for (const [index, sign] of found.entries()) {
    const text = legend.slice(sign.index + sign[0].length, found[index + 1]?.index ?? legend.length);
    const place = bylineText(text).replace(/^[\s,;:]+|[\s,;.]+$|[\s,;]+and$/g, '');
    const key = sign[1] ?? '';
    if (place !== '' && !places.has(key)) places.set(key, place);
  }
  return places;
}
