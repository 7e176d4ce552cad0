import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFacingError } from '../core/errors.js';

/** A file to import. */
export interface InputFile {
  readonly path: string;
  /** Its size on the disk. */
  readonly bytes: number;
  readonly compression: 'gzip' | 'none';
}

/** Record files of folders; a file that is named itself may have any name, as those of OAI-PMH harvests have. */
const RECORD_FILE = /\.(?:gz|json|jsonl|ndjson|xml)$/i;
/** Folders of an OpenAlex snapshot that hold what this server does not read. */
const OTHER_FOLDERS = new Set(['sources', 'venues', 'publishers', 'funders', 'concepts', 'keywords', 'awards']);

/**
 * The files that `paths` name: a file itself, of a folder all record files below it. In the order of `paths`, within a
 * folder by name; each file once. Throws UserFacingError where a path leads to nothing.
 */
export async function findInputs(paths: readonly string[]): Promise<InputFile[]> {
  const inputs = new Map<string, InputFile>();
  for (const path of paths) {
    const found = await filesAt(path);
    if (found.length === 0) throw new UserFacingError(`${path} holds no .gz, .json, .jsonl, .ndjson or .xml file.`);
    for (const file of found) {
      const real = await realpath(file);
      if (!inputs.has(real)) inputs.set(real, await describeFile(file));
    }
  }
  return [...inputs.values()];
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserFacingError(
      error.code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read: ${error.message}.`,
    );
  });
  return found.isDirectory() ? filesBelow(path) : [path];
}

async function filesBelow(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const files: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const entry = await stat(path);
    if (entry.isDirectory() && !OTHER_FOLDERS.has(name)) files.push(...(await filesBelow(path)));
    else if (entry.isFile() && RECORD_FILE.test(name) && !name.endsWith('.rejects.jsonl')) files.push(path);
  }
  return files;
}

async function describeFile(path: string): Promise<InputFile> {
  const entry = await stat(path);
  if (!entry.isFile()) throw new UserFacingError(`${path} is not a file.`);
  const handle = await open(path).catch((error: Error) => {
    throw new UserFacingError(`${path} cannot be read: ${error.message}.`);
  });
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const isGzip = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    return { path, bytes: entry.size, compression: isGzip ? 'gzip' : 'none' };
  } finally {
    await handle.close();
  }
}
