// What most would install: @neo4j/graphql on Apollo Server, its resolvers made from type definitions.
//   NEO4J_URI=bolt://… NEO4J_PASSWORD=… node bench/peers/neo4j-graphql.mjs PORT FOLDER
// FOLDER has its packages, which `bench/peers.mjs` installs there: they are no part of this project.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [port, folder] = process.argv.slice(2);
const requireFrom = createRequire(join(resolve(folder), 'package.json'));
const load = (name) => import(pathToFileURL(requireFrom.resolve(name)).href);
const { Neo4jGraphQL } = await load('@neo4j/graphql');
const { ApolloServer } = await load('@apollo/server');
const { startStandaloneServer } = await load('@apollo/server/standalone');
const { default: neo4j } = await load('neo4j-driver');

const typeDefs = `
type Researcher @node {
  id: ID!
  name: String
  worksCount: Int
  works: [Work!]! @relationship(type: "AUTHORED", direction: OUT)
  topics: [Topic!]! @relationship(type: "RESEARCHES", direction: OUT, properties: "Weighted")
  institutions: [Institution!]! @relationship(type: "AFFILIATED", direction: OUT, properties: "Weighted")
  coauthors: [Researcher!]! @relationship(type: "COAUTHOR", direction: OUT, properties: "Weighted")
  coauthorOf: [Researcher!]! @relationship(type: "COAUTHOR", direction: IN, properties: "Weighted")
}
type Weighted @relationshipProperties { works: Int }
type Work @node { id: ID! title: String citationCount: Int year: Int }
type Topic @node { id: ID! name: String worksCount: Int }
type Institution @node { id: ID! name: String worksCount: Int }
`;

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD), {
  maxConnectionPoolSize: 64,
});
const server = new ApolloServer({ schema: await new Neo4jGraphQL({ typeDefs, driver }).getSchema() });
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(port) },
  context: async () => ({ sessionConfig: { database: 'neo4j' } }),
});
process.stdout.write('ready\n');
process.once('SIGTERM', async () => {
  await server.stop();
  await driver.close();
});
