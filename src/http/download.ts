import anyAscii from 'any-ascii';
import { create } from 'content-disposition';
import type { FastifyReply } from 'fastify';

const LONGEST_NAME = 80;

/** What a file system on any machine takes as a name. */
const fileName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|%]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');

/** Sets the headers of a file that a browser saves: its type, and its name in full and in ASCII. */
export function asDownload(reply: FastifyReply, contentType: string, name: string, ending: string): void {
  const full = [...fileName(name)].slice(0, LONGEST_NAME).join('').trim() || 'export';
  const ascii = fileName(anyAscii(full)) || 'export';
  reply
    .header('content-type', contentType)
    .header('content-disposition', create(`${full}.${ending}`, { fallback: `${ascii}.${ending}` }));
}
