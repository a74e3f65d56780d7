import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { fetchOrder, listChangedOrders } from '../shopify/fetch-order.ts';
import { hasAccess as hasShopify, ShopifyRefusedError } from '../shopify/admin-api.ts';
import { readMessage as readShopify } from '../shopify/message-rules.ts';
import { deleteVoucher, makeVoucher, type VoucherOrder } from '../shopify/vouchers.ts';
import type { PlatformSecrets } from './connection-secrets.ts';
import type { OpenConnection } from './find-connection.ts';
import type { Meaning, OrderTelling } from './meaning-rules.ts';

/** Orders that have changed since an instant, the longest unchanged first. */
export interface ChangedOrders {
  readonly orders: readonly { readonly id: string; readonly updatedAt: number }[];
  readonly nextCursor: string | null;
}

/** What every platform can be asked, and what its messages mean. */
export interface PlatformAdapter {
  /** What a message means; throws UnreadableMessageError when it is not what its topic says. */
  readMessage(
    topic: string,
    body: unknown,
    at: { connection: OpenConnection; shop: ShopRow },
  ): Meaning;
  /** Whether the platform can be asked at all. */
  hasAccess(secrets: PlatformSecrets): boolean;
  fetchOrder(deps: Deps, connection: OpenConnection, id: string): Promise<OrderTelling | undefined>;
  listChanged(
    deps: Deps,
    connection: OpenConnection,
    asked: { since: number; cursor: string | null },
  ): Promise<ChangedOrders>;
  makeVoucher(deps: Deps, connection: OpenConnection, order: VoucherOrder): Promise<void>;
  deleteVoucher(deps: Deps, connection: OpenConnection, code: string): Promise<void>;
  /** Whether asking again would not help. */
  isRefusal(error: unknown): boolean;
}

const accessOf = ({ row, secrets }: OpenConnection) => ({ address: row.address, secrets });

const shopify: PlatformAdapter = {
  readMessage: (topic, body, { connection, shop }) => {
    const { address, money } = connection.row;
    return readShopify(topic, body, { address, choice: money, currency: shop.currency });
  },
  hasAccess: hasShopify,
  fetchOrder: (deps, connection, id) =>
    fetchOrder(deps, accessOf(connection), { id, choice: connection.row.money }),
  listChanged: (deps, connection, asked) => listChangedOrders(deps, accessOf(connection), asked),
  makeVoucher: (deps, connection, order) => makeVoucher(deps, accessOf(connection), order),
  deleteVoucher: (deps, connection, code) => deleteVoucher(deps, accessOf(connection), code),
  isRefusal: (error) => error instanceof ShopifyRefusedError,
};

const PLATFORMS: Readonly<Record<'shopify' | 'woocommerce', PlatformAdapter>> = {
  shopify,
  woocommerce: shopify,
};

/** How a shop's platform is spoken to. */
export const adapterOf = ({ row }: OpenConnection): PlatformAdapter => PLATFORMS[row.platform];
