import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { decimalToMinor, isCurrency } from '../../../platform/lib/currency.ts';
import type { MoneySet, ShopifyOrder } from './payload-rules.ts';

/** Which of an order's two moneys counts. */
export type MoneyChoice = 'shop' | 'presentment';

/** Reads sums in the money that counts, in minor units. */
export interface Purse {
  readonly currency: string;
  /** The sum that counts; nothing is 0. */
  readonly of: (sum: {
    plain?: string | null | undefined;
    set?: MoneySet | null | undefined;
  }) => number;
  /** The same, or undefined where it is not given in that currency. */
  readonly ifTold: (sum: {
    plain: string;
    currency?: string | null | undefined;
    set?: MoneySet | null | undefined;
  }) => number | undefined;
}

/**
 * The money of an order. Plain amounts are in the shop's currency; where the shopper saw another,
 * each stands beside it in a set
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order#resource-object).
 */
export const purseOf = (
  order: Pick<ShopifyOrder, 'currency' | 'presentment_currency'>,
  choice: MoneyChoice,
): Purse => {
  const shown = order.presentment_currency ?? order.currency;
  const currency = choice === 'shop' ? order.currency : shown;
  if (!isCurrency(currency)) throw new UnreadableMessageError(`"${currency}" is no currency`);
  const inSet = (set: MoneySet): number =>
    read((choice === 'shop' ? set.shop_money : set.presentment_money).amount, currency);
  return {
    currency,
    of({ plain, set }) {
      if (set != null) return inSet(set);
      // Nothing is nothing in every currency.
      if (plain == null || /^-?0+(\.0+)?$/.test(plain)) return 0;
      if (currency !== order.currency)
        throw new UnreadableMessageError(`"${plain}" is not told in ${currency}`);
      return read(plain, currency);
    },
    ifTold({ plain, currency: paidIn, set }) {
      if (set != null) return inSet(set);
      return (paidIn ?? order.currency) === currency ? read(plain, currency) : undefined;
    },
  };
};

const RATE_DIGITS = 10;

/** What one unit of what was shown is in the shop's currency; null where both are one. */
export const rateOf = (order: ShopifyOrder, choice: MoneyChoice): string | null => {
  const shown = order.presentment_currency ?? order.currency;
  if (choice === 'shop' || shown === order.currency) return null;
  const set = order.total_price_set;
  const [shop, presentment] = [set?.shop_money.amount, set?.presentment_money.amount].map(Number);
  if (!shop || !presentment) return null;
  return (shop / presentment).toFixed(RATE_DIGITS);
};

function read(text: string, currency: string): number {
  const minor = decimalToMinor(text, currency);
  if (minor === undefined) throw new UnreadableMessageError(`"${text}" is no amount of money`);
  return minor;
}
