import type { ShopperColumn } from '@okaeri/shared/list-words';
import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import { shopperExportQuery, type ListedShopper } from '@okaeri/shared/shoppers';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { minorToDecimal } from '../../platform/lib/currency.ts';
import { listShoppers } from './list-shoppers.ts';

/** `/v1/exports/shoppers`: a list of shoppers as a table, all of it. */
export const shopperExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(shopperExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const shop = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) =>
        listShoppers(deps, shop, {
          ...asked,
          cursor,
          limit: LIMITS.pageMax,
          counted: 'false' as const,
        }),
      cells: (one) => cellsOf(one, shop.currency),
    });
  });

function cellsOf(
  one: ListedShopper,
  currency: string,
): Record<ShopperColumn, string | number | null> {
  return {
    id: one.id,
    name: one.name,
    email: one.email,
    status: one.status,
    tier: one.tier === null ? null : (one.tier.name['en'] ?? one.tier.id),
    stage: one.stage,
    available: one.available,
    pending: one.pending,
    orders: one.orderCount,
    spent: minorToDecimal(one.spendMinor, currency),
    lastOrder: one.lastOrderAt,
    tags: one.tags.join(' '),
    since: one.createdAt,
  };
}
