import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { systemClock } from '../platform/lib/clock.ts';
import { verifyLedger } from '../loyalty/ledger/verify-ledger.ts';
import { backupSqlite, restoreSqlite } from '../platform/store/sqlite-backup.ts';
import { withDeps } from './with-deps.ts';

const HELP = `
A copy of the database, made while the server serves: whatever was answered before
the command began is in it. SECRET_KEY (or secret.key beside the database) and the
photos (MEDIA_FOLDER) are not: keep copies of them too. Without SECRET_KEY the
identity secrets of shops cannot be read.`;

const RESTORE_HELP = `
Stop the server first. What is there now stays beside it under another name. Then
the copy is brought up to date and every balance, lot and chain is checked.`;

const FILE = 'file:';

/** `okaeri backup` and `okaeri restore` */
export const addBackup = (program: Command): void => {
  program
    .command('backup <file>')
    .description('copy the database while the server serves')
    .addHelpText('after', HELP)
    .action(async (path: string) => {
      const database = sqlitePath('pg_dump --format=custom --file=FILE "$DATABASE_URL"');
      await backupSqlite(database, path);
      console.log(`${path} is a copy of ${database}.`);
    });
  program
    .command('restore <file>')
    .description('put a copy where the database is, and check it')
    .addHelpText('after', RESTORE_HELP)
    .action(async (path: string) => {
      const database = sqlitePath('pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE');
      const before = restoreSqlite(path, database, systemClock.now());
      if (before !== null) console.log(`What was there is ${before} now.`);
      console.log(`${database} is what ${path} was.`);
      await verify();
    });
};

const sqlitePath = (instead: string): string => {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl.startsWith(FILE)) return databaseUrl.slice(FILE.length);
  throw new Error(`PostgreSQL has tools of its own for this: ${instead}`);
};

function verify(): Promise<void> {
  return withDeps(async (deps) => {
    const { shoppers, transactions, differences } = await verifyLedger(deps, {});
    console.log(
      `${shoppers} shoppers, ${transactions} transactions: ${differences.length === 0 ? 'everything adds up' : `${differences.length} differences; see okaeri verify`}.`,
    );
    if (differences.length > 0) process.exitCode = 1;
  });
}
