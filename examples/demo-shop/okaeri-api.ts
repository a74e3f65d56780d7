import type { OrderAnswer, OrderState } from '@okaeri/shared/orders';
import type { VoucherAnswer } from '@okaeri/shared/redemptions';
import type { z } from 'zod';
import type { orderState } from '@okaeri/shared/orders';

/** The calls a merchant's backend makes. */
export interface OkaeriApi {
  putOrder(orderId: string, state: z.input<typeof orderState>): Promise<OrderAnswer>;
  validateVoucher(
    code: string,
    basket: { currency: string; basketMinor: number; shopperId: string | null },
  ): Promise<VoucherAnswer>;
  /** What time it is in the shop: a sandbox may be ahead. */
  readClock(): Promise<{ now: string }>;
  /** Only a sandbox shop's clock can be moved. */
  advanceClock(byMs: number): Promise<{ now: string }>;
}

export type { OrderState };

/** A merchant's client of Okaeri's API, as plain as can be. */
export const createOkaeriApi = (apiUrl: string, secretKey: string): OkaeriApi => {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${apiUrl}/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    putOrder: (orderId, state) => call('PUT', `/orders/${encodeURIComponent(orderId)}`, state),
    validateVoucher: (code, basket) =>
      call('POST', `/vouchers/${encodeURIComponent(code)}/validate`, basket),
    readClock: () => call('GET', '/clock'),
    advanceClock: (byMs) => call('POST', '/clock/advance', { byMs }),
  };
};
