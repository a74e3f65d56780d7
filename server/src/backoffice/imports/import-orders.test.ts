import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { actsOf } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { importOrders, type ImportReport } from './import-orders.ts';
import { readImportRow, toMinor } from './order-row-rules.ts';
import { ImportFileError } from './order-file.ts';

const HEADER = 'order_id,shopper_id,placed_at,currency,quantity,total';

describe('reading a row of an import', () => {
  it.each([
    ['29.33', 2, 2933],
    ['29', 2, 2900],
    ['0.00', 2, 0],
    ['29.3', 2, 2930],
    ['29.300', 2, 2930],
    ['500', 0, 500],
    ['29.333', 2, undefined],
    ['-1', 2, undefined],
    ['1e3', 2, undefined],
    ['', 2, undefined],
    ['9999999999999', 2, undefined],
  ])('takes %s with %i places as %s', (total, digits, minor) => {
    expect(toMinor(total, digits)).toBe(minor);
  });

  const reading = { dates: null, mark: null, now: Date.parse('2026-11-22T00:00:00Z') };
  const row = {
    order_id: '1',
    shopper_id: 'a',
    placed_at: '1997-01-01',
    currency: 'USD',
    total: '29.33',
  };

  it.each([
    ['order_id', ''],
    ['placed_at', '1997-02-30'],
    ['placed_at', 'yesterday'],
    ['currency', 'US'],
    ['total', '1.234'],
    ['shopper_id', 'x'.repeat(256)],
  ])('refuses %s "%s"', (column, value) => {
    expect(readImportRow({ ...row, [column]: value }, reading)).toHaveProperty('fault');
  });

  it.each([
    ['', 1, []],
    ['9', 9, []],
    ['9.0', 9, []],
    ['1000000', 1_000_000, []],
    ['1000001', 1, [expect.stringContaining('quantity')]],
    ['0', 1, [expect.stringContaining('quantity')]],
    ['-2', 1, [expect.stringContaining('quantity')]],
    ['1.5', 1, [expect.stringContaining('quantity')]],
    ['many', 1, [expect.stringContaining('quantity')]],
  ])('keeps the quantity "%s" as %i, and the total as it is', (quantity, kept, remarks) => {
    const read = readImportRow({ ...row, quantity }, reading);
    if ('fault' in read) throw new Error(read.fault);
    const [line] = read.state.lines;
    expect([line?.quantity, read.remarks]).toEqual([kept, remarks]);
    const { priceMinor = 0, discountMinor = 0 } = line ?? {};
    expect(priceMinor * kept - discountMinor).toBe(2933);
  });

  it('makes an order that was paid, sent and delivered when it was placed', () => {
    expect(readImportRow(row, reading)).toMatchObject({
      orderId: '1',
      state: { paidAt: '1997-01-01T00:00:00Z', deliveredAt: '1997-01-01T00:00:00Z' },
    });
  });
});

describe.each(ENGINES)('importing past orders on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let folder: string;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    folder = mkdtempSync(join(tmpdir(), 'okaeri-import-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test.dispose();
  });

  const run = async (lines: readonly string[], dryRun = false): Promise<ImportReport> => {
    const path = join(folder, 'orders.csv');
    writeFileSync(path, lines.join('\n'));
    return importOrders(world.deps, { shop: await world.shop(), path, dryRun });
  };
  const history = [
    HEADER,
    'o1,ada,1997-01-01,USD,1,29.33',
    'o2,ada,1997-01-18,USD,2,29.73',
    'o3,bea,1997-01-01,USD,1,0.00',
    'o4,bea,1997-02-30,USD,1,10.00',
    'o1,bea,1997-03-01,USD,1,10.00',
    'o5,bea,1997-03-01,USD,1,ten',
    'o6,bea,1997-03-01,EUR,1,10.00',
  ];

  it('tries everything in a dry run, says what it would earn, and writes nothing', async () => {
    expect(await run(history, true)).toMatchObject({ rows: 7, created: 4, failed: 3, points: 58 });
    expect((await world.merchant('GET', '/v1/shoppers/ada')).status).toBe(404);
  });

  it('takes the good rows, reports the bad ones by line and reason, and changes nothing the second time', async () => {
    const first = await run(history);
    expect(first).toMatchObject({ rows: 7, created: 4, unchanged: 0, failed: 3, points: 58 });
    expect(first.faults.toSorted((a, b) => a.line - b.line)).toEqual([
      { line: 5, reason: expect.stringContaining('placed_at') },
      { line: 6, reason: 'order_id stands in line 2 already' },
      { line: 7, reason: expect.stringContaining('total') },
    ]);
    const before = await verifyLedger(world.deps, { shopId: world.keys.shopId });
    expect(await run(history)).toMatchObject({
      created: 0,
      unchanged: 4,
      failed: 3,
      points: 0,
    });
    expect(await verifyLedger(world.deps, { shopId: world.keys.shopId })).toEqual(before);
    expect(before.differences).toEqual([]);
  });

  it('5: enrols whom it names, without a sign-up bonus, and shows them what their orders imply', async () => {
    const { me, history: rows } = actsOf(world);
    const ada = await me('ada');
    expect(ada).toMatchObject({
      shopper: { status: 'member' },
      balance: { available: 29 + 29, pending: 0 },
    });
    expect(await rows('ada')).toMatchObject([
      { kind: 'earn', points: 29, effectiveAt: '1997-02-01T00:00:00.000Z' },
      { kind: 'earn', points: 29, effectiveAt: '1997-01-15T00:00:00.000Z' },
    ]);
  });

  it('keeps how much was bought, and since when somebody is known', async () => {
    const answer = await world.merchant('GET', '/v1/shoppers/ada/affairs');
    const { orders } = (await answer.json()) as { orders: { itemCount: number }[] };
    expect(orders.map(({ itemCount }) => itemCount)).toEqual([2, 1]);
    const ada = await (await world.merchant('GET', '/v1/shoppers/ada')).json();
    expect(ada).toMatchObject({
      knownSince: '1997-01-01T00:00:00.000Z',
      createdAt: new Date(world.clock.now()).toISOString(),
    });
    await world.merchant('PUT', '/v1/shoppers/cleo', {});
    const cleo = await (await world.merchant('GET', '/v1/shoppers/cleo')).json();
    expect(cleo).toMatchObject({ knownSince: new Date(world.clock.now()).toISOString() });
  });

  it('refuses a file without the columns, and one that is not there', async () => {
    await expect(run(['a,b', '1,2'])).rejects.toBeInstanceOf(ImportFileError);
    const path = join(folder, 'nowhere.csv');
    const nowhere = importOrders(world.deps, { shop: await world.shop(), path, dryRun: false });
    await expect(nowhere).rejects.toThrow(/ENOENT/);
  });
});
