import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Copy, DockerfileParser } from 'dockerfile-ast';
import { readConfig, variables } from '../../src/config.js';
import { projectPath } from '../../src/project.js';

const read = (file: string): string => readFileSync(projectPath(file), 'utf8');
const dockerfile = DockerfileParser.parse(read('Dockerfile'));
const paths = (copy: Copy): readonly string[] => copy.getArguments().map((argument) => argument.getValue());
const sources = (copy: Copy): readonly string[] =>
  paths(copy)
    .slice(0, -1)
    .map((path) => path.replace(/\/$/, ''));
const isFromStage = (copy: Copy): boolean => copy.getFlags().some((flag) => flag.getName() === 'from');

const stages = dockerfile.getFROMs();
const start = stages.at(-1)?.getRange().start.line ?? 0;
const copies = dockerfile.getCOPYs();
const finalCopies = copies.filter((copy) => copy.getRange().start.line > start);
const environment: Readonly<Record<string, string>> = Object.fromEntries(
  dockerfile.getENVs().flatMap((env) => env.getProperties().map((set) => [set.getName(), set.getValue() ?? ''])),
);
const [, ...probe]: readonly string[] = JSON.parse(
  read('Dockerfile').match(/^HEALTHCHECK [^[]*\\\n\s*CMD (\[.*\])$/m)?.[1] ?? '[]',
);

/** The exit code of the image's health check against a server that answers its path with this status. */
async function healthCheck(path: string, status: number): Promise<number> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === path ? status : 404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve) => {
      const child = execFile(process.execPath, [...probe], { env: { PORT: String(port) } });
      child.on('exit', (code) => resolve(code ?? -1));
    });
  } finally {
    server.close();
  }
}

describe('Dockerfile', () => {
  it('runs on a Node.js that package.json accepts', () => {
    const [, oldest] = JSON.parse(read('package.json')).engines.node.match(/^>=(\d+)\.\d+$/) ?? [];
    const majors = stages.map((stage) => stage.getImage()?.match(/^node:(\d+)-slim$/)?.[1]);
    expect(majors.map(Number)).toEqual(stages.map(() => expect.any(Number)));
    for (const major of majors) expect(Number(major)).toBeGreaterThanOrEqual(Number(oldest));
  });

  it('sets nothing that the server does not read, and listens to other machines on the default port', () => {
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(environment)));
    expect(readConfig(environment)).toMatchObject({ host: '0.0.0.0', port: readConfig({}).port });
  });

  it('carries what the server reads at run time', () => {
    const carried = finalCopies.flatMap((copy) => (isFromStage(copy) ? paths(copy).slice(-1) : sources(copy)));
    const names = carried.map((path) => path.replace(/\/$/, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'package.json',
        'schema.graphql',
        'cypher',
        'demo',
        'neo4j',
        'sql',
        'dist',
        'node_modules',
      ]),
    );
  });

  it('copies only what exists and .dockerignore lets through', () => {
    const copied = copies.filter((copy) => !isFromStage(copy)).flatMap(sources);
    expect(copied.filter((path) => !existsSync(projectPath(path)))).toEqual([]);
    const admitted = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(admitted.map((line) => line.slice(1)).sort()).toEqual([...new Set(copied)].sort());
  });

  it('starts as npm start does, with options that Node.js knows', () => {
    const asNpm = JSON.parse(read('package.json')).scripts.start.split(' ');
    expect(JSON.parse(dockerfile.getCMDs().at(-1)?.getArgumentsContent() ?? '')).toEqual(asNpm);
    const options = asNpm.filter((word: string) => word.startsWith('--'));
    expect(execFileSync(process.execPath, [...options, '-p', '"up"'], { encoding: 'utf8' })).toBe('up\n');
  });

  it('does not run as root', () => {
    const users = dockerfile.getInstructions().filter((instruction) => instruction.getKeyword() === 'USER');
    expect(users.map((user) => user.getArgumentsContent())).toEqual(['node']);
  });

  it.each([
    ['healthy where /healthz answers 200', '/healthz', 200, 0],
    ['unhealthy where /healthz answers 503', '/healthz', 503, 1],
    ['unhealthy where there is no /healthz', '/other', 200, 1],
  ])('is %s', async (_, path, status, code) => {
    expect(await healthCheck(path, status)).toBe(code);
  });
});
