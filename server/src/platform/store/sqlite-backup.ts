import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** A copy that cannot be made, or a file that is none. The message says what to do. */
class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Every page at once: the most that SQLite counts to. */
const ALL_PAGES = 0x7f_ff_ff_ff;

// A table every database of ours has, and hardly any other.
const OURS = "select count(*) from sqlite_master where type = 'table' and name = 'transactions'";

/**
 * Copies a database while it is written to, through SQLite's backup interface. All pages are
 * copied under one read lock, which no writer waits for: in steps, each write of the server would
 * begin the copy anew (https://sqlite.org/backup.html). What was committed before is in it.
 *
 * @throws BackupError where the file exists, or the copy is not whole
 */
export const backupSqlite = async (from: string, to: string): Promise<void> => {
  if (existsSync(to)) throw new BackupError(`${to} exists; name a file that does not.`);
  if (!existsSync(from)) throw new BackupError(`There is no database at ${from}.`);
  const part = `${to}.part`;
  remove(part);
  const database = new Database(from, { fileMustExist: true });
  try {
    await database.backup(part, { progress: () => ALL_PAGES });
  } finally {
    database.close();
  }
  // One file by itself: a copy in the mode with a log beside it would want that log.
  const copy = new Database(part);
  copy.pragma('journal_mode = delete');
  copy.close();
  examine(part);
  settle(part);
  renameSync(part, to);
  settle(dirname(to));
};

/**
 * Puts a copy where the database is. What was there stays beside it, under a name of its own.
 *
 * @returns where what was there is now; null where there was nothing
 * @throws BackupError where the copy is not whole, or the server still runs
 */
export const restoreSqlite = (from: string, to: string, at: number): string | null => {
  examine(from);
  const exists = existsSync(to);
  if (exists) requireFree(to);
  const part = `${to}.part`;
  remove(part);
  copyFileSync(from, part);
  settle(part);
  const before = exists ? `${to}.${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}` : null;
  if (before !== null) renameSync(to, before);
  // A log of the database that was there is none of the one that comes.
  remove(to);
  renameSync(part, to);
  settle(dirname(to));
  return before;
};

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
}

/** Looks through a file as SQLite does: whether its pages are whole, and whether it is one of ours. */
function examine(path: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    const found: unknown = database.pragma('quick_check', { simple: true });
    if (found !== 'ok') throw new BackupError(`${path} is damaged: ${String(found)}`);
    if (database.prepare(OURS).pluck().get() !== 1)
      throw new BackupError(`${path} is not a database of Okaeri.`);
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${path} cannot be read: ${error instanceof Error ? error.message : ''}`);
  } finally {
    database?.close();
  }
}

/** Until it is on the disk: a rename may be older than what it names, else. */
function settle(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

/** Whether somebody else has the database open for writing, or in a transaction. */
const requireFree = (path: string): void => {
  const database = new Database(path, { timeout: 0 });
  try {
    // In this mode SQLite takes the whole file, which it is not given while any other has it open.
    database.pragma('locking_mode = exclusive');
    database.exec('begin exclusive; commit');
  } catch {
    throw new BackupError(`${path} is in use; stop the server first.`);
  } finally {
    database.close();
  }
};
