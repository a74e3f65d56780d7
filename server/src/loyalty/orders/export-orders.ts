import type { OrderColumn } from '@okaeri/shared/list-words';
import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import { orderExportQuery, type ListedOrder } from '@okaeri/shared/order-lists';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { minorToDecimal } from '../../platform/lib/currency.ts';
import { listShopOrders } from './list-shop-orders.ts';

/** `/v1/exports/orders`: a list of orders as a table, all of it. */
export const orderExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(orderExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const shop = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) =>
        listShopOrders(deps, shop, { ...asked, cursor, limit: LIMITS.pageMax, counted: false }),
      cells: cellsOf,
    });
  });

function cellsOf(one: ListedOrder): Record<OrderColumn, string | number | null> {
  return {
    number: one.id,
    placed: one.placedAt,
    standing: one.standing,
    shopper: one.shopper?.name ?? null,
    email: one.shopper?.email ?? null,
    items: one.itemCount,
    currency: one.currency,
    total: minorToDecimal(one.totalMinor, one.currency),
    refunded: minorToDecimal(one.refundedMinor, one.currency),
    points: one.points,
  };
}
