import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserFacingError } from '../core/errors.js';
import type { InputFile } from './files.js';

const CHUNK = 256 * 1024;

/**
 * What a file holds, decompressed. `onBytes` is told how much of it, as it lies on the disk, was read. Throws
 * UserFacingError where it is damaged or cut short.
 */
export async function* readBytes(file: InputFile, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const raw = createReadStream(file.path, { highWaterMark: CHUNK });
  if (onBytes !== undefined) raw.on('data', (chunk) => onBytes(chunk.length));
  // The callback is there for pipeline's sake: an error reaches the reader through the stream itself.
  const stream = file.compression === 'none' ? raw : pipeline(raw, createGunzip({ chunkSize: CHUNK }), () => {});
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw readingError(file, error as NodeJS.ErrnoException);
  }
}

/** Reads a compressed file to its end, so that a damaged one is known before anything of it is used. */
export async function requireIntact(file: InputFile): Promise<void> {
  if (file.compression === 'none') return;
  const bytes = readBytes(file);
  while (!(await bytes.next()).done);
}

function readingError(file: InputFile, error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR') return new UserFacingError(`${file.path} is cut short: its gzip data has no end.`);
  if (error.code?.startsWith('Z_')) return new UserFacingError(`${file.path} is damaged: ${error.message}.`);
  return error.code === undefined ? error : new UserFacingError(`${file.path} cannot be read: ${error.message}.`);
}
