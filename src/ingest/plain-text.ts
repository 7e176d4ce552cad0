import { oneLine } from './clean-text.js';
import { latexToText } from './latex.js';
import { withoutTags } from './markup.js';

const MARKUP = /[$\\<&{]|--/;

/**
 * What a text says, without the markup it is written in: HTML, JATS and MathML tags, entities, and LaTeX. For search
 * and for pages that do not set formulas; a sign of markup that is none (`p < 0.05`, `$5`) stays.
 */
export function plainText(source: string): string {
  if (!MARKUP.test(source)) return source;
  return oneLine(latexToText(withoutTags(source))) || source;
}

/** The plain text, where it differs from the text itself; null where it is the same. */
export function plainVariant(text: string): string | null {
  const plain = plainText(text);
  return plain === text ? null : plain;
}
