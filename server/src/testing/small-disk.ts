import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZE = '20m';
const PIECE = Buffer.alloc(64 * 1024, 1);

/** A small disk of a test's own. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it with a file of no use, until so many bytes are free. */
  fill(leaveFree: number): void;
  /** Takes that file's bytes away again. */
  makeRoom(): void;
  dispose(): void;
}

/** A disk of 20 MB in memory; undefined where this process may not mount one: that takes root, on Linux. */
export const mountSmallDisk = (): SmallDisk | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = openSync(join(folder, 'ballast'), 'w');
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    fill(leaveFree) {
      for (;;) {
        const room = free() - leaveFree;
        if (room <= 0) return;
        writeSync(ballast, PIECE, 0, Math.min(room, PIECE.length));
      }
    },
    makeRoom: () => ftruncateSync(ballast, 0),
    dispose() {
      closeSync(ballast);
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
};
