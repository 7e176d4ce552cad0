import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectPath } from '../../src/project.js';

const INSTALL_TIME = 240_000;
const PYTHON_HOME = projectPath('.data', 'test', 'examples-python');

/** The TypeScript example's folder. */
export const typescriptExample = projectPath('examples', 'typescript');

const succeeds = (command: string, args: readonly string[], cwd = projectPath()): boolean =>
  spawnSync(command, [...args], { cwd, stdio: 'ignore', timeout: INSTALL_TIME }).status === 0;

/** A Python of the tests' own that has what the Python example requires; null where it cannot be had. */
export function pythonOfExample(): string | null {
  const python = `${PYTHON_HOME}/bin/python`;
  if (!existsSync(python) && !succeeds('python3', ['-m', 'venv', PYTHON_HOME])) return null;
  const requirements = projectPath('examples', 'python', 'requirements.txt');
  return succeeds(python, ['-m', 'pip', 'install', '-q', '-r', requirements]) ? python : null;
}

/** Whether the TypeScript example has its packages, after fetching them where it had not. */
export const hasTypescriptPackages = (): boolean =>
  succeeds('npm', ['ls'], typescriptExample) || succeeds('npm', ['ci', '--no-audit', '--no-fund'], typescriptExample);
