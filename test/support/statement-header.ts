import { readFileSync } from 'node:fs';
import { projectPath } from '../../src/project.js';

/** What the file of a statement says of it, above its text. */
export const headerOf = (file: string): string =>
  /^(\/\/ .*\n)+/.exec(readFileSync(projectPath('cypher', `${file}.cypher`), 'utf8'))?.[0] ?? '';
