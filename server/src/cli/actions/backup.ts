import { readConfig } from '../../config.ts';
import { systemClock } from '../../platform/lib/clock.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { backupSqlite, restoreSqlite } from '../../platform/store/sqlite-backup.ts';
import { withDeps } from './with-deps.ts';

const FILE = 'file:';

/** Copies the database of the environment. */
export const backup = async (path: string): Promise<void> => {
  const database = sqlitePath('pg_dump --format=custom --file=FILE "$DATABASE_URL"');
  await backupSqlite(database, path);
  console.log(`${path} is a copy of ${database}.`);
};

/** Puts a copy where the database is, and checks it. */
export const restore = async (path: string): Promise<void> => {
  const database = sqlitePath('pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE');
  const before = restoreSqlite(path, database, systemClock.now());
  if (before !== null) console.log(`What was there is ${before} now.`);
  console.log(`${database} is what ${path} was.`);
  await verify();
};

function sqlitePath(instead: string): string {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl.startsWith(FILE)) return databaseUrl.slice(FILE.length);
  throw new Error(`PostgreSQL has tools of its own for this: ${instead}`);
}

function verify(): Promise<void> {
  return withDeps(async (deps) => {
    const { shoppers, transactions, differences } = await verifyLedger(deps, {});
    console.log(
      `${shoppers} shoppers, ${transactions} transactions: ${differences.length === 0 ? 'everything adds up' : `${differences.length} differences; see okaeri verify`}.`,
    );
    if (differences.length > 0) process.exitCode = 1;
  });
}
