import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';

const NAMES = [
  'a abbr b big blockquote br center cite code dd del div dl dt em font h[1-6] hr i img inf ins li mark ol p pre q s',
  'scp? section small span strike strong sub sup table tbody td tex th thead tr tt u ul var',
  'alternatives annotation(?:-xml)? bold disp-formula ext-link formula inline-formula inline-graphic italic',
  'list(?:-item)? monospace roman sans-serif sec sub-?title tex-math title underline xref',
  'm(?:ath|action|enclose|error|fenced|frac|i|multiscripts|n|o|over|padded|phantom|prescripts|root|row|s|space|sqrt)',
  'm(?:style|sub|subsup|sup|table|td|text|tr|under|underover) semantics',
].flatMap((line) => line.split(' '));

/** A tag of a text that we know, with attributes that have values: `a<b and c>d` and `P<0.001` are none. */
const KNOWN_TAG = `/?(?:jats:|mml:|m:|xlink:)?(?:${NAMES.join('|')})(?:\\s+[\\w:-]+\\s*=\\s*(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>]+))*\\s*/?>`;
const STRAY = new RegExp(`<(?!${KNOWN_TAG})`, 'gi');
const NO_MARKUP = /[<&]/;

const BREAKS = new Set('br p div li title sec section tr td th dt dd h1 h2 h3 h4 h5 h6 hr list-item mspace'.split(' '));
/** What a formula says once more in another notation. */
const UNSEEN = new Set(['annotation', 'annotation-xml']);

/** Entities are often escaped twice or three times on their way into a catalogue. */
const MAX_ESCAPES = 3;

/** Takes known tags out of a text and turns entities into what they stand for. */
export function withoutTags(source: string): string {
  if (!NO_MARKUP.test(source)) return source;
  return textOf(decode(source).replace(STRAY, '&lt;'));
}

function decode(source: string): string {
  let text = source;
  for (let pass = 0; pass < MAX_ESCAPES && text.includes('&'); pass++) text = decodeHTMLStrict(text);
  return text.replaceAll('&', '&amp;');
}

function textOf(html: string): string {
  const parts: string[] = [];
  let unseen = 0;
  const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag(name) {
        if (UNSEEN.has(localName(name))) unseen++;
        if (BREAKS.has(localName(name))) parts.push(' ');
      },
      onclosetag(name) {
        if (UNSEEN.has(localName(name))) unseen--;
        if (BREAKS.has(localName(name))) parts.push(' ');
      },
      ontext(text) {
        if (unseen === 0) parts.push(text);
      },
    },
    // HTML's own rules would close and open elements that the text never had.
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return parts.join('');
}
