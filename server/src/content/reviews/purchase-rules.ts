import { createHash } from 'node:crypto';
import type { OrderState } from '@okaeri/shared/orders';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import type { ReviewPrompt } from '@okaeri/shared/reviews';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';

/** Older orders are no longer asked about, and no longer looked through for a purchase. */
export const ASKED_FOR_MS = 180 * DAY_MS;
/** Orders looked through, newest first: enough for a season of shopping. */
export const ORDERS_LOOKED_AT = 30;
/** Products asked about at once. */
export const PROMPTS_MAX = 10;

/** Whether an order stands behind a review of this product. */
export const hasBought = (state: OrderState, productId: string): boolean =>
  state.cancelledAt == null &&
  state.paymentStatus !== 'voided' &&
  keptLines(state).some((line) => line.productId === productId);

/** From when on an order is asked about: after its delivery, else after it should have come. */
export const askedFrom = (order: ArrivedOrder, settings: ReviewSettings): number =>
  order.arrivedAt + (transitDaysOf(order, settings) + settings.askAfterDays) * DAY_MS;

const SHARE_STEPS = 2 ** 32;

/** Whether an order is among the share that is asked about: by lot, and the same each time. */
export const isAsked = (orderId: string, { askedShare }: ReviewSettings): boolean =>
  createHash('sha256').update(`ask ${orderId}`).digest().readUInt32BE(0) < askedShare * SHARE_STEPS;

/** A product to ask about, by what it was called when it was bought. */
type BoughtPrompt = Omit<ReviewPrompt, 'product'>;

/** What to ask a shopper about now: what arrived, was kept, and has no review of theirs yet. */
export const promptsOf = (
  orders: readonly ArrivedOrder[],
  known: { readonly reviewed: ReadonlySet<string>; readonly settings: ReviewSettings; now: number },
): BoughtPrompt[] => {
  const { settings, now } = known;
  const seen = new Set(known.reviewed);
  const prompts: BoughtPrompt[] = [];
  for (const order of orders) {
    if (askedFrom(order, settings) > now || !isAsked(order.id, settings)) continue;
    for (const line of keptLines(order.state)) {
      if (seen.has(line.productId)) continue;
      seen.add(line.productId);
      const { productId } = line;
      const { placedAt: boughtAt } = order.state;
      prompts.push({ orderId: order.id, productId, boughtAt, title: line.title ?? null });
    }
  }
  return prompts.slice(0, PROMPTS_MAX);
};

/** What was kept of an order: lines of which not everything went back. */
function keptLines(state: OrderState): OrderState['lines'] {
  return state.lines.filter((line) => line.quantity > (line.refundedQuantity ?? 0));
}

function transitDaysOf({ state }: ArrivedOrder, settings: ReviewSettings): number {
  if (state.deliveredAt != null) return 0;
  const { homeMarkets, transitDays, transitDaysAbroad } = settings;
  const abroad =
    homeMarkets.length > 0 && state.market != null && !homeMarkets.includes(state.market);
  return abroad ? transitDaysAbroad : transitDays;
}
