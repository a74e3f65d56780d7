import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopKeys } from '@okaeri/shared/access';
import type { OrderRequest } from '@okaeri/shared/orders';
import { createOkaeri, type Okaeri } from './client.ts';
import { pages } from './pages.ts';
import { OkaeriError } from './problem.ts';
import { signShopperToken } from './shopper-token.ts';

const SERVER = join(import.meta.dirname, '../../../server/src');

/** A server that fails so many times before it hands on what it is asked. */
const startFlaky = (target: string, fail: () => number | 'cut' | undefined): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const how = fail();
        if (typeof how === 'number') return response.writeHead(how).end();
        const { 'idempotency-key': key, authorization, 'content-type': type } = request.headers;
        const headers: Record<string, string> = { authorization: String(authorization) };
        if (key !== undefined) headers['idempotency-key'] = String(key);
        if (type !== undefined) headers['content-type'] = type;
        const { method = 'GET' } = request;
        const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
        return void fetch(`${target}${request.url}`, { method, headers, ...body }).then(
          async (answer) => {
            // The act was done; its answer is lost on the way.
            if (how === 'cut') return response.destroy();
            const hit = answer.headers.get('idempotency-hit');
            response.writeHead(answer.status, {
              'content-type': answer.headers.get('content-type') ?? '',
              ...(hit === null ? {} : { 'idempotency-hit': hit }),
            });
            return response.end(Buffer.from(await answer.arrayBuffer()));
          },
        );
      });
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

/** A port nobody has, as the system gives it. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const urlOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('the client for servers', () => {
  let folder: string;
  let child: ChildProcess;
  let url: string;
  let keys: ShopKeys;
  let okaeri: Okaeri;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'okaeri-node-'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      DATABASE_URL: `file:${join(folder, 'a.db')}`,
      SECRET_KEY: randomBytes(32).toString('base64'),
      PORT: String(port),
      DEMO: 'off',
      LOG_LEVEL: 'silent',
    };
    const create = ['shop', 'create', '--name', 'N', '--json'];
    const made = execFileSync(process.execPath, [join(SERVER, 'cli.ts'), ...create], { env });
    keys = JSON.parse(made.toString()) as ShopKeys;
    child = spawn(process.execPath, [join(SERVER, 'main.ts')], { env, stdio: 'ignore' });
    okaeri = createOkaeri({ baseUrl: url, secretKey: keys.secretKey });
    for (;;) {
      const ready = await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) break;
      if (child.exitCode !== null) throw new Error('The server did not come up.');
      await new Promise((turn) => setTimeout(turn, 50));
    }
  });
  afterAll(() => {
    child.kill();
    rmSync(folder, { recursive: true });
  });

  const now = new Date().toISOString();
  const order: OrderRequest = {
    updatedAt: now,
    placedAt: now,
    paidAt: now,
    paymentStatus: 'paid',
    currency: 'USD',
    shopper: { id: 'ada' },
    lines: [{ id: 'l', productId: 'tea', quantity: 2, priceMinor: 1800 }],
  };

  it('tells of products, one and many, lists them and takes one out', async () => {
    const state = { updatedAt: '2026-11-01T00:00:00Z', title: { en: 'Beans' } };
    expect((await okaeri.products.put('beans/1', state)).stale).toBe(false);
    const { items } = await okaeri.products.putMany([
      { productId: 'mug', ...state },
      { productId: 'bad', ...state, title: {} },
    ]);
    expect(items.map(({ error }) => error?.code ?? null)).toEqual([null, 'invalidRequest']);
    await okaeri.products.remove('mug', '2026-11-02T00:00:00Z');
    const listed = await okaeri.products.list();
    expect(listed.items.map(({ productId }) => productId)).toEqual(['beans/1']);
    expect((await okaeri.products.get('beans/1')).title).toEqual({ en: 'Beans' });
  });

  it('tells an order, twice for good measure, and reads what it earned', async () => {
    const recorded = await okaeri.orders.put('o-1', order);
    expect((await okaeri.orders.put('o-1', order)).points).toEqual(recorded.points);
    expect(await okaeri.shoppers.get('ada')).toMatchObject({ id: 'ada', status: 'member' });
    const { items } = await okaeri.shoppers.transactions('ada');
    expect(items.some(({ source }) => source?.kind === 'order')).toBe(true);
  });

  it('signs tokens the server knows a shopper by', async () => {
    const of = { identitySecret: keys.identitySecret, publicKey: keys.publicKey };
    const token = await signShopperToken({ ...of, shopper: { id: 'ada', name: 'Ada' } });
    const me = await fetch(`${url}/storefront/v1/${keys.publicKey}/me`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await me.json()).toMatchObject({ shopper: { id: 'ada' } });
    const blank = { id: 'ada', name: ' ', email: '', emailVerified: true };
    for (const shopper of [
      { ...blank, locale: 'english?' },
      { ...blank, locale: 'en_US' },
    ]) {
      const sparse = await signShopperToken({ ...of, shopper });
      const answer = await fetch(`${url}/storefront/v1/${keys.publicKey}/me`, {
        headers: { Authorization: `Bearer ${sparse}` },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('okaeri-ignored-claims')).toBeNull();
    }
    const edge = await signShopperToken({ ...of, shopper: { id: 'ada' }, lifeSeconds: 3600 });
    expect(edge.split('.')).toHaveLength(3);
    const longer = (): Promise<string> =>
      signShopperToken({ ...of, shopper: { id: 'ada' }, lifeSeconds: 3601 });
    expect(longer).toThrow(RangeError);
  });

  it('goes through a list to its end', async () => {
    for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) await okaeri.shoppers.put(id, { name: id });
    const seen: string[] = [];
    for await (const { id } of pages((cursor) => okaeri.shoppers.list({ cursor, limit: 2 })))
      seen.push(id ?? '');
    expect(new Set(seen)).toEqual(new Set(['ada', 'p1', 'p2', 'p3', 'p4', 'p5']));
    expect(seen).toHaveLength(6);
  });

  it('says in a code what was refused, and which field is wrong', async () => {
    const refused = await okaeri.shoppers.get('nobody').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OkaeriError);
    expect(refused).toMatchObject({ code: 'unknownShopper', status: 404 });
    const wrong = await okaeri.shoppers
      .adjust('ada', { points: 0, reason: 'x' })
      .catch((error: unknown) => error);
    expect(wrong).toMatchObject({ status: 400, errors: [{ path: 'points' }] });
  });

  it('gives points once, however often their answer is lost', async () => {
    const answers = [503, 'cut', 'cut', undefined] as const;
    let asked = 0;
    const flaky = await startFlaky(url, () => answers[asked++]);
    const client = createOkaeri({ baseUrl: urlOf(flaky), secretKey: keys.secretKey });
    const before = (await okaeri.shoppers.get('ada')).balance.available;
    await client.shoppers.adjust('ada', { points: 70, reason: 'Sorry for the wait' });
    expect(asked).toBe(4);
    expect((await okaeri.shoppers.get('ada')).balance.available).toBe(before + 70);
    flaky.close();
  });

  it('gives up after its attempts, and repeats nothing that was refused', async () => {
    let asked = 0;
    const down = await startFlaky(url, () => {
      asked += 1;
      return 502;
    });
    const client = createOkaeri({ baseUrl: urlOf(down), secretKey: keys.secretKey, attempts: 3 });
    const failed = await client.program.get().catch((error: unknown) => error);
    expect(failed).toMatchObject({ status: 502, code: 'unexpected' });
    expect(asked).toBe(3);
    down.close();
    const nowhere = createOkaeri({ baseUrl: 'http://127.0.0.1:1', secretKey: 'x', attempts: 1 });
    expect(await nowhere.program.get().catch((error: unknown) => error)).toMatchObject({
      code: 'offline',
      status: 0,
    });
  });
});
