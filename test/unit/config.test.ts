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

  test('AUTH_ISSUER and AUTH_AUDIENCE name who says who somebody is', () => {
    const issuer = { AUTH_ISSUER: 'https://login.example/realms/site/', AUTH_AUDIENCE: 'api' };
    const login = {
      url: issuer.AUTH_ISSUER,
      audience: 'api',
      rolesClaim: 'roles',
      orcidClaim: 'orcid',
      moderators: [],
    };
    expect(readConfig(issuer).login).toEqual(login);
    expect(readConfig({ ...issuer, AUTH_CLIENT_ID: 'my-page' }).login).toEqual({ ...login, clientId: 'my-page' });
    const claims = { AUTH_ROLES_CLAIM: 'realm_access.roles', AUTH_ORCID_CLAIM: 'orcid_id' };
    expect(readConfig({ ...issuer, ...claims }).login).toEqual({
      ...login,
      rolesClaim: 'realm_access.roles',
      orcidClaim: 'orcid_id',
    });
    const orcid = { AUTH_ISSUER: 'https://orcid.org', AUTH_AUDIENCE: 'APP-1' };
    expect(readConfig(orcid).login).toMatchObject({ orcidClaim: 'sub' });
    expect(readConfig({ ...orcid, AUTH_ORCID_CLAIM: 'orcid' }).login).toMatchObject({ orcidClaim: 'orcid' });
  });

  test('both of them are needed, and the issuer must be reached safely', () => {
    for (const one of [{ AUTH_ISSUER: 'https://login.example' }, { AUTH_AUDIENCE: 'api' }])
      expect(() => readConfig(one)).toThrow('Bad configuration. AUTH_ISSUER and AUTH_AUDIENCE: set both, or neither');
    for (const AUTH_ISSUER of ['http://login.example', 'login.example', 'https://login.example/?a', 'ftp://127.0.0.1'])
      expect(() => readConfig({ AUTH_ISSUER, AUTH_AUDIENCE: 'api' })).toThrow(
        'AUTH_ISSUER: must be an https:// address',
      );
    for (const AUTH_ISSUER of ['http://127.0.0.1:8080/realms/x', 'http://localhost:1', 'http://[::1]:1'])
      expect(readConfig({ AUTH_ISSUER, AUTH_AUDIENCE: 'api' }).login).toMatchObject({ url: AUTH_ISSUER });
  });

  test('without them the login for development is there, but only where this machine alone reaches the server', () => {
    for (const HOST of ['127.0.0.1', '::1', 'localhost']) expect(readConfig({ HOST }).login).toBe('development');
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'example.org', '127.0.0.1.example.org'])
      expect(readConfig({ HOST }).login).toBeNull();
    expect(readConfig({ TRUST_PROXY: '1' }).login).toBeNull();
    expect(readConfig({ AUTH_ISSUER: 'off' }).login).toBeNull();
  });

  test('METRICS, CORS_ORIGINS and LOGIN_RATE_LIMIT say who may do what from outside', () => {
    expect(readConfig({})).toMatchObject({ metrics: 'local', corsOrigins: [], loginRateLimit: 300 });
    const given = { METRICS: 'all', CORS_ORIGINS: 'https://a.example, http://localhost:3000', LOGIN_RATE_LIMIT: 'off' };
    expect(readConfig(given)).toMatchObject({
      metrics: 'all',
      corsOrigins: ['https://a.example', 'http://localhost:3000'],
      loginRateLimit: null,
    });
    for (const CORS_ORIGINS of [
      '*',
      'a.example',
      'https://a.example/',
      'https://A.example',
      'https://a.example:443',
      'null',
    ])
      expect(() => readConfig({ CORS_ORIGINS })).toThrow('CORS_ORIGINS: must be origins such as https://site.example');
    expect(() => readConfig({ METRICS: 'yes' })).toThrow('METRICS');
  });

  test('traces are sent where a collector is named', () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318';
    expect(readConfig({}).tracing).toBeNull();
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual({
      format: 'http/protobuf',
      service: 'research-graph',
    });
    expect(
      readConfig({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces` }).tracing,
    ).not.toBeNull();
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' }).tracing).toBeNull();
    expect(() => readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow(
      'OTEL_EXPORTER_OTLP_PROTOCOL',
    );
    expect(() => readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: '127.0.0.1:4318' })).toThrow('must be an http://');
  });

  test('every bad variable is named in one sentence', () => {
    expect(() => readConfig({ PORT: '99999', NEO4J_URI: 'http://x', MAX_AUTHORS: '2.5' })).toThrow(
      /^Bad configuration\. (?=.*PORT: )(?=.*NEO4J_URI: must be a bolt)(?=.*MAX_AUTHORS: must be a whole number)/,
    );
  });
});
