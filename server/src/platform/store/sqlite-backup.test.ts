import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopKeys } from '@okaeri/shared/access';
import { freePort } from '../../testing/postgres-server.ts';
import { startServer, type ServerProcess } from '../../testing/server-process.ts';

const CLI = join(import.meta.dirname, '../../cli.ts');
const SECRET = randomBytes(32);
/** Orders that are written at once while the copy is made. */
const AT_ONCE = 32;

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

describe('a copy made while the server serves', () => {
  let folder: string;
  let server: ServerProcess;
  let keys: ShopKeys;
  const path = (name: string): string => join(folder, name);

  const okaeri = (database: string, ...parameters: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [CLI, ...parameters], {
        env: {
          ...process.env,
          DATABASE_URL: `file:${path(database)}`,
          SECRET_KEY: SECRET.toString('base64'),
        },
      });
      let out = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => (out += text.toString()));
      child.on('exit', (status) => resolve({ status, out }));
    });

  const order = async (id: string): Promise<void> => {
    const at = new Date().toISOString();
    const body = {
      updatedAt: at,
      placedAt: at,
      paidAt: at,
      paymentStatus: 'paid',
      currency: 'USD',
      shopper: { id: `s${id}` },
      lines: [{ id: 'l', productId: 'tea', quantity: 1, priceMinor: 1000 }],
    };
    const answer = await fetch(`${server.url}/v1/orders/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${keys.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };

  const ordersIn = (name: string): Set<unknown> => {
    const database = new Database(path(name), { readonly: true });
    const ids = new Set(database.prepare('select id from orders').pluck().all());
    database.close();
    return ids;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'okaeri-backup-'));
    const made = await okaeri('live.db', 'shop', 'create', '--name', 'N', '--json');
    keys = JSON.parse(made.out) as ShopKeys;
    const port = await freePort();
    server = await startServer({ databaseUrl: `file:${path('live.db')}`, port, secretKey: SECRET });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('has every write that was answered before it began, and adds up', async () => {
    const answered = new Set<string>();
    const over = new AbortController();
    const write = async (worker: number): Promise<void> => {
      for (let n = 0; !over.signal.aborted; n += 1) {
        await order(`${worker}-${n}`);
        answered.add(`${worker}-${n}`);
      }
    };
    const writers = Promise.all(Array.from({ length: AT_ONCE }, (_, worker) => write(worker)));
    await expect.poll(() => answered.size, { timeout: 60_000 }).toBeGreaterThan(AT_ONCE);
    const before = new Set(answered);
    expect(await okaeri('live.db', 'backup', path('copy.db'))).toMatchObject({ status: 0 });
    const during = answered.size - before.size;
    over.abort();
    await writers;
    // It held no writer up.
    expect(during).toBeGreaterThan(0);

    const restored = await okaeri('other.db', 'restore', path('copy.db'));
    expect(restored).toMatchObject({ status: 0 });
    expect(restored.out).toContain('everything adds up');
    const kept = ordersIn('other.db');
    expect([...before].filter((id) => !kept.has(id))).toEqual([]);
  });

  it('is not put in place while a server uses the database, and nothing is lost when it is', async () => {
    const running = await okaeri('live.db', 'restore', path('copy.db'));
    expect(running.status).toBe(1);
    expect(running.out).toContain('is in use; stop the server first');
    const again = await okaeri('other.db', 'restore', path('copy.db'));
    expect(again.out).toContain('What was there is');
    const beside = readdirSync(folder).filter((name) => /^other\.db\.\d{4}/.test(name));
    expect(beside).toHaveLength(1);
    expect(ordersIn(beside[0] ?? '')).toEqual(ordersIn('other.db'));
  });

  it('leaves whole what was there, also what a server that was killed had only in its log', async () => {
    const port = await freePort();
    const databaseUrl = `file:${path('killed.db')}`;
    const made = await okaeri('killed.db', 'shop', 'create', '--name', 'K', '--json');
    const other = JSON.parse(made.out) as ShopKeys;
    const killed = await startServer({ databaseUrl, port, secretKey: SECRET });
    const answer = await fetch(`${killed.url}/v1/shoppers/last`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${other.secretKey}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(201);
    await killed.kill();
    expect(statSync(path('killed.db-wal')).size).toBeGreaterThan(0);
    expect(await okaeri('killed.db', 'restore', path('copy.db'))).toMatchObject({ status: 0 });
    const [beside = ''] = readdirSync(folder).filter((name) => /^killed\.db\.\d{4}/.test(name));
    const database = new Database(path(beside), { readonly: true });
    const ids = database.prepare('select external_id from shoppers').pluck().all();
    database.close();
    expect(ids).toContain('last');
  });

  it('is never written over another file, nor taken from one that is none', async () => {
    const twice = await okaeri('live.db', 'backup', path('copy.db'));
    expect(twice).toMatchObject({ status: 1 });
    expect(twice.out).toContain('exists; name a file that does not');
    writeFileSync(path('letter.txt'), 'Dear diary');
    const none = await okaeri('fresh.db', 'restore', path('letter.txt'));
    expect(none.status).toBe(1);
    expect(existsSync(path('fresh.db'))).toBe(false);
  });

  it('where PostgreSQL keeps the rows, its own tools are named', async () => {
    const child = spawn(process.execPath, [CLI, 'backup', path('x')], {
      env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await new Promise((resolve) => child.on('exit', resolve));
    expect(said).toContain('pg_dump');
  });
});
