import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { logPagesFor, PAGE_BYTES } from './sqlite-log-rules.ts';

/** How often the disk is looked at, at most. */
const LOOK_MS = 1000;

/** Keeps the write-ahead log as long as its disk can bear. */
export interface LogKeeper {
  /** Looks at the disk, at most once a second, and sets after how many pages the log is written back. */
  look(): void;
}

/** A keeper of the log of one writing connection. */
export const createLogKeeper = (
  database: Database,
  now: () => number = () => performance.now(),
): LogKeeper => {
  let lookAt = 0;
  let known: number | undefined;

  const measure = (): number => {
    const { bavail, bsize } = statfsSync(dirname(database.name));
    const logBytes = statSync(`${database.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    return logPagesFor({ freeBytes: bavail * bsize, logBytes });
  };

  return {
    look() {
      if (now() < lookAt) return;
      lookAt = now() + LOOK_MS;
      const pages = measure();
      if (pages === known) return;
      known = pages;
      database.pragma(`wal_autocheckpoint = ${pages}`);
      // A log that has grown longer is cut when it begins anew.
      database.pragma(`journal_size_limit = ${pages * PAGE_BYTES}`);
    },
  };
};
