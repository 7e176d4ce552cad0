import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectPath } from '../project.js';

/** The Maven project that names the jars. */
export const pomFile = projectPath('neo4j', 'pom.xml');

/** The Neo4j version that `neo4j/pom.xml` states. */
export const neo4jVersion: string = (() => {
  const stated = /<neo4j\.version>([^<]+)<\/neo4j\.version>/.exec(readFileSync(pomFile, 'utf8'))?.[1];
  if (stated === undefined) throw new Error(`${pomFile} states no neo4j.version`);
  return stated;
})();

/** Where the parts of one embedded server lie. */
export interface Layout {
  readonly home: string;
  /** The jars of all versions; homes may share it by a symbolic link. */
  readonly library: string;
  /** Every jar of the version in use, complete or absent. */
  readonly jars: string;
  /** Neo4j's own home: `conf`, `data` and `logs` are below it. */
  readonly server: string;
  readonly confFolder: string;
  /** Settings of the operator's own, which come before ours; usually absent. */
  readonly ownConf: string;
  readonly data: string;
  readonly logs: string;
  /** Addresses, password and process id. */
  readonly record: string;
  /** Held while the server is being started, stopped or worked on. */
  readonly lock: string;
}

/** The layout below `folder`. */
export function layoutOf(folder: string): Layout {
  const home = resolve(folder);
  const server = join(home, 'neo4j');
  const library = join(home, 'jars');
  return {
    home,
    library,
    jars: join(library, `neo4j-${neo4jVersion}`),
    server,
    confFolder: join(server, 'conf'),
    ownConf: join(home, 'neo4j.conf'),
    data: join(server, 'data'),
    logs: join(server, 'logs'),
    record: join(home, 'neo4j.json'),
    lock: join(home, 'neo4j.lock'),
  };
}
