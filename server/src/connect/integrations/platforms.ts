import type { Deps } from '../../deps.ts';
import { fetchOrder, listChangedOrders } from './shopify/fetch-order.ts';
import * as shopifyProducts from './shopify/fetch-product.ts';
import { hasAccess as hasShopify, ShopifyRefusedError } from './shopify/admin-api.ts';
import { readMessage as readShopify } from './shopify/message-rules.ts';
import { deleteVoucher, makeVoucher, renewVoucher } from './shopify/vouchers.ts';
import * as wooOrders from './woocommerce/fetch-order.ts';
import * as wooProducts from './woocommerce/fetch-product.ts';
import * as wooMessages from './woocommerce/message-rules.ts';
import { hasAccess as hasWoo, WooRefusedError } from './woocommerce/rest-api.ts';
import * as wooVouchers from './woocommerce/vouchers.ts';
import type { PlatformSecrets } from './contract/connection-secrets.ts';
import type { OpenConnection } from './find-connection.ts';
import type {
  PlatformEvent,
  OrderSnapshot,
  ProductSnapshot,
} from './contract/platform-event-rules.ts';
import type { VoucherRequest } from './contract/voucher-request.ts';
import type { OnTie } from './ingest-order.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Orders that have changed since an instant. */
interface ChangedOrders {
  readonly orders: readonly { readonly id: string; readonly updatedAt: number }[];
  readonly nextCursor: string | null;
  /** Whether the longest unchanged comes first. */
  readonly isSorted: boolean;
}

/** Products that have changed since an instant. */
interface ChangedProducts {
  readonly products: readonly ProductSnapshot[];
  readonly nextCursor: string | null;
  /** Whether the longest unchanged comes first. */
  readonly isSorted: boolean;
}

/** An order that was asked for. */
type FoundOrder =
  | { readonly snapshot: OrderSnapshot }
  /** `isBinned`: it is there still, in a bin; not that there is nothing of that id. */
  | { readonly isGone: true; readonly isBinned: boolean };

/** A shop and the platform it is connected to. */
export interface ConnectedShop {
  readonly connection: OpenConnection;
  readonly shop: ShopRow;
}

/** What every platform can be asked, and what its messages mean. */
export interface PlatformAdapter {
  /** What a message means; throws UnreadableMessageError when it is not what its topic says. */
  readMessage(topic: string, body: unknown, at: ConnectedShop): PlatformEvent;
  /** Whether the platform can be asked at all. */
  hasAccess(secrets: PlatformSecrets): boolean;
  /** The order as it is now, or that it is no more; undefined where there is none that counts. */
  fetchOrder(deps: Deps, at: ConnectedShop, id: string): Promise<FoundOrder | undefined>;
  listChanged(
    deps: Deps,
    connection: OpenConnection,
    asked: { since: number; cursor: string | null },
  ): Promise<ChangedOrders>;
  /**
   * Which of up to a hundred orders there are, and the refunds each has: of a platform whose orders and
   * refunds go without a trace in what has changed.
   */
  readonly lookAt?: (
    deps: Deps,
    connection: OpenConnection,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** The product as it is now; undefined where there is none. */
  fetchProduct(deps: Deps, at: ConnectedShop, id: string): Promise<ProductSnapshot | undefined>;
  listProducts(
    deps: Deps,
    at: ConnectedShop,
    asked: { since: number; cursor: string | null },
  ): Promise<ChangedProducts>;
  makeVoucher(deps: Deps, connection: OpenConnection, order: VoucherRequest): Promise<void>;
  deleteVoucher(deps: Deps, connection: OpenConnection, code: string): Promise<void>;
  /** Makes a code that an order has used, and gave back, good for another one. */
  renewVoucher(deps: Deps, connection: OpenConnection, order: VoucherRequest): Promise<void>;
  /** Whether it is a mere sign of life, which is not signed. */
  isPing(bytes: Uint8Array): boolean;
  /** What a secret may have become on its way into a signature. */
  spellings(secret: string): string[];
  /** Of two tellings of one second, where the platform cannot be asked. */
  readonly onTie: Exclude<OnTie, 'ask'>;
  /** Whether asking again would not help. */
  isRefusal(error: unknown): boolean;
}

const shopify: PlatformAdapter = {
  readMessage: (topic, body, { connection, shop }) => {
    const { address, money } = connection.row;
    const { currency, sandbox: isSandbox } = shop;
    return readShopify(topic, body, { address, choice: money, currency, isSandbox });
  },
  hasAccess: hasShopify,
  async fetchOrder(deps, { connection, shop }, id) {
    const order = { id, choice: connection.row.money, isSandbox: shop.sandbox };
    const snapshot = await fetchOrder(deps, accessOf(connection), order);
    return snapshot && { snapshot };
  },
  async listChanged(deps, connection, asked) {
    const page = await listChangedOrders(deps, accessOf(connection), asked);
    return { ...page, isSorted: true };
  },
  fetchProduct: (deps, at, id) => shopifyProducts.fetchProduct(deps, productAccessOf(at), id),
  async listProducts(deps, at, asked) {
    const page = await shopifyProducts.listChangedProducts(deps, productAccessOf(at), asked);
    return { ...page, isSorted: true };
  },
  makeVoucher: (deps, connection, order) => makeVoucher(deps, accessOf(connection), order),
  deleteVoucher: (deps, connection, code) => deleteVoucher(deps, accessOf(connection), code),
  renewVoucher: (deps, connection, order) => renewVoucher(deps, accessOf(connection), order),
  isPing: () => false,
  spellings: (secret) => [secret],
  onTie: 'digest',
  isRefusal: (error) => error instanceof ShopifyRefusedError,
};

const woocommerce: PlatformAdapter = {
  readMessage: (topic, body, { connection, shop }) =>
    wooMessages.readMessage(topic, body, {
      canAsk: hasWoo(connection.secrets),
      currency: shop.currency,
    }),
  hasAccess: hasWoo,
  async fetchOrder(deps, { connection }, id) {
    const snapshot = await wooOrders.fetchOrder(deps, accessOf(connection), id);
    if (typeof snapshot === 'object') return { snapshot };
    if (snapshot === 'part') return undefined;
    return { isGone: true, isBinned: snapshot === 'binned' };
  },
  async listChanged(deps, connection, asked) {
    const page = await wooOrders.listChangedOrders(deps, accessOf(connection), asked);
    return { ...page, isSorted: false };
  },
  lookAt: (deps, connection, ids) => wooOrders.lookAtOrders(deps, accessOf(connection), ids),
  fetchProduct: (deps, at, id) => wooProducts.fetchProduct(deps, productAccessOf(at), id),
  async listProducts(deps, at, asked) {
    const page = await wooProducts.listChangedProducts(deps, productAccessOf(at), asked);
    return { ...page, isSorted: false };
  },
  makeVoucher: (deps, connection, order) =>
    wooVouchers.makeVoucher(deps, accessOf(connection), order),
  deleteVoucher: (deps, connection, code) =>
    wooVouchers.deleteVoucher(deps, accessOf(connection), code),
  renewVoucher: (deps, connection, order) =>
    wooVouchers.renewVoucher(deps, accessOf(connection), order),
  isPing: wooMessages.isPing,
  spellings: wooMessages.spellingsOf,
  // It sends what is so when it sends: of two tellings of one second the later to come is the later.
  onTie: 'arrival',
  isRefusal: (error) => error instanceof WooRefusedError,
};

const PLATFORMS: Readonly<Record<'shopify' | 'woocommerce', PlatformAdapter>> = {
  shopify,
  woocommerce,
};

/** How a shop's platform is spoken to. */
export const adapterOf = ({ row }: OpenConnection): PlatformAdapter => PLATFORMS[row.platform];

function accessOf({ row, secrets }: OpenConnection) {
  return { address: row.address, secrets };
}

function productAccessOf({ connection, shop }: ConnectedShop) {
  return { ...accessOf(connection), currency: shop.currency };
}
