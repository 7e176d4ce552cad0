import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFacingError } from '../core/errors.js';
import { type LeftAside, leaveAside, nothingLeftAside } from './left-aside.js';

/** A file to import. */
export interface InputFile {
  readonly path: string;
  /** Its size on the disk. */
  readonly bytes: number;
  readonly compression: 'gzip' | 'none';
  /** Whether it need not hold records: a file of a folder, of which its name tells nothing. */
  readonly unsure?: boolean;
}

/** Record files of folders; a file that is named itself may have any name. */
const RECORD_FILE = /\.(?:gz|json|jsonl|ndjson|xml)$/i;
/** Files of folders that may hold records: lists of merged ids that were unpacked, and what OAI-PMH harvests leave. */
const UNSURE_FILE = /\.csv$|^[^.]+$|\.[^.]{6,}$/i;
/** Folders of an OpenAlex snapshot that hold what this server does not read. */
const OTHER_FOLDERS = new Set(['sources', 'venues', 'publishers', 'funders', 'concepts', 'keywords', 'awards']);

/**
 * The files that `paths` name: a file itself, of a folder all below it that may hold records. In the order of `paths`,
 * within a folder by name; each file once. Throws UserFacingError where a path leads to nothing.
 * @param aside where it is noted which files of folders are left aside for their endings
 */
export async function findInputs(paths: readonly string[], aside = nothingLeftAside()): Promise<InputFile[]> {
  const inputs = new Map<string, InputFile>();
  for (const path of paths) {
    const found = await filesAt(path, aside);
    if (found.length === 0)
      throw new UserFacingError(
        `${path} holds no .gz, .json, .jsonl, .ndjson, .xml or .csv file, nor one without an ending.`,
      );
    for (const { file, unsure } of found) {
      const real = await realpath(file);
      const known = inputs.get(real);
      if (known === undefined) inputs.set(real, { ...(await describeFile(file)), unsure });
      else if (known.unsure) inputs.set(real, { ...known, unsure });
    }
  }
  return [...inputs.values()];
}

interface Found {
  readonly file: string;
  readonly unsure: boolean;
}

async function filesAt(path: string, aside: LeftAside): Promise<Found[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserFacingError(
      error.code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read: ${error.message}.`,
    );
  });
  return found.isDirectory() ? filesBelow(path, aside) : [{ file: path, unsure: false }];
}

async function filesBelow(folder: string, aside: LeftAside): Promise<Found[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const files: Found[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const entry = await stat(file);
    if (entry.isDirectory()) {
      if (!OTHER_FOLDERS.has(name)) files.push(...(await filesBelow(file, aside)));
    } else if (entry.isFile() && !name.endsWith('.rejects.jsonl')) {
      if (RECORD_FILE.test(name)) files.push({ file, unsure: false });
      else if (UNSURE_FILE.test(name)) files.push({ file, unsure: true });
      else leaveAside(aside, file, 'other');
    }
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
