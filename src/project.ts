import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder: this file lies one level below it, both as source and as built. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the project. */
export const projectPath = (...parts: readonly string[]): string => join(projectRoot, ...parts);

/** The version that package.json states. */
export const projectVersion: string = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')).version;
