import type { OrderState } from '@okaeri/shared/orders';
import type { SourceCounts } from '../../earning/part-rules.ts';
import { convertMinor } from '../../../platform/lib/currency.ts';
import { floorPortion } from '../../../platform/lib/fractions.ts';
import { readMoney } from './money-rules.ts';
import { firstOrderRule, type OrderTerms } from './terms-rules.ts';
import { closingReason } from './share-rules.ts';

const NOTHING: SourceCounts = { countsPoints: false, spendMinor: 0, orders: 0 };

/**
 * What an order counts for tiers, segments and challenges: nothing until it is
 * paid, and nothing of what was sent back.
 */
export const countsOfOrder = (state: OrderState, terms: OrderTerms): SourceCounts => {
  if (state.paymentStatus !== 'paid' || closingReason(state) !== null) return NOTHING;
  const kept = keptMinor(state, terms);
  return {
    countsPoints: true,
    spendMinor: inShopCurrency(kept, state, terms),
    orders: kept > 0 ? 1 : 0,
  };
};

/** Money of an order that was paid and kept, in its own currency: lines without shipping. */
function keptMinor(state: OrderState, terms: OrderTerms): number {
  const includeTax = firstOrderRule(terms.document.earning)?.includeTax ?? true;
  const money = readMoney(state, { includeTax, includeShipping: false });
  return money.parts.reduce((sum, part, index) => {
    const basisMinor = money.basisMinor[index] ?? 0;
    if (part.refundedMinor === 0) return sum + basisMinor;
    const left = part.grossMinor - part.refundedMinor;
    return sum + floorPortion(basisMinor, left, part.grossMinor);
  }, 0);
}

function inShopCurrency(amountMinor: number, state: OrderState, terms: OrderTerms): number {
  const { currency, rates } = terms.document;
  if (state.currency === currency) return amountMinor;
  const rate = terms.toShopRate ?? rates[state.currency];
  return rate === undefined
    ? 0
    : convertMinor(amountMinor, { from: state.currency, to: currency, rate });
}
