import type { Gift } from './play.ts';

/** What the law asks of a gift, in words, and whether the gift keeps it. */
export interface GiftAdvice {
  readonly giftId: string;
  readonly allowed: boolean;
  readonly text: string;
}

/** Where no purchase is asked for, a transaction counts as 100 yen. */
const LEAST_TRANSACTION_YEN = 100;

/**
 * Most a prize may be worth, in yen, for a transaction of so much. With a draw
 * (一般懸賞): twenty times a transaction below 5,000 yen, else 100,000 yen. Given to
 * everybody (総付景品): 200 yen below 1,000 yen, else a fifth of the transaction.
 *
 * Source: 不当景品類及び不当表示防止法 (Act against Unjustifiable Premiums and Misleading
 * Representations), article 4, and the notices under it as the Consumer Affairs
 * Agency of Japan sums them up in 景品規制の概要.
 */
export const premiumCapYen = (transactionYen: number, drawn: boolean): number => {
  if (drawn) return Math.min(transactionYen * 20, 100_000);
  return Math.max(200, Math.floor(transactionYen / 5));
};

const yen = (amount: number): string => `¥${amount.toLocaleString('en')}`;

/**
 * Checks a gift against the Japanese limits on premiums. Points that only lower the
 * price of the shop's own goods are a discount and no premium.
 *
 * @param pointValueYen what a point is worth
 */
export const adviseOnGift = (gift: Gift, pointValueYen: number): GiftAdvice => {
  const of = { giftId: gift.id };
  if (gift.redeemableFor === 'discounts')
    return {
      ...of,
      allowed: true,
      text: 'Points that only lower the price of the shop’s own goods are a discount, not a premium: no limit applies in Japan.',
    };
  const drawn = gift.probabilityPpm < 1_000_000;
  const { JPY: basketYen = LEAST_TRANSACTION_YEN } = gift.minimumBasket;
  const transactionYen = Math.max(LEAST_TRANSACTION_YEN, basketYen);
  const cap = premiumCapYen(transactionYen, drawn);
  const worth = gift.points * pointValueYen;
  const how = drawn ? 'drawn by lot' : 'given to everybody';
  if (worth > cap)
    return {
      ...of,
      allowed: false,
      text: `is worth ${yen(worth)}; with an order of ${yen(transactionYen)}, a prize ${how} may be worth ${yen(cap)} at most in Japan`,
    };
  const budget = gift.budgetPoints * pointValueYen;
  return {
    ...of,
    allowed: true,
    text: drawn
      ? `Prizes drawn by lot may come to 2% of the sales they go with: a budget of ${yen(budget)} needs sales of ${yen(budget * 50)}.`
      : `A prize given to everybody may be worth ${yen(cap)} with an order of ${yen(transactionYen)}; this one is worth ${yen(worth)}.`,
  };
};
