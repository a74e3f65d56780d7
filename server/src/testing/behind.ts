import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Client } from 'pg';

/** Runs SQL behind the store's back, as someone with the database's password could; a query gives its rows. */
export const behind = async (url: string, statement: string): Promise<unknown[]> => {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice(5));
    try {
      if (statement.startsWith('select')) return database.prepare(statement).all();
      database.exec(statement);
      // What others commit is read from the next turn on (decision 044).
      await nextTurn();
      return [];
    } finally {
      database.close();
    }
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};
