import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopKeys } from '@okaeri/shared/access';
import { createLogger } from '../lib/logger.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { freePort } from '../../testing/postgres-server.ts';
import { loadOrders, openShop, sendAgain, type OrderLoad } from '../../testing/process-shop.ts';
import { startServer, type ServerProcess } from '../../testing/server-process.ts';
import { mountSmallDisk, type SmallDisk } from '../../testing/small-disk.ts';
import { openStore } from '../../open-store.ts';

/** How much is left for the database and its log, once it is open. */
const LEFT_FREE = 1_500_000;
const PATIENCE_MS = 60_000;

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const probe = mountSmallDisk();
probe?.dispose();

// Users who may not mount a disk have the file that may not grow, in `writer.test.ts`.
it.runIf(probe === undefined)(
  'no small disk can be mounted here: a file that may not grow stands for it',
  () => {
    expect(process.getuid?.() === 0 && process.platform === 'linux').toBe(false);
  },
);

describe.runIf(probe !== undefined)('a server whose disk is full', () => {
  let disk: SmallDisk;
  let keys: ShopKeys;
  let secretKey: Buffer;
  let databaseUrl: string;
  let server: ServerProcess;
  let load: OrderLoad;

  beforeEach(async () => {
    const mounted = mountSmallDisk();
    if (mounted === undefined) throw new Error('The disk can no longer be mounted.');
    disk = mounted;
    databaseUrl = `file:${join(disk.folder, 'okaeri.db')}`;
    const store = await openStore(databaseUrl, createLogger('silent'));
    const shop = await openShop(store, 50);
    ({ keys } = shop);
    ({ secretKey } = shop.deps);
    await store.close();
  });
  afterEach(async () => {
    // Whatever state it is in: a disk that somebody uses cannot be given back.
    await server.kill();
    await load.end();
    disk.dispose();
  });

  const startOn = async (log: number): Promise<void> => {
    server = await startServer({ databaseUrl, port: await freePort(), secretKey, log });
    load = loadOrders([server], keys, 8);
  };
  const refusals = (): number => load.answers['503 storeUnavailable'] ?? 0;
  /** Until it is so. */
  const until = async (isSo: () => boolean): Promise<void> => {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (!isSo()) {
      if (performance.now() > giveUpAt) throw new Error(JSON.stringify(load.answers));
      await later(20);
    }
  };
  const ask = (path: string): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${keys.secretKey}` } });

  /** Everything that was acknowledged is there, once, and nothing but "come again" was said. */
  const checkKept = async (): Promise<void> => {
    await load.end();
    expect(Object.keys(load.answers).toSorted()).toEqual(['201', '503 storeUnavailable']);
    expect(await sendAgain(server, keys, load)).toEqual([]);
    await server.stop();
    const store = await openStore(databaseUrl, createLogger('silent'));
    expect((await verifyLedger({ store })).differences).toEqual([]);
    await store.close();
  };

  it('says so and goes on reading, keeps all it acknowledged, and takes orders again once there is room', async () => {
    const nowhere = openSync('/dev/null', 'a');
    await startOn(nowhere);
    closeSync(nowhere);
    await until(() => load.acknowledged.size > 20);
    disk.fill(LEFT_FREE);
    await until(() => refusals() > 30);
    for (const path of ['/healthz', '/readyz', '/v1/shoppers/s1'])
      expect((await ask(path)).status).toBe(200);
    disk.makeRoom();
    const before = load.acknowledged.size;
    await until(() => load.acknowledged.size > before + 50);
    await checkKept();
  });

  it('and whose log is on it answers all the same, and goes on with its log once there is room', async () => {
    const path = join(disk.folder, 'log');
    const log = openSync(path, 'a');
    await startOn(log);
    await until(() => load.acknowledged.size > 20);
    disk.fill(LEFT_FREE);
    await until(() => refusals() > 10);
    // Nothing is left for the log either; what is refused goes on being logged for some seconds.
    disk.fill(0);
    const written = readFileSync(path, 'utf8').length;
    for (let second = 0; second < 4; second += 1) {
      const count = refusals();
      await until(() => refusals() > count + 10);
      expect((await ask('/healthz')).status).toBe(200);
      await later(1000);
    }
    expect(readFileSync(path, 'utf8').length - written).toBeLessThan(8192);
    disk.makeRoom();
    const before = load.acknowledged.size;
    await until(() => load.acknowledged.size > before + 50);
    await until(() => readFileSync(path, 'utf8').length > written + 1000);
    await checkKept();
    closeSync(log);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const said = lines.map((line) => JSON.parse(line) as { msg: string; error: unknown });
    const refused = said.filter(({ msg }) => msg === 'the database did not take a request');
    expect(refused.length).toBeGreaterThan(3);
    expect(JSON.stringify(refused.at(-1)?.error)).toContain('SQLITE_FULL');
  });
});
