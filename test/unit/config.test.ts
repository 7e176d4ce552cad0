import { resolve } from 'node:path';
import { readConfig } from '../../src/config.js';

describe('the environment is read once and checked', () => {
  test('nothing needs to be set', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      home: resolve('.data'),
      neo4j: null,
      database: 'neo4j',
      maxAuthors: 100,
    });
  });

  test('NEO4J_URI points at a database of the user', () => {
    const { neo4j } = readConfig({ NEO4J_URI: 'neo4j+s://db.example.org', NEO4J_PASSWORD: 'secret' });
    expect(neo4j).toEqual({ uri: 'neo4j+s://db.example.org', user: 'neo4j', password: 'secret' });
  });

  test('every bad variable is named in one sentence', () => {
    expect(() => readConfig({ PORT: '99999', NEO4J_URI: 'http://x', MAX_AUTHORS: '2.5' })).toThrow(
      /^Bad configuration\. (?=.*PORT: )(?=.*NEO4J_URI: must be a bolt)(?=.*MAX_AUTHORS: must be a whole number)/,
    );
  });
});
