import type { OrderState } from '@okaeri/shared/orders';
import type { Refusal } from '@okaeri/shared/errors';
import type { Quote, QuoteInput } from '@okaeri/shared/storefront';
import type { OrderRule } from '@okaeri/shared/program';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { isoOf } from '../lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import type { ShopRow } from '../store/rows.ts';
import { orderTarget, PointsOutOfRangeError } from './order-rules.ts';
import { QUOTE_LIFE_MS, quoteIdFor } from './quote-rules.ts';

const asOrder = (cart: QuoteInput, rule: OrderRule | undefined, now: number): OrderState => ({
  updatedAt: isoOf(now),
  currency: cart.currency,
  placedAt: isoOf(now),
  paymentStatus: 'paid',
  // A shelf price contains what the programme counts, unless the page says otherwise.
  taxesIncluded: cart.taxesIncluded ?? rule?.includeTax ?? false,
  lines: cart.lines.map((line, index) => ({
    ...line,
    id: String(index).padStart(3, '0'),
    refundedQuantity: 0,
    refundedMinor: 0,
  })),
  shippingMinor: 0,
  shippingTaxMinor: 0,
  refundedShippingMinor: 0,
  refundedOtherMinor: 0,
  voucherCodes: [],
  voucherPayments: [],
});

/** What a cart would earn: the order it would become, given to the function that awards orders. */
export const quoteCart = async (
  deps: Deps,
  shop: ShopRow,
  cart: QuoteInput,
): Promise<{ ok: Quote } | { refused: Refusal }> => {
  const now = nowOf(deps, shop);
  const version = shop.programVersion;
  const document = await deps.store.read((tx) =>
    loadProgram(deps, tx, { shopId: shop.id, version }),
  );
  const rule = document.earning.find(
    (candidate): candidate is OrderRule => candidate.on === 'order' && candidate.enabled,
  );
  try {
    const { target, receipt } = orderTarget(asOrder(cart, rule, now), document, version);
    const expiresAt = now + QUOTE_LIFE_MS;
    return {
      ok: {
        quoteId: quoteIdFor({ shopId: shop.id, version, expiresAt }, deps.secretKey),
        expiresAt: isoOf(expiresAt),
        points: target,
        receipt,
        mayChange: [],
      },
    };
  } catch (error) {
    if (error instanceof PointsOutOfRangeError)
      return { refused: { code: 'pointsOutOfRange', detail: error.message } };
    throw error;
  }
};
