import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readConfig, variables } from '../../src/config.js';
import { projectPath } from '../../src/project.js';

interface Service {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: { readonly neo4j: Service; readonly server: Service };
}

const read = (file: string): string => readFileSync(projectPath(file), 'utf8');
const text = read('docker-compose.yml');
const { services }: Compose = parse(text);

const dclint = dirname(createRequire(projectPath('package.json')).resolve('dclint/package.json'));
const specification = JSON.parse(readFileSync(join(dclint, 'schemas', 'compose.schema.json'), 'utf8'));
// The schema names its draft with https, under which ajv knows none.
const validate = new Ajv({ allErrors: true, strict: false, validateSchema: false }).compile(specification);

const violations = (document: unknown): readonly string[] => {
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
};

/** As Compose reads `${NAME:-default}` where nothing is set. */
const withDefaults = (environment: Service['environment']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1')]),
  );

describe('docker-compose.yml', () => {
  it('is a valid document of the Compose specification', () => {
    expect(violations(parse(text))).toEqual([]);
  });

  it.each([
    ['a misspelt key', 'image: neo4j', 'imagee: neo4j', '/services/neo4j'],
    ['an unknown condition', 'service_healthy', 'service_ready', '/services/server/depends_on'],
    ['a healthcheck of an unknown kind', 'retries: 12', 'retries: [12]', '/services/neo4j/healthcheck'],
    ['a service that is no mapping', '  server:', '  server: []\n  other:', '/services/server'],
  ])('would be refused with %s', (_, right, wrong, place) => {
    expect(text).toContain(right);
    expect(violations(parse(text.replace(right, wrong))).join('\n')).toContain(place);
  });

  it('runs the same minor version of Neo4j as the embedded one', () => {
    const [, minor] = read('neo4j/pom.xml').match(/<neo4j\.version>(\d+\.\d+)\.\d+</) ?? [];
    expect(services.neo4j.image).toBe(`neo4j:${minor}-community`);
  });

  it('sets Neo4j up as the embedded one is, but for its memory', () => {
    const settings = Object.entries(services.neo4j.environment)
      .filter(([name]) => name !== 'NEO4J_AUTH' && !name.startsWith('NEO4J_server_memory_'))
      .map(([name, value]) => [
        name.slice('NEO4J_'.length).replace(/__|_/g, (mark) => (mark === '_' ? '.' : '_')),
        value,
      ])
      .map((setting) => setting.join('='));
    expect(settings.length).toBeGreaterThan(0);
    expect(read('neo4j/neo4j.conf').split('\n')).toEqual(expect.arrayContaining(settings));
  });

  it('sets nothing for the server that the server does not read', () => {
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(services.server.environment)));
  });

  it('gives the server a configuration that it accepts, with the address of the database beside it', () => {
    const { neo4j } = readConfig(withDefaults(services.server.environment));
    const host = new URL(neo4j?.uri ?? '').hostname;
    expect(Object.keys(services)).toContain(host);
    expect(services.server.depends_on).toEqual({ [host]: { condition: 'service_healthy' } });
    expect(services.neo4j.healthcheck?.test[0]).toBe('CMD');
  });

  it('creates the database with the user and password that the server logs in with', () => {
    const { NEO4J_USER, NEO4J_PASSWORD } = services.server.environment;
    expect(services.neo4j.environment.NEO4J_AUTH).toBe(`${NEO4J_USER}/${NEO4J_PASSWORD}`);
  });

  it('holds no password, and refuses to start without one', () => {
    expect(services.server.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
  });

  it("publishes the server's default port to this machine only, and the database not at all", () => {
    const { port } = readConfig({});
    expect(services.server.ports).toEqual([`127.0.0.1:\${PORT:-${port}}:${port}`]);
    expect(services.neo4j.ports).toBeUndefined();
  });
});
