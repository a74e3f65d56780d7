import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderFileOptions } from '@okaeri/shared/imports';
import { importOrders } from '../backoffice/imports/import-orders.ts';
import { DAY_MS, isoOf } from '../platform/lib/clock.ts';
import type { Bought } from './simulated-shop.ts';
import type { World } from './world.ts';

/** The date of a day, counted from 1970-01-01. */
export const dateOfDay = (day: number): string => isoOf(day * DAY_MS).slice(0, 10);

/** The orders of a made-up shop as a file of the command line, its first day being this one. */
const orderFileOf = (shop: readonly (readonly Bought[])[], firstDay: number): string =>
  [
    'order_id,shopper_id,placed_at,currency,total',
    ...shop.flatMap((bought, shopper) =>
      bought.map(({ day, valueMinor }, n) => {
        const total = (valueMinor / 100).toFixed(2);
        return `o${shopper}-${n},s${shopper},${dateOfDay(firstDay + day)},USD,${total}`;
      }),
    ),
  ].join('\n');

/** Brings a made-up shop into a world by an import, as fast as it gets. */
export const importShop = async (
  world: World,
  shop: readonly (readonly Bought[])[],
  firstDay: number,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-orders-'));
  try {
    const path = join(folder, 'orders.csv');
    writeFileSync(path, orderFileOf(shop, firstDay));
    const report = await importOrders(
      { ...world.deps, store: world.deps.storeWithoutEvents },
      {
        shop: await world.shop(),
        path,
        dryRun: false,
        options: orderFileOptions.parse({}),
        progress: () => undefined,
      },
    );
    if (report.failed > 0) throw new Error(`${report.failed} orders were not imported.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
