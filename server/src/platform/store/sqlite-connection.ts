import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { LOG_PAGES } from './sqlite-log-rules.ts';
import { compileStatement, type DrizzleQuery, type RunStatement } from './sqlite-statement.ts';
import type { Db, Statement } from './statement.ts';
import type { Tables } from './tables.ts';

/** One connection with its own prepared statements. Everything on it is synchronous. */
export interface SqliteConnection {
  readonly database: Database.Database;
  run<Args, Row>(statement: Statement<Args, Row>, args: Args): Row[];
}

// Set and read back: compiled-in defaults differ between builds, and a ledger
// that is not synchronous=FULL can lose what it has acknowledged.
const WRITER_PRAGMAS = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['foreign_keys', 'on', 1],
  ['busy_timeout', '0', 0],
  ['temp_store', 'memory', 2],
  // The writer keeps it as the disk allows.
  ['wal_autocheckpoint', String(LOG_PAGES.min), LOG_PAGES.min],
  // Negative is KB: 64 MB of page cache.
  ['cache_size', '-65536', -65_536],
] as const;

const READER_PRAGMAS = [
  ['query_only', 'on', 1],
  ['busy_timeout', '5000', 5000],
  ['temp_store', 'memory', 2],
  ['cache_size', '-65536', -65_536],
  // Reading through memory-mapped pages saves a copy per page; in bytes, the most SQLite is built
  // for. It is address space, not memory: the system keeps of it what is read.
  ['mmap_size', '2147418112', 2_147_418_112],
] as const;

/** Opens a connection for the writer (creates the file) or for readers. */
export const openSqliteConnection = (
  path: string,
  tables: Tables,
  role: 'writer' | 'reader',
): SqliteConnection => {
  const database = new Database(path);
  applyPragmas(database, role === 'writer' ? WRITER_PRAGMAS : READER_PRAGMAS);
  // The driver is synchronous and its results can be awaited all the same: one type for both engines.
  const db = drizzle({ client: database }) as unknown as Db;
  const prepared = new Map<object, RunStatement>();

  const prepare = (statement: { build: Statement<unknown, unknown>['build'] }): RunStatement => {
    const query = statement.build(db, tables).prepare() as unknown as DrizzleQuery;
    const run = compileStatement(query);
    prepared.set(statement, run);
    return run;
  };

  return {
    database,
    run<Args, Row>(statement: Statement<Args, Row>, args: Args): Row[] {
      const run = prepared.get(statement) ?? prepare(statement);
      // What the statement declares is what its query takes and gives; nothing else knows both.
      return run(args as Record<string, unknown>) as Row[];
    },
  };
};

function applyPragmas(
  database: Database.Database,
  pragmas: readonly (readonly [string, string, string | number])[],
): void {
  for (const [name, value, expected] of pragmas) {
    database.pragma(`${name} = ${value}`);
    const actual: unknown = database.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(`SQLite kept ${name} at ${String(actual)}, not ${String(expected)}.`);
  }
}
