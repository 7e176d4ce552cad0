import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is a disk of its own, of 700 MB of memory. */
export interface MemoryDisk {
  readonly folder: string;
  /** Fills it up to so many bytes. */
  fill(left: number): void;
  /** Makes room again. */
  clear(): void;
  /** Ends it, with all that is on it. */
  unmount(): void;
}

/** Mounts such a disk; null where this user may not, which is said. */
export function mountMemoryDisk(name: string): MemoryDisk | null {
  const folder = join(tmpdir(), `research-graph-${name}-${process.pid}`);
  const ballast = join(folder, 'ballast');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    console.warn('A disk of memory cannot be mounted here: the tests of a full disk are skipped');
    return null;
  }
  return {
    folder,
    fill(left) {
      const { bavail, bsize } = statfsSync(folder);
      execFileSync('fallocate', ['-l', String(bavail * bsize - left), ballast]);
    },
    clear: () => rmSync(ballast),
    unmount() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
