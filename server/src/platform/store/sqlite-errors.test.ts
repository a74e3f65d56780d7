import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sqliteCommitFailure, sqliteFailure, sqliteOpenFailure } from './sqlite-errors.ts';
import { StoreBusyError, StoreUnavailableError, TransactionLostError } from './store.ts';

const sqlite = (code: string): Error => new Database.SqliteError('database or disk is full', code);

describe('an error of SQLite', () => {
  it.each([
    'SQLITE_FULL',
    'SQLITE_IOERR_WRITE',
    'SQLITE_IOERR_FSYNC',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_READONLY',
    'SQLITE_CANTOPEN',
  ])('%s is reported as unavailable, also where it ended the transaction', (code) => {
    for (const error of [sqlite(code), new TransactionLostError(sqlite(code))]) {
      const failure = sqliteFailure(error);
      expect(failure).toBeInstanceOf(StoreUnavailableError);
      expect(failure).toMatchObject({ isOutcomeUnknown: false, cause: error });
    }
  });

  it.each(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])('%s is reported as busy', (code) => {
    expect(sqliteFailure(sqlite(code))).toBeInstanceOf(StoreBusyError);
  });

  it.each([
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_ERROR',
    'SQLITE_CORRUPT',
    'SQLITE_CONSTRAINT_TRIGGER',
  ])('%s stays what it is', (code) => {
    const error = sqlite(code);
    expect(sqliteFailure(error)).toBe(error);
    expect(sqliteCommitFailure(error)).toBe(error);
  });

  it('of a disk that failed at the COMMIT leaves open what was kept, and is not reported otherwise later', () => {
    const failure = sqliteCommitFailure(sqlite('SQLITE_IOERR_FSYNC'));
    expect(failure).toMatchObject({ name: 'StoreUnavailableError', isOutcomeUnknown: true });
    expect(sqliteFailure(failure)).toBe(failure);
    expect(sqliteCommitFailure(sqlite('SQLITE_FULL'))).toMatchObject({ isOutcomeUnknown: false });
  });

  it('at the start is reported in a sentence with the path, where the person who starts it can mend it', () => {
    for (const error of [
      sqlite('SQLITE_CANTOPEN'),
      sqlite('SQLITE_NOTADB'),
      Object.assign(new Error('EROFS: read-only'), { code: 'EROFS', syscall: 'mkdir' }),
    ])
      expect(sqliteOpenFailure('/data/okaeri.db', error)).toMatchObject({
        name: 'StoreUnavailableError',
        message: expect.stringMatching(/\/data\/okaeri\.db .*\((SQLITE_\w+|EROFS)\)/),
      });
    const ours = new Error('The database lacks its guards.');
    expect(sqliteOpenFailure('/data/okaeri.db', ours)).toBe(ours);
  });
});
