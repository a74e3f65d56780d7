import Database from 'better-sqlite3';
import { Client } from 'pg';

/** Runs SQL behind the store's back, as someone with the database's password could. */
export const behind = async (url: string, statement: string): Promise<void> => {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice(5));
    try {
      database.exec(statement);
    } finally {
      database.close();
    }
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
