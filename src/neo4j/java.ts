import { join } from 'node:path';
import { projectPath } from '../project.js';
import type { Layout } from './layout.js';

/** The main classes of the jars: the server, and what `neo4j-admin` runs. */
export type MainClass = 'org.neo4j.server.CommunityEntryPoint' | 'org.neo4j.cli.AdminTool';

/** The arguments of `java` up to and with the main class. */
export const javaArguments = (layout: Layout, heap: string, mainClass: MainClass): readonly string[] => [
  `@${projectPath('neo4j', 'jvm.options')}`,
  `-Xmx${heap}`,
  '-cp',
  join(layout.jars, '*'),
  mainClass,
];

/** What marks our server's command line among the machine's processes. */
export const serverMark = (layout: Layout): string => `--home-dir=${layout.server}`;

/** The server's own arguments. */
export const serverArguments = (layout: Layout): readonly string[] => [
  `--config-dir=${layout.confFolder}`,
  serverMark(layout),
];
