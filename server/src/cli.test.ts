import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOkaeri, type Ran } from './testing/run-okaeri.ts';

const CLI = join(import.meta.dirname, 'cli.ts');

describe('the command line', () => {
  let folder: string;
  let shop: Record<string, string>;
  let databaseUrl: string;
  /** As a process of its own, which is how it is used. */
  const start = (...parameters: string[]): { status: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...parameters], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    return { status, out: stdout, err: stderr };
  };
  const run = (...parameters: string[]): Promise<Ran> => runOkaeri(databaseUrl, ...parameters);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'okaeri-cli-'));
    databaseUrl = `file:${join(folder, 'a.db')}`;
    const origin = 'https://shop.example';
    shop = JSON.parse(start('shop', 'create', '--name', 'N', '--origin', origin, '--json').out);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('creates a shop and prints its keys in one line', async () => {
    expect(Object.keys(shop)).toEqual(['shopId', 'publicKey', 'secretKey', 'identitySecret']);
    expect(shop['publicKey']).toMatch(/^okr_pk_/);
    expect(shop['secretKey']).toMatch(/^okr_sk_/);
    expect(shop['identitySecret']).toMatch(/^okr_is_/);
    expect((await run('shop', 'list')).out).toContain(shop['shopId']);
    const wrong = start('shop', 'create', '--name', 'N', '--origin', 'shop.example', '--json');
    expect(wrong).toMatchObject({ status: 1, out: '' });
    expect(wrong.err).toContain('must be an origin');
    const { out, err } = await run('shop', 'create', '--name', 'N', '--origin', 'shop.example');
    expect({ out, err }).toEqual({ out: wrong.out, err: wrong.err });
  });

  it('imports a file, reports its bad rows, and exits non-zero for them', async () => {
    const path = join(folder, 'orders.csv');
    const rows = ['order_id,shopper_id,placed_at,currency,total', '1,ada,2026-01-01,USD,20.00'];
    writeFileSync(path, [...rows, '2,ada,never,USD,20.00'].join('\n'));
    const into = ['--shop', shop['shopId'] ?? ''];
    expect((await run('import', 'orders', path, ...into, '--dry-run')).out).toContain(
      '1 would be imported',
    );
    const imported = await run('import', 'orders', path, ...into);
    expect(imported.status).toBe(1);
    expect(imported.out).toContain('2 rows: 1 imported, 0 were there already, 1 failed.');
    expect(imported.err).toContain('line 3: placed_at');
    expect((await run('import', 'orders', path, ...into)).out).toContain(
      '0 imported, 1 were there already',
    );
    expect((await run('import', 'orders', path, '--shop', 'nobody')).err).toContain(
      'no shop "nobody"',
    );
  });

  it('brings members of another tool, first only looking', async () => {
    const path = join(folder, 'members.csv');
    writeFileSync(path, 'customer_id,Saldo\nmika,40\njun,many\n');
    const into = ['--shop', shop['shopId'] ?? '', '--options', '{"columns":{"points":"Saldo"}}'];
    const looked = await run('import', 'members', path, ...into, '--dry-run');
    expect(looked).toMatchObject({ status: 0 });
    expect(looked.out).toContain('1 would come with 40 points and 1 new members, 1 would not.');
    const report = await run('import', 'members', path, ...into);
    expect(report.status).toBe(1);
    expect(report.out).toContain('2 rows: 1 imported with 40 points, 1 not.');
    expect(report.err).toContain('line 3: "many" is no number of points.');
    expect((await run('import', 'members', path, ...into)).out).toContain(
      '1 imported with 0 points',
    );
  });

  it('verifies, and exits non-zero when a balance was altered', async () => {
    const clean = await run('verify', '--shop', shop['shopId'] ?? '', '--json');
    expect(clean.status).toBe(0);
    expect(JSON.parse(clean.out)).toEqual({ shoppers: 2, transactions: 2, differences: [] });
    const database = new Database(join(folder, 'a.db'));
    database.exec("update shoppers set available = available + 1 where external_id = 'ada'");
    database.close();
    const altered = await run('verify', '--json');
    expect(altered.status).toBe(1);
    expect(JSON.parse(altered.out)).toMatchObject({
      differences: [{ what: 'available', expected: 20, found: 21 }],
    });
  });

  it('examines a set-up and says what is wrong with it', async () => {
    const { out } = await run('doctor');
    expect(out).toContain('✓ Node 24');
    expect(out).toContain('✓ the store takes writes');
    expect(out).toContain('✓ "N" has an origin');
  });
});
