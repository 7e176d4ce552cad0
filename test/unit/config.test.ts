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

  test('RATE_LIMIT is a number of points or off, TRUST_PROXY a number of proxies', () => {
    expect(readConfig({})).toMatchObject({ rateLimit: 5_000, trustedProxies: 0 });
    expect(readConfig({ RATE_LIMIT: '100', TRUST_PROXY: '2' })).toMatchObject({ rateLimit: 100, trustedProxies: 2 });
    expect(readConfig({ RATE_LIMIT: 'off' }).rateLimit).toBeNull();
    for (const wrong of ['0', '-1', 'none', '1.5', ''])
      expect(() => readConfig({ RATE_LIMIT: wrong })).toThrow('RATE_LIMIT: must be a whole number');
    for (const wrong of ['true', '-1', '11', '10.0.0.1'])
      expect(() => readConfig({ TRUST_PROXY: wrong })).toThrow('TRUST_PROXY: must be a whole number from 0 to 10');
  });

  test('every bad variable is named in one sentence', () => {
    expect(() => readConfig({ PORT: '99999', NEO4J_URI: 'http://x', MAX_AUTHORS: '2.5' })).toThrow(
      /^Bad configuration\. (?=.*PORT: )(?=.*NEO4J_URI: must be a bolt)(?=.*MAX_AUTHORS: must be a whole number)/,
    );
  });
});
