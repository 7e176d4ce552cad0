// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LINE_BREAKS = /[\t\n\r]+/g;

/** A text that XML 1.0 can hold, in an attribute too, where readers turn line breaks into spaces. */
export const xmlText = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '').replace(LINE_BREAKS, ' ');
