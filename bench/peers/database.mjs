import neo4j from 'neo4j-driver';
import { loadStatements } from '../../dist/core/queries.js';

const ORDERS = { random: 'rand()', works: 'r.worksCount DESC, r.id' };

/** The driver alone on a database: what benchmarks look up, and the server's own statements without the server. */
export class PeerDatabase {
  #driver;
  #texts = loadStatements('cypher');

  /** `environment` as the server's: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD. */
  constructor({ NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD }) {
    this.#driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: 64,
    });
  }

  /** Runs a text of Cypher, to read; one object a row. */
  async query(text, parameters = {}) {
    const session = this.#driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
    try {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  }

  /** Runs one of the server's statements by its file's name. */
  run(file, parameters) {
    return this.query(this.#texts.get(file), { ...parameters, limit: neo4j.int(parameters.limit ?? 0) });
  }

  /** Ids of so many researchers: `random`, all as likely as another, or those with the most `works` first. */
  async researchers(count, order) {
    const text = `MATCH (r:Researcher) WITH r ORDER BY ${ORDERS[order]} LIMIT $count RETURN r.id AS id`;
    return (await this.query(text, { count: neo4j.int(count) })).map(({ id }) => id);
  }

  /** The number of nodes of each label that a graph of research has. */
  async counts() {
    const text = `RETURN COUNT { (:Work) } AS works, COUNT { (:Researcher) } AS researchers, COUNT { (:Topic) } AS topics,
      COUNT { (:Institution) } AS institutions`;
    return (await this.query(text))[0];
  }

  close() {
    return this.#driver.close();
  }
}
