import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const FIRST_SUFFIX = 10;

/** Copies of a compressed OpenAlex file in which every id is another one; made once and kept in `folder`. */
export async function copiesOf(file, count, folder) {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  mkdirSync(unfinished, { recursive: true });
  // Bytes as they are: ids are ASCII.
  const text = (await promisify(gunzip)(await readFile(file))).toString('latin1');
  for (let suffix = FIRST_SUFFIX; suffix < FIRST_SUFFIX + count; suffix++) {
    const copy = text.replaceAll(/(openalex\.org\/[WAIT]\d+)/g, `$1${suffix}`);
    await writeFile(join(unfinished, `part_${suffix}.gz`), await promisify(gzip)(Buffer.from(copy, 'latin1')));
  }
  renameSync(unfinished, folder);
  return folder;
}
