import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

/** Files in memory, where Linux has such a folder. */
const MEMORY = '/dev/shm';
const PREFIX = 'okaeri-';
/** The databases of a whole run are far below this. A container's own folder often is, too, and is then left alone. */
const BYTES_MIN = 3e9;

/**
 * From now on temporary files of this process, and of those it starts, are in memory, and go when it ends: to wait for a
 * disk that has nothing to keep took a tenth of a run. What a killed process leaves is there all the same. Where
 * somebody says where temporary files go (`TMPDIR`), or there is little memory, they stay where they are.
 */
export const keepTemporaryFilesInMemory = (): void => {
  if (process.env['TMPDIR'] !== undefined || !hasRoom()) return;
  removeAbandoned();
  const folder = mkdtempSync(join(MEMORY, `${PREFIX}${process.pid}-`));
  // PostgreSQL may have to run as another user.
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
};

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, freemem()) > BYTES_MIN;
  } catch {
    return false;
  }
}

/** Folders of runs that were killed. */
function removeAbandoned(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : 0;
    if (pid > 0 && !isRunning(pid)) removeIfFree(join(MEMORY, name));
  }
}

/** A disk that a killed test has mounted in it keeps a folder where it is, and is no reason not to run. */
function removeIfFree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    // Node gives no code for a mounted folder.
    console.warn(`${folder} could not be removed: ${String(error)}`);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's is running, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
