import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateSqlite } from './migrate.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'okaeri-migrate-'));
  path = join(folder, 'test.db');
  migrateSqlite(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes past what guards the file, as a migration that went wrong would. */
const behindGuards = (...statements: readonly string[]): void => {
  const database = new Database(path);
  database.pragma('foreign_keys = off');
  for (const statement of statements) database.exec(statement);
  database.close();
};

const ADD_ORPHAN = `
  create table orphans (id integer primary key, shop_id text references shops(id));
  insert into orphans (shop_id) values ('gone')`;
/** The file has had migrations after which nobody looked. */
const FORGET = 'pragma user_version = 0';

it('refuses a file whose rows point at none, at every start until it is mended', () => {
  behindGuards(ADD_ORPHAN, FORGET);
  expect(() => migrateSqlite(path)).toThrow('1 rows point at rows that do not exist');
  expect(() => migrateSqlite(path)).toThrow('1 rows point at rows that do not exist');
  behindGuards('drop table orphans');
  expect(() => migrateSqlite(path)).not.toThrow();
});

it('looks through the rows once after migrations, and not at a start that changes nothing', () => {
  behindGuards(ADD_ORPHAN);
  expect(() => migrateSqlite(path)).not.toThrow();
});
