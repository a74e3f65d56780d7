import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderFileOptions } from '@okaeri/shared/imports';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { workbookOf } from '../../testing/workbook-files.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { importOrders, type ImportReport } from './import-orders.ts';

const HEADER = 'order_id,shopper_id,placed_at,currency,total,email,name';

describe.each(ENGINES)('a file of past orders on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let folder: string;
  let count = 0;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    folder = mkdtempSync(join(tmpdir(), 'okaeri-order-file-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test.dispose();
  });

  const run = async (
    file: readonly string[] | Uint8Array,
    options: OrderFileOptions = {},
  ): Promise<ImportReport> => {
    const path = join(folder, `${(count += 1)}.csv`);
    writeFileSync(path, 'byteLength' in file ? file : file.join('\r\n'));
    return importOrders(world.deps, { shop: await world.shop(), path, dryRun: false, options });
  };
  const orderOf = async (id: string): Promise<number> =>
    (
      (await (await world.merchant('GET', `/v1/orders/${id}`)).json()) as {
        points: { target: number };
      }
    ).points.target;

  it('brings every row, and says what of one was left out', async () => {
    const report = await run([
      HEADER,
      'a1,ada,2024-01-02,USD,10.00,none,Ada',
      `a2,ada,2024-01-02,USD,10.00,,${'x'.repeat(501)}`,
      'a3,,2024-01-02,USD,10.00,none,',
      'a4,,2024-01-02,USD,10.00,taro..y@docomo.ne.jp,',
    ]);
    expect(report).toMatchObject({ created: 4, failed: 0 });
    expect(report.remarks).toEqual([
      { line: 2, reason: 'email: It is no e-mail address, and was left out.' },
      { line: 3, reason: 'name: It was longer than can be kept; its beginning was.' },
      { line: 4, reason: 'email: It is no e-mail address, and was left out.' },
    ]);
  });

  it('asks which number and which day is meant, where it does not show it', async () => {
    const rows = [
      HEADER,
      'b1,ada,5/6/2024,USD,"1,234",,',
      'b2,ada,5/6/2024,USD,7,,',
      'b3,ada,2024-06-05,USD,"1,234",,',
    ];
    const asked = await run(rows);
    expect(asked.faults.map(({ reason }) => /say \w+/.exec(reason)?.[0])).toEqual([
      'say dateOrder',
      'say dateOrder',
      'say decimalMark',
    ]);
    const said = await run(rows, { dateOrder: 'mdy', decimalMark: 'point' });
    expect(said).toMatchObject({ created: 3, failed: 0 });
    expect(await orderOf('b1')).toBe(1234);
  });

  it('reads days and totals as others of the file show them', async () => {
    const report = await run([
      'sep=;',
      HEADER.replaceAll(',', ';'),
      'c1;ada;5/6/2024 2:05 PM;USD;1.234;;',
      'c2;ada;6/23/24;USD;12,50;;',
      'c3;ada;29-Jun-2022;USD;7;;',
    ]);
    expect(report).toMatchObject({ created: 3, failed: 0, faults: [] });
    expect(await orderOf('c1')).toBe(1234);
  });

  it('comes as a workbook of Excel’s, and as Unicode text with tabs', async () => {
    const book = workbookOf([
      ['order_id', 'shopper_id', 'placed_at', 'currency', 'total'],
      ['d1', 'ada', { day: 45_466.5 }, 'USD', 29.33],
      ['d2', 'ada', { day: 45_467 }, 'USD', 1234],
    ]);
    expect(await run(book)).toMatchObject({ created: 2, failed: 0 });
    expect(await orderOf('d2')).toBe(1234);
    const text = `\uFEFF${HEADER.replaceAll(',', '\t')}\r\nd3\tada\t45466\tUSD\t5\t\t佐藤\r\n`;
    expect(await run(Buffer.from(text, 'utf16le'))).toMatchObject({ created: 1, failed: 0 });
  });

  it('in another encoding is asked about, and read once it is said', async () => {
    const bytes = Buffer.from(`${HEADER}\ne1,ada,2024-01-02,USD,5,,J\xf6rg\n`, 'latin1');
    await expect(run(bytes)).rejects.toThrow(/say its encoding/);
    expect(await run(bytes, { encoding: 'windows-1252' })).toMatchObject({ created: 1 });
  });

  it('that is no workbook Excel of today writes is refused with what to do', async () => {
    await expect(run(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).rejects.toThrow(/save it as/);
    await expect(run(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1))).rejects.toThrow(/save it again/);
  });
});
