import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balanceOptions } from '@okaeri/shared/balance-imports';
import { importOptions } from '@okaeri/shared/imports';
import type { Deps } from '../../deps.ts';
import { QueueFullError } from '../../platform/lib/turns.ts';
import { createUnderWay } from '../../platform/lib/under-way.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { memberFilesOf } from '../../testing/member-files.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { SERVER_WORK_LIMITS } from '../../work-limits.ts';
import { importBalances } from './import-balances.ts';
import { importReviews, listImports, previewImport } from './import-reviews.ts';
import { FILES } from './take-turns.ts';
import { listBalanceImports } from './list-balances.ts';

/** The list as it begins. */
const LATEST = { state: 'all', order: 'desc', limit: 25, counted: false } as const;

/** Rows of a file that takes long enough to be cut off in its middle. */
const ROWS = 300;

const members = (count: number): string =>
  `customer_id,points\n${Array.from({ length: count }, (_, i) => `m-${i},10\n`).join('')}`;
const reviews = (count: number): string =>
  `product_id,rating,body,date\n${Array.from({ length: count }, (_, i) => `p,5,Number ${i},2024-01-01\n`).join('')}`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('files of other tools', () => {
  const [{ openTestStore }] = ENGINES;
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const send = (of: World, path: string, text: string, signal?: AbortSignal): Promise<Response> => {
    const body = new FormData();
    body.set('file', new File([text], 'a.csv'));
    const headers = { authorization: `Bearer ${of.keys.secretKey}` };
    return of.request(path, { method: 'POST', headers, body, ...(signal && { signal }) });
  };

  it('are taken one at a time from each shop: another one is refused, and taken after the first', async () => {
    const asked = [
      send(world, '/v1/balances/imports/preview', members(3)),
      send(world, '/v1/reviews/imports', reviews(3)),
      world.merchant('DELETE', '/v1/reviews/imports/rim_1'),
    ];
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(2);
    expect(await refused[0]?.json()).toMatchObject({
      code: 'busy',
      detail: expect.stringContaining('A file of this shop is being read or brought'),
    });
    expect((await send(world, '/v1/reviews/imports', reviews(3))).status).toBe(201);
  });

  it('wait for their turn where a few shops send them, and one more is refused', async () => {
    const shop = await world.shop();
    const most = FILES.readAtOnce + FILES.waitingMax;
    const asked = Array.from({ length: most + 1 }, (_, i) =>
      previewImport(world.deps, {
        shop: { ...shop, id: `${i}` },
        bytes: bytesOf(reviews(2)),
        options: importOptions.parse({}),
      }),
    );
    const ended = await Promise.allSettled(asked);
    const wasRefused = ended.map((one) => 'reason' in one && one.reason instanceof QueueFullError);
    expect(wasRefused).toEqual([...Array.from({ length: most }, () => false), true]);
  });

  it('are given up after their time, which is said with what to do', async () => {
    for (const [limits, text] of [
      [{ readFileMs: 1 }, members(1)],
      [{ lookMs: 0 }, members(100)],
    ] as const) {
      const workLimits = { ...SERVER_WORK_LIMITS, ...limits };
      const hasty = await openWorld(test.store, undefined, null, { workLimits });
      const answer = await send(hasty, '/v1/balances/imports/preview', text);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        code: 'tookTooLong',
        detail: expect.stringContaining('split the file into smaller ones. Nothing was changed'),
      });
    }
  });

  it('are reported as faulty when they need more memory than a file may take', async () => {
    const workLimits = { ...SERVER_WORK_LIMITS, readFileHeapMb: 24 };
    const small = await openWorld(test.store, undefined, null, { workLimits });
    const answer = await send(small, '/v1/balances/imports/preview', members(50_000));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'importNotReadable',
      detail: expect.stringContaining('more memory than a file may take'),
    });
  });

  it('are looked at no further when the client has gone', async () => {
    const client = new AbortController();
    const path = '/v1/balances/imports/preview';
    const running = send(world, path, members(50_000), client.signal);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    client.abort();
    expect((await running).status).toBe(503);
    expect((await send(world, path, members(1))).status).toBe(200);
  });

  it('come to their end once they have begun, whether anybody waits for it or not', async () => {
    const client = new AbortController();
    const sent = send(world, '/v1/balances/imports', members(ROWS), client.signal);
    const shop = await world.shop();
    for (;;) {
      const [latest] = (await listBalanceImports(world.deps, shop, LATEST)).items;
      if (latest !== undefined && latest.imported > 0) break;
      await turn();
    }
    client.abort();
    await sent;
    expect((await listBalanceImports(world.deps, shop, LATEST)).items[0]?.imported).toBe(ROWS);
  });
});

describe.each(ENGINES)('a file that the end of the server cuts off, on $engine', (engine) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await engine.openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  /** The same server, started again. */
  const again = (): Deps => ({ ...world.deps, underWay: createUnderWay() });
  /** Stops a server as soon as an import has written something. */
  const stopOnce = async (deps: Deps, imported: () => Promise<number>): Promise<void> => {
    while ((await imported()) === 0) await turn();
    await deps.underWay.stop();
  };

  it('has imported complete members, and is finished by sending it again', async () => {
    const shop = await world.shop();
    const options = balanceOptions.parse({});
    const input = () => ({ shop, options, bytes: bytesOf(members(ROWS)) });
    const deps = again();
    const latest = async () => (await listBalanceImports(deps, shop, LATEST)).items[0];
    const cut = importBalances(deps, input());
    await stopOnce(deps, async () => (await latest())?.imported ?? 0);
    expect(await cut).toMatchObject({ refused: { code: 'busy' } });
    const before = (await latest())?.points ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(ROWS * 10);
    const rest = await importBalances(again(), input());
    expect(rest).toMatchObject({ ok: { imported: ROWS, points: ROWS * 10 - before } });
    expect((await memberFilesOf(world).preview(members(ROWS))).points).toBe(0);
    const { differences } = await verifyLedger(world.deps, { shopId: shop.id });
    expect(differences).toEqual([]);
  });

  it('has imported complete reviews, and is finished by sending it again', async () => {
    const shop = await world.shop();
    const options = importOptions.parse({});
    const input = () => ({ shop, options, bytes: bytesOf(reviews(ROWS)) });
    const deps = again();
    const latest = async () => (await listImports(deps, shop)).items[0];
    const cut = importReviews(deps, input());
    await stopOnce(deps, async () => (await latest())?.imported ?? 0);
    expect(await cut).toMatchObject({ refused: { code: 'busy' } });
    const before = (await latest())?.imported ?? 0;
    expect(before).toBeLessThan(ROWS);
    const rest = await importReviews(again(), input());
    expect(rest).toMatchObject({ ok: { imported: ROWS - before, refused: before } });
  });
});
