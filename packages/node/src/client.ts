import type { ActivityAnswer, ActivityInput } from '@okaeri/shared/activities';
import type { ShopperAffairs, ShopperExport } from '@okaeri/shared/affairs';
import type { ListedMerchantTransaction, Page } from '@okaeri/shared/ledger';
import type { OrderAnswer, OrderRequest } from '@okaeri/shared/orders';
import type {
  BatchedProduct,
  Product,
  ProductAnswer,
  ProductBatchItem,
  ProductRequest,
} from '@okaeri/shared/products';
import { pathOf } from '@okaeri/shared/paths';
import type { Program } from '@okaeri/shared/program';
import type { Redemption, VoucherAnswer, VoucherValidation } from '@okaeri/shared/redemptions';
import type {
  AdjustmentAnswer,
  AdjustmentRequest,
  ListedShopper,
  MerchantProfileRequest,
  MerchantShopper,
} from '@okaeri/shared/shoppers';
import type { NewWebhookEndpoint, WebhookEndpoint, WebhookType } from '@okaeri/shared/webhooks';
import { createTransport, type ClientOptions } from './transport.ts';

/** Which shoppers a list is asked for; the first that is named counts. */
export interface ShopperFilter {
  readonly search?: string;
  readonly status?: 'guest' | 'member' | 'blocked';
  readonly tag?: string;
  readonly stage?: string;
  readonly segment?: string;
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

/**
 * The merchant API for servers, typed. Every call may throw `OkaeriError`; what can be repeated
 * is repeated by itself, with the same key.
 *
 * @example
 * const okaeri = createOkaeri({ baseUrl: 'https://loyalty.example', secretKey: process.env.OKAERI_KEY })
 * const { points } = await okaeri.orders.put('o-1042', order)
 */
export const createOkaeri = (options: ClientOptions) => {
  const send = createTransport(options);
  return {
    orders: {
      /** Tells the full present state of an order; any number of times, in any order. */
      put: (orderId: string, body: OrderRequest) =>
        send<OrderAnswer>(pathOf('orders', orderId), { method: 'PUT', body }),
      get: (orderId: string) => send<OrderAnswer>(pathOf('orders', orderId)),
    },
    products: productsOf(send),
    shoppers: shoppersOf(send),
    activities: {
      /** Reports an act; the same `dedupeKey` again changes nothing. */
      report: (body: ActivityInput) =>
        send<ActivityAnswer>('/activities', { method: 'POST', body }),
    },
    redemptions: {
      /** Takes a reward for a shopper. */
      create: (
        body: { shopperId: string; rewardId: string; points?: number },
        idempotencyKey?: string,
      ) =>
        send<Redemption>('/redemptions', {
          method: 'POST',
          body,
          ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        }),
      release: (redemptionId: string) =>
        send<Redemption>(pathOf('redemptions', redemptionId, 'release'), { method: 'POST' }),
    },
    vouchers: {
      /** Whether a code can be used now, and what it is worth. */
      validate: (code: string, body: VoucherValidation) =>
        send<VoucherAnswer>(pathOf('vouchers', code, 'validate'), { method: 'POST', body }),
      /** An order has used a code. Told again, it changes nothing. */
      use: (code: string, body: { orderId: string; amountMinor?: number }) =>
        send<VoucherAnswer>(pathOf('vouchers', code, 'use'), { method: 'POST', body }),
      /** An order does not use it after all. */
      release: (code: string, body: { orderId: string }) =>
        send<VoucherAnswer>(pathOf('vouchers', code, 'release'), { method: 'POST', body }),
    },
    webhooks: {
      list: () => send<{ items: readonly WebhookEndpoint[] }>('/webhooks'),
      /** Has an address told; the secret in the answer is shown this once. */
      create: (body: { url: string; label?: string; types?: readonly WebhookType[] }) =>
        send<NewWebhookEndpoint>('/webhooks', { method: 'POST', body }),
      remove: (endpointId: string) =>
        send<undefined>(pathOf('webhooks', endpointId), { method: 'DELETE' }),
    },
    program: {
      get: () => send<Program>('/program'),
    },
  };
};

/** The merchant API for servers. */
export type Okaeri = ReturnType<typeof createOkaeri>;

type Send = ReturnType<typeof createTransport>;

/** What is told and asked about products. */
function productsOf(send: Send) {
  return {
    /** Tells the full present state of a product; any number of times, in any order. */
    put: (productId: string, body: ProductRequest) =>
      send<ProductAnswer>(pathOf('products', productId), { method: 'PUT', body }),
    /** The same of up to 200 products; each answer says what came of one. */
    putMany: (products: readonly BatchedProduct[]) =>
      send<{ items: readonly ProductBatchItem[] }>('/products/batch', {
        method: 'POST',
        body: { products },
      }),
    get: (productId: string) => send<Product>(pathOf('products', productId)),
    list: (cursor?: string) => send<Page<Product>>('/products', { query: { cursor } }),
    /** Takes a product out; `updatedAt` is when that was, where it was not now. */
    remove: (productId: string, updatedAt?: string) =>
      send<undefined>(pathOf('products', productId), { method: 'DELETE', query: { updatedAt } }),
  };
}

/** What is asked and done about shoppers. */
function shoppersOf(send: Send) {
  return {
    list: (filter: ShopperFilter = {}) =>
      send<Page<ListedShopper>>('/shoppers', { query: { ...filter } }),
    get: (shopperId: string) => send<MerchantShopper>(pathOf('shoppers', shopperId)),
    /** Makes or changes a profile; what is not named stays. */
    put: (shopperId: string, body: MerchantProfileRequest) =>
      send<MerchantShopper>(pathOf('shoppers', shopperId), { method: 'PUT', body }),
    /** Erases a person for good. */
    erase: (shopperId: string) =>
      send<undefined>(pathOf('shoppers', shopperId), { method: 'DELETE' }),
    /** Gives or takes points by hand. */
    adjust: (shopperId: string, body: AdjustmentRequest, idempotencyKey?: string) =>
      send<AdjustmentAnswer>(pathOf('shoppers', shopperId, 'adjustments'), {
        method: 'POST',
        body,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    transactions: (shopperId: string, cursor?: string) =>
      send<Page<ListedMerchantTransaction>>(pathOf('shoppers', shopperId, 'transactions'), {
        query: { cursor },
      }),
    affairs: (shopperId: string) => send<ShopperAffairs>(pathOf('shoppers', shopperId, 'affairs')),
    export: (shopperId: string) => send<ShopperExport>(pathOf('shoppers', shopperId, 'export')),
  };
}
