import type { Proof, ProofChallenge } from '@okaeri/shared/proof';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { OrderState } from '@okaeri/shared/orders';
import type { QueuedReview } from '@okaeri/shared/review-queue';
import type { OwnReview, ReviewPage } from '@okaeri/shared/reviews';
import { solves } from '../access/proof-of-work-rules.ts';
import { actsOf, type Acts } from './acts.ts';
import { aLine, anOrder } from './order-states.ts';
import { orderRuleWith, programWith } from './programs.ts';
import type { World } from './world.ts';

/** What shoppers and merchants do with reviews, asked through the routes. */
export interface ReviewActs extends Acts {
  /** An order of these products that was delivered on this day. */
  readonly receive: (who: string, orderId: string, productIds: readonly string[]) => Promise<void>;
  /** A shopper's own request below `/me/reviews`. */
  readonly own: (who: string, method: string, path: string, body?: unknown) => Promise<Response>;
  /** Writes a review, which must be taken. */
  readonly write: (who: string, productId: string, change?: object) => Promise<OwnReview>;
  readonly list: (productId: string, query?: string) => Promise<ReviewPage>;
  readonly waiting: () => Promise<QueuedReview[]>;
  readonly decide: (reviewId: string, decision: object) => Promise<Response>;
  readonly points: (who: string) => Promise<number>;
  /** Work done for a writing, as a form does it. */
  readonly prove: () => Promise<Proof>;
}

/** A review like many. */
export const A_REVIEW = { rating: 4, body: 'Keeps the tea warm for an hour.' } as const;

/** A programme with points for reviews and for photos with them. */
export const reviewProgram = (): ProgramDocument =>
  programWith({
    earning: [
      orderRuleWith(),
      { id: 'review', on: 'review', enabled: true, points: { fixed: 50 } },
      { id: 'photo', on: 'photo', enabled: true, points: { fixed: 25 } },
    ],
  });

export const reviewActsOf = (world: World): ReviewActs => {
  const own: ReviewActs['own'] = async (who, method, path, body) =>
    world.storefront(method, `/me/reviews${path}`, { token: await world.token(who), body });
  return {
    ...actsOf(world),
    own,
    async receive(who, orderId, productIds) {
      const now = new Date(world.clock.at).toISOString();
      const state: OrderState = anOrder({
        shopper: { id: who },
        updatedAt: now,
        placedAt: now,
        paidAt: now,
        fulfilledAt: now,
        deliveredAt: now,
        lines: productIds.map((productId, index) => aLine(String(index), 5000, { productId })),
      });
      const answer = await world.merchant('PUT', `/v1/orders/${orderId}`, state);
      if (!answer.ok) throw new Error(await answer.text());
    },
    async write(who, productId, change = {}) {
      const answer = await own(who, 'PUT', `/${productId}`, { ...A_REVIEW, ...change });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as OwnReview;
    },
    async list(productId, query = '') {
      const answer = await world.storefront('GET', `/products/${productId}/reviews${query}`, {});
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as ReviewPage;
    },
    async waiting() {
      const answer = await world.merchant('GET', '/v1/reviews');
      return ((await answer.json()) as { items: QueuedReview[] }).items;
    },
    decide: (reviewId, decision) =>
      world.merchant('POST', `/v1/reviews/${reviewId}/decision`, decision),
    async prove() {
      const answer = await world.storefront('GET', '/proof', {});
      const { challenge, bits } = (await answer.json()) as ProofChallenge;
      let solution = 0;
      while (!solves(challenge, solution, bits)) solution += 1;
      return { challenge, solution };
    },
    async points(who) {
      const answer = await world.storefront('GET', '/me', { token: await world.token(who) });
      return ((await answer.json()) as { balance: { available: number } }).balance.available;
    },
  };
};
