import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SignJWT } from 'jose';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import type { OrderAnswer } from '@okaeri/shared/orders';
import { findShop } from '../../access/find-shop.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { putOrder } from '../../loyalty/orders/put-order.ts';
import { ENGINES } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { freePort } from '../../testing/postgres-server.ts';
import { balanceOf, openShop, putTo } from '../../testing/process-shop.ts';
import { startServer, type ServerProcess } from '../../testing/server-process.ts';

const DIE_AFTER_COMMIT = join(import.meta.dirname, '../../testing/die-after-commit.ts');

/** `kill -9` under load: a few in the ordinary run, a hundred in the long one. */
const KILLS = process.env['OKAERI_TEST_LONG'] === undefined ? 3 : 100;
/** Orders that must have been acknowledged, at least, before each kill. */
const ACKNOWLEDGED_MIN = 12;
/** How many write at once on either side. */
const CLIENTS = 16;

describe.each(ENGINES)('server processes on $engine', ({ engine, openTestStore }) => {
  it(`loses nothing that was acknowledged and applies nothing twice over ${KILLS} kills under load`, async () => {
    const test = await openTestStore();
    const { deps, keys } = await openShop(test.store, 50);
    const port = await freePort();
    const start = (): Promise<ServerProcess> =>
      startServer({ databaseUrl: test.url, port, secretKey: deps.secretKey });
    /** Orders by id: what each shopper's order was answered to have earned, once it was answered. */
    const acknowledged = new Map<string, number>();
    let sent = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await start();
      // Killed once enough was acknowledged, however long a loaded machine takes for it.
      const enough = acknowledged.size + ACKNOWLEDGED_MIN + Math.floor(Math.random() * 50);
      const load = { on: true };
      const client = async (): Promise<void> => {
        while (load.on) {
          const id = `${sent++}`;
          const order = anOrder({ shopper: { id: `s${sent % 7}` }, lines: [aLine('a', 1000)] });
          const answer = await putTo(server, keys, id, order).catch(() => undefined);
          if (answer === undefined) return;
          const body = (await answer.json().catch(() => undefined)) as OrderAnswer | undefined;
          if (answer.ok && body) acknowledged.set(id, body.points.posted);
        }
      };
      const clients = Array.from({ length: CLIENTS }, client);
      while (acknowledged.size < enough) await new Promise((done) => setTimeout(done, 1));
      await server.kill();
      load.on = false;
      await Promise.all(clients);
    }

    // Every order is sent once more, as a shop that heard no answer would: the ones it
    // heard of are there already, and in the end each has counted exactly once.
    const server = await start();
    const width = pLimit(CLIENTS);
    await width.map([...acknowledged], async ([id, posted]) => {
      const order = await fetch(`${server.url}/v1/orders/${id}`, {
        headers: { authorization: `Bearer ${keys.secretKey}` },
      });
      expect(await order.json()).toMatchObject({ points: { posted } });
    });
    const again = Array.from({ length: sent }, (_, id) => id);
    await width.map(again, async (id) => {
      const shopper = { id: `s${(id + 1) % 7}` };
      const order = anOrder({ shopper, lines: [aLine('a', 1000)] });
      const answer = await putTo(server, keys, String(id), order);
      expect(answer.status).toBeLessThan(300);
      if (acknowledged.has(String(id))) expect(answer.status).toBe(200);
    });
    let total = 0;
    for (let s = 0; s < 7; s += 1)
      total += (await balanceOf(server, keys, `s${s}`))['available'] ?? 0;
    expect(total).toBe(sent * 10);
    await server.stop();
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  it('keeps what was committed when it is killed between COMMIT and reply, and counts it once', async () => {
    const test = await openTestStore();
    const { deps, keys } = await openShop(test.store, 50);
    const { status, signal } = spawnSync(process.execPath, [DIE_AFTER_COMMIT], {
      env: { ...process.env, DATABASE_URL: test.url, SHOP: keys.shopId },
    });
    expect({ status, signal }).toEqual({ status: null, signal: 'SIGKILL' });
    const shop = await findShop(deps, keys.shopId);
    if (shop === undefined) throw new Error('The shop is gone.');
    // The shop never heard an answer, so it sends the order again.
    const state = anOrder();
    const again = await putOrder(deps, { shop, orderId: '1', state, body: state });
    expect(again).toMatchObject({ created: false, ok: { points: { posted: 100 } } });
    const verified = await verifyLedger({ store: test.store });
    expect(verified).toEqual({ shoppers: 1, transactions: 1, differences: [] });
    await test.dispose();
  });

  it('lets the command line write while the server serves', async () => {
    const test = await openTestStore();
    const { deps, keys } = await openShop(test.store, 50);
    const port = await freePort();
    const server = await startServer({ databaseUrl: test.url, port, secretKey: deps.secretKey });
    const row = await findShop(deps, keys.shopId);
    if (row === undefined) throw new Error('The shop is gone.');
    // All of one shopper, so that both wait for the same row.
    const state = anOrder({ shopper: { id: 'ada' }, lines: [aLine('a', 100)] });
    const numbers = Array.from({ length: 200 }, (_, i) => i);
    const [here, there] = await Promise.all([
      pLimit(CLIENTS).map(numbers, (i) =>
        putOrder(deps, { shop: row, orderId: `cli-${i}`, state, body: state }),
      ),
      pLimit(CLIENTS).map(numbers, (i) => putTo(server, keys, `http-${i}`, state)),
    ]);
    for (const answer of there) expect(answer.status).toBe(201);
    for (const outcome of here) expect(outcome).toMatchObject({ created: true });
    expect(await balanceOf(server, keys, 'ada')).toMatchObject({ available: 400 });
    await server.stop();
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  it.runIf(engine === 'PostgreSQL')(
    'lets one of two hundred redemptions succeed that two server processes take at once',
    async () => {
      const test = await openTestStore();
      const { deps, keys } = await openShop(test.store, 100);
      const servers = await Promise.all(
        [await freePort(), await freePort()].map((port) =>
          startServer({
            databaseUrl: test.url,
            port,
            secretKey: deps.secretKey,
            // One shopper may not ask as often within ten minutes.
            env: { RATE_LIMIT_SCALE: '10' },
          }),
        ),
      );
      const [one, two] = servers;
      if (one === undefined || two === undefined) throw new Error('Two servers are needed.');
      await putTo(one, keys, '1', anOrder());
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject('ada')
        .setAudience(keys.publicKey)
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(new TextEncoder().encode(keys.identitySecret));
      const take = async (i: number): Promise<number> => {
        for (;;) {
          const { status } = await fetch(
            `${(i % 2 ? one : two).url}/storefront/v1/${keys.publicKey}/redemptions`,
            {
              method: 'POST',
              headers: { authorization: `Bearer ${token}`, 'idempotency-key': `k${i}` },
              body: JSON.stringify({ rewardId: 'off5' }),
            },
          );
          // All of them want one row: on a busy machine some are asked to come again.
          if (status !== 503) return status;
          await wait(100);
        }
      };
      const statuses = await Promise.all(Array.from({ length: 200 }, (_, i) => take(i)));
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(199);
      expect(await balanceOf(two, keys, 'ada')).toMatchObject({ available: 0, held: 100 });
      await Promise.all(servers.map((server) => server.stop()));
      expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
      await test.dispose();
    },
  );
});
