import type { OrderState } from '@okaeri/shared/orders';
import type { SourceCounts } from '../../earning/part-rules.ts';
import { convertMinor } from '../../../platform/lib/currency.ts';
import { keptGoodsMinor } from './money-rules.ts';
import { firstOrderRule, type OrderTerms } from './terms-rules.ts';
import { closingReason } from './share-rules.ts';

const NOTHING: SourceCounts = { countsPoints: false, spendMinor: 0, orders: 0 };

/**
 * What an order counts for tiers, segments and challenges: nothing until it is
 * paid, and nothing of what was sent back.
 */
export const countsOfOrder = (state: OrderState, terms: OrderTerms): SourceCounts => {
  if (state.paymentStatus !== 'paid' || closingReason(state) !== null) return NOTHING;
  const includeTax = firstOrderRule(terms.document.earning)?.includeTax ?? true;
  const kept = keptGoodsMinor(state, { includeTax });
  return {
    countsPoints: true,
    spendMinor: inShopCurrency(kept, state, terms),
    orders: kept > 0 ? 1 : 0,
  };
};

function inShopCurrency(amountMinor: number, state: OrderState, terms: OrderTerms): number {
  const { currency, rates } = terms.document;
  if (state.currency === currency) return amountMinor;
  const rate = terms.toShopRate ?? rates[state.currency];
  return rate === undefined
    ? 0
    : convertMinor(amountMinor, { from: state.currency, to: currency, rate });
}
