import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../project.js';
import type { Layout } from './layout.js';

/** The ports of one server, both on 127.0.0.1. */
export interface Ports {
  readonly bolt: number;
  readonly http: number;
}

/** Memory of the java process, each written as `512m` or `2g`. */
export interface Memory {
  readonly heap: string;
  readonly pageCache: string;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** What this process may use of the machine, in bytes: a container's share where it has one. */
const availableMemory = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** Of `512m` or `2g`. */
const megabytesOf = (size: string): number => Number.parseInt(size, 10) * (size.endsWith('g') ? 1024 : 1);

/**
 * The memory asked for; in place of what was not, an eighth of the machine for the heap, 512 MB to 1 GB, and for the cached
 * graph the store and a quarter more, to grow: at least a sixteenth of the machine, 256 MB to 2 GB, else at most what makes
 * half of it with the heap. Neo4j takes of that what it needs.
 */
export function memoryFor(asked: Partial<Memory>, storeBytes: number, machineBytes = availableMemory()): Memory {
  const [store, machine] = [storeBytes, machineBytes].map((bytes) => Math.round(bytes / 2 ** 20)) as [number, number];
  const heap = asked.heap ?? `${clamp(Math.round(machine / 8), 512, 1024)}m`;
  const least = clamp(Math.round(machine / 16), 256, 2048);
  const most = Math.max(least, Math.round(machine / 2) - megabytesOf(heap));
  return { heap, pageCache: asked.pageCache ?? `${clamp(Math.round(1.25 * store), least, most)}m` };
}

/** The name of a setting, where a line of neo4j.conf gives one. */
const settingIn = (line: string): string | undefined => /^\s*([\w.]+)\s*=/.exec(line)?.[1];

/** The lines of the template, less those whose setting the operator's own lines give. */
function withOwn(template: string, own: string): string {
  const given = new Set(own.split('\n').map(settingIn));
  const kept = template.split('\n').filter((line) => settingIn(line) === undefined || !given.has(settingIn(line)));
  return own === '' ? template : `${kept.join('\n')}\n# From the operator's own neo4j.conf.\n${own}`;
}

/** Writes neo4j.conf from the template and the operator's own settings, with the folders that the server needs. */
export async function writeConfiguration(layout: Layout, ports: Ports, memory: Memory): Promise<void> {
  const values = new Map([
    ['boltPort', String(ports.bolt)],
    ['httpPort', String(ports.http)],
    ['pageCache', memory.pageCache],
  ]);
  const template = await readFile(projectPath('neo4j', 'neo4j.conf'), 'utf8');
  const own = existsSync(layout.ownConf) ? await readFile(layout.ownConf, 'utf8') : '';
  const text = withOwn(template, own).replaceAll(
    /\{\{(\w+)\}\}/g,
    (placeholder, name) => values.get(name) ?? placeholder,
  );
  await mkdir(layout.server, { recursive: true, mode: 0o700 });
  await mkdir(layout.confFolder, { recursive: true });
  await mkdir(layout.logs, { recursive: true });
  await writeFile(join(layout.confFolder, 'neo4j.conf'), text);
}
