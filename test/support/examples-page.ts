import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../src/project.js';

/** A question of the page, with its query's file and what the page shows of the answer. */
export interface Example {
  readonly question: string;
  readonly files: readonly string[];
  readonly shown: unknown;
}

export const examplesPage = readFileSync(projectPath('examples', 'README.md'), 'utf8');
export const queryFiles = readdirSync(projectPath('examples', 'queries'));
export const queryText = (file: string): string => readFileSync(projectPath('examples', 'queries', file), 'utf8');

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, part]) => part ?? '');

/** The blocks of one language that a text shows. */
export const blocks = (language: string, text = examplesPage): string[] =>
  matches(text, new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'));

/** The questions of the page. */
export const examples: readonly Example[] = examplesPage
  .split(/^#{2,3} /m)
  .filter((section) => section.includes('](queries/'))
  .map((section) => ({
    question: section.slice(0, section.indexOf('\n')),
    files: matches(section, /\]\(queries\/([^)]+)\)/g),
    shown: JSON.parse(blocks('json', section)[0] ?? 'null'),
  }));

/** Of an answer what an excerpt shows: of lists the first items, of objects some fields. */
export function excerptOf(answer: unknown, shown: unknown): unknown {
  if (Array.isArray(shown))
    return shown.map((item, at) => excerptOf(Array.isArray(answer) ? answer[at] : answer, item));
  if (shown === null || typeof shown !== 'object' || answer === null || typeof answer !== 'object') return answer;
  const fields = answer as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, excerptOf(fields[name], value)]));
}
