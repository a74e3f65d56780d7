import type { ActivityAnswer, ClaimTicket } from '@okaeri/shared/activities';
import type { HistoryPage } from '@okaeri/shared/ledger';
import type { OwnOrder } from '@okaeri/shared/own-order';
import { segmentOf } from '@okaeri/shared/paths';
import type { MyReferral } from '@okaeri/shared/referrals';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { ShopperExport } from '@okaeri/shared/affairs';
import type { ProfileChange } from '@okaeri/shared/shoppers';
import type { Me, Quote, QuoteRequest } from '@okaeri/shared/storefront';
import { createAttemptKeys, type KeyStorage } from './attempt-keys.ts';
import { OkaeriError } from './problem.ts';
import { createReader, type Reader } from './reader.ts';
import type { Transport } from './transport.ts';

/** The storefront API, typed. Every call may throw `OkaeriError`. */
export interface Client extends Reader {
  /** What one cart would earn. */
  quote(cart: QuoteRequest): Promise<Quote>;
  enroll(): Promise<Me>;
  transactions(cursor?: string): Promise<HistoryPage>;
  /** What an order of the shopper's own brings them; throws `unknownOrder` until the shop has sent it. */
  order(orderId: string): Promise<OwnOrder>;
  /** Takes a reward. After a lost answer, calling again gives the first one: points are never taken twice. */
  redeem(rewardId: string, points?: number): Promise<Redemption>;
  /** Gives an unused code back for its points. */
  release(redemptionId: string): Promise<Redemption>;
  /** Claims an act a browser may claim: a visit, a share, a follow. */
  claim(ruleId: string): Promise<ActivityAnswer>;
  /** The shopper's own code to recommend with, and what came of it. */
  referral(): Promise<MyReferral>;
  /** Changes the shopper's own profile; what is not named stays. */
  editProfile(change: ProfileChange): Promise<Me>;
  /** Everything the shop keeps about the shopper. */
  exportMe(): Promise<ShopperExport>;
  /** Leaves the programme for good: points, codes and profile go. */
  leave(): Promise<void>;
  /** Tells what was looked at, for suggestions; only with the shopper's consent. */
  seen(products: readonly { productId: string; tags: readonly string[] }[]): Promise<void>;
}

/**
 * Makes a client over a transport: the questions of a page, and the acts.
 *
 * @param options.publicKey the shop's, by which keys of unfinished redemptions are kept apart
 * @param options.storage where those keys are kept; the page's own storage by default
 */
export const createClient = (
  request: Transport,
  options: { publicKey: string; storage?: KeyStorage },
): Client => {
  const keys = createAttemptKeys(options.publicKey, options.storage);
  return {
    ...createReader(request),
    quote: (cart) => request('/quote', { method: 'POST', body: cart }),
    enroll: () => request('/me/enroll', { method: 'POST', body: {}, personal: true }),
    transactions: (cursor) =>
      request(`/me/transactions${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, {
        personal: true,
      }),
    order: (orderId) => request(`/me/orders/${segmentOf(orderId)}`, { personal: true }),
    async redeem(rewardId, points) {
      // What is sent decides: another body is another attempt.
      const act = `${points ?? ''} ${rewardId}`;
      const key = keys.begin(act);
      try {
        const redemption = await request<Redemption>('/redemptions', {
          method: 'POST',
          body: points === undefined ? { rewardId } : { rewardId, points },
          personal: true,
          headers: { 'Idempotency-Key': key },
        });
        keys.end(act);
        return redemption;
      } catch (error) {
        // Only an answer settles an attempt; silence and a server in trouble do not.
        const status = error instanceof OkaeriError ? (error.problem?.status ?? 0) : 0;
        if (status >= 400 && status < 500 && status !== 429) keys.end(act);
        throw error;
      }
    },
    release: (redemptionId) =>
      request(`/redemptions/${segmentOf(redemptionId)}/release`, {
        method: 'POST',
        personal: true,
      }),
    async claim(ruleId) {
      const post = { method: 'POST', personal: true } as const;
      const { nonce } = await request<ClaimTicket>('/me/activities/nonces', {
        ...post,
        body: { ruleId },
      });
      return request('/me/activities', { ...post, body: { ruleId, nonce } });
    },
    referral: () => request('/me/referral', { personal: true }),
    editProfile: (change) => request('/me', { method: 'PATCH', body: change, personal: true }),
    exportMe: () => request('/me/export', { personal: true }),
    leave: () => request('/me', { method: 'DELETE', personal: true }),
    seen: (products) =>
      request('/me/events', {
        method: 'POST',
        body: { consent: true, seen: products },
        personal: true,
      }),
  };
};
