import { BadInputError } from './errors.js';

/** What a text that somebody writes may be. */
export interface TextRule {
  /** Most characters, counted as Unicode code points. */
  readonly most: number;
  /** Whether it may have lines and tabs. */
  readonly lines?: boolean;
}

/** Line and paragraph separators and what turns the direction of the text around it, too. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** Something to see. */
const VISIBLE = /[^\p{C}\p{Z}\s]/u;
const CONTROL_BUT_LINES = /(?![\n\r\t])\p{Cc}/u;

/**
 * A text that somebody wrote, without blanks around it, else as it was given: whoever shows it escapes it.
 * Throws BAD_USER_INPUT where it is empty or too long, or holds control characters or half of a surrogate pair.
 */
export function readText(argument: string, given: string, { most, lines = false }: TextRule): string {
  const text = given.trim();
  if (text.isWellFormed() && !VISIBLE.test(text)) throw new BadInputError(argument, 'must not be empty');
  const length = [...text].length;
  if (length > most) throw new BadInputError(argument, `must have at most ${most} characters; it has ${length}`);
  if ((lines ? CONTROL_BUT_LINES : CONTROL).test(text))
    throw new BadInputError(argument, `must not hold control characters${lines ? '' : ', line breaks among them'}`);
  if (!text.isWellFormed()) throw new BadInputError(argument, 'must be well-formed Unicode');
  return text;
}

/** As `readText`; null where nothing or only blanks are given. */
export const readOptionalText = (argument: string, given: string | null | undefined, rule: TextRule): string | null =>
  given == null || given.trim() === '' ? null : readText(argument, given, rule);
