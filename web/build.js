// Builds the page into dist/web, unless nothing that it is made of has changed since.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const project = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(project, 'dist', 'web', '.built-from');

/** Everything that the page is made of. */
const sources = ['web', 'examples/queries', 'package-lock.json'];

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(project, source))))
    hash
      .update(`${file.slice(project.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Leaves a compressed copy beside each text, which the server sends to those who take it. */
function compress() {
  for (const file of filesIn(join(project, 'dist', 'web')))
    if (/\.(js|css|html|svg)$/.test(file)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

const now = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  const { build } = await import('vite');
  await build({ configFile: join(project, 'web', 'vite.config.ts') });
  compress();
  writeFileSync(stamp, now);
}
