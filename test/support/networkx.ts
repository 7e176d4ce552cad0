import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectPath } from '../../src/project.js';

const HOME = projectPath('.data', 'test', 'networkx');
const OWN_PYTHON = `${HOME}/bin/python`;
const INSTALL_TIME = 120_000;

const succeeds = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, [...args], { stdio: 'ignore', timeout: INSTALL_TIME }).status === 0;
const hasNetworkx = (python: string): boolean => succeeds(python, ['-c', 'import networkx']);

/** A Python that has networkx: the machine's, else one of the tests' own, where pip can fetch it; null where neither. */
export function pythonWithNetworkx(): string | null {
  if (hasNetworkx('python3')) return 'python3';
  if (!existsSync(OWN_PYTHON) && !succeeds('python3', ['-m', 'venv', HOME])) return null;
  const installed = hasNetworkx(OWN_PYTHON) || succeeds(OWN_PYTHON, ['-m', 'pip', 'install', '-q', 'networkx']);
  return installed && hasNetworkx(OWN_PYTHON) ? OWN_PYTHON : null;
}

const SCRIPT = `
import io, json, sys, networkx
graph = getattr(networkx, 'read_' + sys.argv[1])(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({'directed': graph.is_directed(), 'graph': {k: v for k, v in graph.graph.items() if isinstance(v, (str, int))},
  'nodes': dict(graph.nodes(data=True)),
  'edges': [dict(data, source=a, target=b) for a, b, data in graph.edges(data=True)]}))
`;

/** A graph as networkx reads it. */
export interface NetworkxGraph {
  readonly directed: boolean;
  readonly graph: Readonly<Record<string, unknown>>;
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly Readonly<Record<string, unknown>>[];
}

/** Has networkx read a file. */
export function readWithNetworkx(python: string, format: 'graphml' | 'gexf', file: string): NetworkxGraph {
  const run = spawnSync(python, ['-c', SCRIPT, format], { input: file, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
