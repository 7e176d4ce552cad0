import { statfs } from 'node:fs/promises';
import { UserFacingError } from '../../core/errors.js';
import type { InputFile } from '../files.js';

/** Bytes of work files and of the stored graph for each byte of input, measured on works with references and abstracts. */
const NEEDED = { gzip: 8, none: 1.5 } as const;

/** Throws a UserFacingError where `folder` has not the room that importing these files takes. */
export async function requireDiskSpace(folder: string, inputs: readonly InputFile[]): Promise<void> {
  const needed = inputs.reduce((sum, { bytes, compression }) => sum + bytes * NEEDED[compression], 0);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed)
    throw new UserFacingError(
      `${folder} has ${gigabytes(free)} GB free; this import takes about ${gigabytes(needed)} GB`,
    );
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
