import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestEnvironment } from 'jest-environment-node';
import { researchGraph } from './built-command.ts';
import { furnishHome } from './homes.ts';
import { startLongLived } from './quick-java.ts';

/** Gives each test file that may ask for one the Neo4j of the worker that runs it; `test/unit` needs none. */
export default class Neo4jEnvironment extends TestEnvironment {
  readonly #needsNeo4j: boolean;

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    this.#needsNeo4j = !context.testPath.includes(join('test', 'unit'));
  }

  override async setup(): Promise<void> {
    await super.setup();
    const { TEST_RUN: run, JEST_WORKER_ID: worker } = process.env;
    if (run === undefined || !this.#needsNeo4j) return;
    const home = `${run}${worker}`;
    if (!existsSync(home)) {
      mkdirSync(home);
      furnishHome(home);
    }
    if (!existsSync(join(home, 'neo4j.json'))) await startLongLived(() => researchGraph(home, 'db', 'start'));
    const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
    // TEST_NEO4J_SCHEME=neo4j has the whole run ask it as a cluster of one.
    const uri = boltUri.replace(/^bolt/, process.env.TEST_NEO4J_SCHEME ?? 'bolt');
    Object.assign(this.global.process.env, {
      TEST_NEO4J_HOME: home,
      TEST_NEO4J_URI: uri,
      TEST_NEO4J_PASSWORD: password,
    });
  }
}
