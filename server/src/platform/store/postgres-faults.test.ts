import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ShopKeys } from '@okaeri/shared/access';
import { createLogger } from '../lib/logger.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { startOwnPostgres, type OwnPostgres } from '../../testing/own-postgres.ts';
import { freePort } from '../../testing/postgres-server.ts';
import {
  loadOrder,
  loadOrders,
  openShop,
  putTo,
  sendAgain,
  type OrderLoad,
} from '../../testing/process-shop.ts';
import { startServer, type ServerProcess } from '../../testing/server-process.ts';
import { postgresTables } from '../../schema.ts';
import { openPostgresStore } from './postgres.ts';
import { STORE_LIMITS, type Store } from './store.ts';

const LONG = process.env['OKAERI_TEST_LONG'] !== undefined;
/** How long a shopper's row stays locked. */
const LOCKED_MS = LONG ? 60_000 : 4000;
/** How long everything may take to be well again after a fault, on a machine that has much to do. */
const WELL_WITHIN_MS = 30_000;
const CLIENTS = 8;

interface LogLine {
  readonly msg: string;
  readonly time: number;
  readonly leftOut: number;
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const isTimeOver = (since: number, ms: number): boolean => performance.now() - since > ms;

describe('two server processes on a PostgreSQL that fails', () => {
  let postgres: OwnPostgres;
  let store: Store;
  let keys: ShopKeys;
  let servers: readonly [ServerProcess, ServerProcess];
  let load: OrderLoad;
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-faults-'));
  const logPath = join(folder, 'log');
  const log = openSync(logPath, 'a');

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    store = await openPostgresStore(postgres.url, {
      logger: createLogger('silent'),
      tables: postgresTables,
    });
    const shop = await openShop(store, 50);
    ({ keys } = shop);
    const { secretKey } = shop.deps;
    const ports = [await freePort(), await freePort()] as const;
    const [one, two] = await Promise.all(
      ports.map((port) => startServer({ databaseUrl: postgres.url, port, secretKey, log })),
    );
    if (one === undefined || two === undefined) throw new Error('Two servers are needed.');
    servers = [one, two];
    load = loadOrders(servers, keys, CLIENTS);
  }, 120_000);
  afterAll(async () => {
    postgres.thaw();
    await Promise.all(servers.map((server) => server.kill()));
    await load.end();
    await store.close();
    await postgres.dispose();
    closeSync(log);
    rmSync(folder, { recursive: true });
  }, 120_000);
  afterEach(() => {
    // No connection to a server was ever cut, and nothing but "come again" was said.
    const allowed = ['200', '201', '503 busy', '503 storeUnavailable'];
    expect(Object.keys(load.answers).filter((answer) => !allowed.includes(answer))).toEqual([]);
  });

  const readiness = async (server: ServerProcess): Promise<number> =>
    (await fetch(`${server.url}/readyz`)).status;

  /** Until both servers say so. */
  const ready = async (status: number): Promise<void> => {
    const began = performance.now();
    for (;;) {
      const found = await Promise.all(servers.map(readiness));
      if (found.every((one) => one === status)) return;
      if (isTimeOver(began, WELL_WITHIN_MS)) throw new Error(`They answer ${found.join(' ')}.`);
      await later(50);
    }
  };

  /** Until the load has had so many answers more. */
  const goesOn = async (more = 3 * CLIENTS): Promise<void> => {
    const enough = load.acknowledged.size + more;
    const began = performance.now();
    while (load.acknowledged.size < enough) {
      if (isTimeOver(began, WELL_WITHIN_MS)) throw new Error('Nothing is acknowledged any more.');
      await later(20);
    }
  };

  it('go on when every connection is ended, again and again, under load', async () => {
    await goesOn();
    let ended = 0;
    for (let time = 0; time < 5; time += 1) {
      ended += await postgres.endConnections();
      await goesOn(CLIENTS);
    }
    expect(ended).toBeGreaterThan(5);
  });

  it('say that they are not ready while PostgreSQL is away, and go on when it is there again', async () => {
    await goesOn();
    await postgres.crash();
    await ready(503);
    const answers = await Promise.all(
      servers.map((server) => putTo(server, keys, 'away', loadOrder('away'))),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toMatchObject({ code: 'storeUnavailable' });
    }
    await postgres.start();
    await ready(200);
    await goesOn();
  });

  it('say that they are not ready while PostgreSQL is frozen, within two seconds, and go on afterwards', async () => {
    expect(STORE_LIMITS.probeMs).toBeLessThan(2000);
    await goesOn();
    postgres.freeze();
    const began = performance.now();
    // Many probes share one question: a balancer that asks often makes nothing worse.
    const found = await Promise.all(
      servers.flatMap((server) => Array.from({ length: 20 }, () => readiness(server))),
    );
    expect(new Set(found)).toEqual(new Set([503]));
    // Generous: the machine has other things to do.
    expect(performance.now() - began).toBeLessThan(8000);
    const healthy = await Promise.all(servers.map((server) => fetch(`${server.url}/healthz`)));
    expect(healthy.map(({ status }) => status)).toEqual([200, 200]);
    postgres.thaw();
    await ready(200);
    await goesOn();
  });

  it('answer everybody else while one shopper’s row is locked and much is written to it', async () => {
    const [server] = servers;
    expect((await putTo(server, keys, 'locked', loadOrder('locked'))).status).toBe(201);
    const other = new Client({ connectionString: postgres.url });
    await other.connect();
    await other.query('begin');
    await other.query("select * from shoppers where external_id = 'locked' for update");
    const counts: number[] = [];
    const row = { isLocked: true };
    const writers = Array.from({ length: 24 }, async (_, writer) => {
      for (let time = 0; row.isLocked; time += 1) {
        const id = `locked-${writer}-${time}`;
        counts.push((await putTo(server, keys, id, loadOrder('locked'))).status);
      }
    });
    await later(500);
    const began = performance.now();
    const before = load.acknowledged.size;
    let others = 0;
    for (; !isTimeOver(began, LOCKED_MS) || others < 5; others += 1) {
      const shopper = `other-${others}`;
      expect((await putTo(server, keys, shopper, loadOrder(shopper))).status).toBe(201);
      const read = await fetch(`${server.url}/v1/shoppers/${shopper}`, {
        headers: { authorization: `Bearer ${keys.secretKey}` },
      });
      expect(await read.json()).toMatchObject({ balance: { available: 10 } });
      await later(100);
    }
    expect(load.acknowledged.size).toBeGreaterThan(before);
    row.isLocked = false;
    await other.query('rollback');
    await other.end();
    await Promise.all(writers);
    // What was refused was asked to come again; nothing hung, and nothing else was said.
    expect(counts.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  });

  it('have logged what failed with its cause and its stack, at most a line a second of one kind', () => {
    const lines = readFileSync(logPath, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as LogLine);
    const refused = lines.filter(({ msg }) => msg === 'the database did not take a request');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.some(({ leftOut }) => leftOut > 0)).toBe(true);
    const [first] = refused;
    expect(first).toMatchObject({
      error: {
        name: 'StoreUnavailableError',
        message: expect.any(String),
        stack: expect.stringMatching(/^at /),
        cause: { name: expect.any(String) },
      },
      requestId: expect.any(String),
    });
    const seconds = (lines.at(-1)?.time ?? 0) - (lines[0]?.time ?? 0);
    // Two servers, two codes.
    expect(refused.length).toBeLessThanOrEqual(4 * (seconds / 1000 + 2));
  });

  it('have kept every order that was acknowledged, once', async () => {
    await load.end();
    expect(load.acknowledged.size).toBeGreaterThan(10 * CLIENTS);
    expect(await sendAgain(servers[0], keys, load)).toEqual([]);
    expect((await verifyLedger({ store })).differences).toEqual([]);
  });
});
