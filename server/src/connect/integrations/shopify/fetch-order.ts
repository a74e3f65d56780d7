import type { Deps } from '../../../deps.ts';
import { askShopify, type ShopifyAccess } from './admin-api.ts';
import { readOrder } from './order-rules.ts';
import type { OrderSnapshot } from '../contract/platform-event-rules.ts';
import type { MoneyChoice } from './money-rules.ts';
import { orderPayload } from './payload-rules.ts';
import {
  changedOrdersAnswer,
  linesAnswer,
  orderAnswer,
  refundAnswer,
  type AskedLine,
  type AskedRefund,
} from './order-answers.ts';
import { CHANGED_ORDERS, LINES_OF_ORDER, ORDER, REFUND } from './order-documents.ts';
import { payloadOf } from './graph-order.ts';

/** Pages of lines one order can have: a thousand lines. */
const PAGES_MAX = 25;
/** Changed orders one look gives. */
const CHANGED_PAGE = 100;

/** The order as Shopify has it now; undefined where it has none of this id that counts. */
export const fetchOrder = async (
  deps: Deps,
  access: ShopifyAccess,
  order: { id: string; choice: MoneyChoice; isSandbox: boolean },
): Promise<OrderSnapshot | undefined> => {
  const variables = { id: gidOf('Order', order.id) };
  const asked = { document: ORDER, variables, schema: orderAnswer };
  const { order: found } = await askShopify(deps, access, asked);
  if (found === null || (found.test && !order.isSandbox)) return undefined;
  const { hasNextPage, endCursor } = found.lineItems.pageInfo;
  const more = await restOfLines(deps, access, order.id, hasNextPage ? (endCursor ?? null) : null);
  const refunds: AskedRefund[] = [];
  for (const { id } of found.refunds) {
    const of = { document: REFUND, variables: { id }, schema: refundAnswer };
    const { refund } = await askShopify(deps, access, of);
    if (refund !== null) refunds.push(refund);
  }
  const lines = [...found.lineItems.nodes, ...more];
  const payload = orderPayload.parse(payloadOf(found, { lines, refunds }));
  return readOrder(payload, { choice: order.choice, isFetched: true });
};

/** Orders that have changed since an instant, the longest unchanged first: a page of them. */
export const listChangedOrders = async (
  deps: Deps,
  access: ShopifyAccess,
  { since, cursor }: { since: number; cursor: string | null },
): Promise<{ orders: { id: string; updatedAt: number }[]; nextCursor: string | null }> => {
  const query = `updated_at:>='${new Date(since).toISOString()}'`;
  const variables = { query, first: CHANGED_PAGE, after: cursor };
  const asked = { document: CHANGED_ORDERS, variables, schema: changedOrdersAnswer };
  const { orders } = await askShopify(deps, access, asked);
  const { hasNextPage, endCursor } = orders.pageInfo;
  return {
    orders: orders.nodes.map(({ legacyResourceId, updatedAt }) => ({
      id: legacyResourceId,
      updatedAt: Date.parse(updatedAt),
    })),
    nextCursor: hasNextPage ? (endCursor ?? null) : null,
  };
};

function gidOf(kind: 'Order' | 'Refund', id: string): string {
  return `gid://shopify/${kind}/${id}`;
}

async function restOfLines(
  deps: Deps,
  access: ShopifyAccess,
  id: string,
  after: string | null,
): Promise<AskedLine[]> {
  const lines: AskedLine[] = [];
  let cursor = after;
  for (let page = 0; cursor !== null && page < PAGES_MAX; page += 1) {
    const variables = { id: gidOf('Order', id), after: cursor };
    const asked = { document: LINES_OF_ORDER, variables, schema: linesAnswer };
    const { order } = await askShopify(deps, access, asked);
    lines.push(...(order?.lineItems.nodes ?? []));
    const { hasNextPage, endCursor } = order?.lineItems.pageInfo ?? { hasNextPage: false };
    cursor = hasNextPage ? (endCursor ?? null) : null;
  }
  return lines;
}
