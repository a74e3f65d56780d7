import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import type { OrderSnapshot } from '../contract/platform-event-rules.ts';
import { isPart, readOrder } from './order-rules.ts';
import { orderPayload, refundPayload } from './payload-rules.ts';
import { askWoo, WooRefusedError, type WooAccess } from './rest-api.ts';

/** What one request may list. */
const PAGE = 100;

/** The order as WooCommerce has it now, with its refunds line by line; `binned` where it is in its bin, `gone` where it has none, `part` where it is one of another order. */
export const fetchOrder = async (
  deps: Deps,
  access: WooAccess,
  id: string,
): Promise<OrderSnapshot | 'gone' | 'binned' | 'part'> => {
  const path = `orders/${encodeURIComponent(id)}`;
  try {
    const get = { method: 'GET', path, schema: orderPayload } as const;
    const order = await askWoo(deps, access, get);
    if (isPart(order)) return 'part';
    if (order.status === 'trash') return 'binned';
    if (order.refunds.length === 0) return readOrder(order, { isFetched: true });
    const named = await askWoo(deps, access, {
      method: 'GET',
      path: `${path}/refunds`,
      query: { per_page: String(PAGE) },
      schema: z.array(refundPayload),
    });
    return readOrder(order, { isFetched: true, named });
  } catch (error) {
    if (error instanceof WooRefusedError && error.status === 404) return 'gone';
    throw error;
  }
};

const listed = z.array(orderPayload.pick({ id: true, date_modified_gmt: true }));

/**
 * Orders that have changed since an instant, a page of them. Which attributes lists can be sorted by
 * differs between versions; ids are among them in all.
 */
export const listChangedOrders = async (
  deps: Deps,
  access: WooAccess,
  { since, cursor }: { since: number; cursor: string | null },
): Promise<{ orders: { id: string; updatedAt: number }[]; nextCursor: string | null }> => {
  const page = Number(cursor ?? 1);
  const found = await askWoo(deps, access, {
    method: 'GET',
    path: 'orders',
    query: {
      // Without an offset and in UTC, which `dates_are_gmt` says; that very second is not among what comes after it.
      modified_after: new Date(since - 1000).toISOString().slice(0, 19),
      dates_are_gmt: 'true',
      orderby: 'id',
      order: 'asc',
      status: 'any',
      per_page: String(PAGE),
      page: String(page),
    },
    schema: listed,
  });
  return {
    orders: found.map(({ id, date_modified_gmt: updatedAt }) => ({ id, updatedAt })),
    nextCursor: found.length === PAGE ? String(page + 1) : null,
  };
};

const present = z.array(orderPayload.pick({ id: true, refunds: true }));

/** Which of some orders there are, outside its bin, and the refunds each has. */
export const lookAtOrders = async (
  deps: Deps,
  access: WooAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = await askWoo(deps, access, {
    method: 'GET',
    path: 'orders',
    query: { include: ids.join(','), status: 'any', per_page: String(PAGE) },
    schema: present,
  });
  return new Map(found.map(({ id, refunds }) => [id, refunds.map((refund) => refund.id)]));
};
