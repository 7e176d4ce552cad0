const NEEDS_ONE_LINE = /[\p{Cc}\s](?<! )|\s\s|^\s|\s$/u;
const CONTROLS_AND_SPACES = /[\p{Cc}\s]+/gu;
const CONTROLS = /\p{Cc}+/gu;

/** A title or name: on one line, every run of white space and control characters one space, no lone surrogate. */
export function oneLine(text: string): string {
  const line = NEEDS_ONE_LINE.test(text) ? text.replace(CONTROLS_AND_SPACES, ' ').trim() : text;
  return line.toWellFormed();
}

/** A running text: every run of control characters, line ends among them, one space; no lone surrogate. */
export const runningText = (text: string): string => text.replace(CONTROLS, ' ').trim().toWellFormed();
