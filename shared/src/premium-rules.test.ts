import { describe, expect, it } from 'vitest';
import { gift, type Gift } from './play.ts';
import { adviseOnGift, premiumCapYen } from './premium-rules.ts';

describe('what a prize may be worth in Japan', () => {
  it.each([
    [0, 0],
    [100, 2000],
    [999, 19_980],
    [4999, 99_980],
    [5000, 100_000],
    [5001, 100_000],
    [1_000_000, 100_000],
  ])('drawn by lot, with %i yen, is %i yen', (transaction, cap) => {
    expect(premiumCapYen(transaction, true)).toBe(cap);
  });

  it.each([
    [0, 200],
    [999, 200],
    [1000, 200],
    [1004, 200],
    [1005, 201],
    [5000, 1000],
    [9999, 1999],
    [1_000_000, 200_000],
  ])('given to everybody, with %i yen, is %i yen', (transaction, cap) => {
    expect(premiumCapYen(transaction, false)).toBe(cap);
  });
});

const aGift = (change: Partial<Gift> = {}): Gift => ({
  ...gift.parse({
    id: 'gift',
    enabled: true,
    name: { en: 'A gift' },
    probabilityPpm: 1_000_000,
    points: 200,
    from: '2026-11-01T00:00:00Z',
    until: '2026-12-01T00:00:00Z',
    budgetPoints: 10_000,
    redeemableFor: 'prizes',
  }),
  ...change,
});
const DRAWN = { probabilityPpm: 999_999 };

describe('what the law has to say on a gift', () => {
  it('is nothing where its points only lower prices, whatever they are worth', () => {
    expect(adviseOnGift(aGift({ redeemableFor: 'discounts', points: 1_000_000 }), 100)).toEqual({
      giftId: 'gift',
      allowed: true,
      text: 'Points that only lower the price of the shop’s own goods are a discount, not a premium: no limit applies in Japan.',
    });
  });

  it.each([
    [200, 1, {}, true],
    [201, 1, {}, false],
    [100, 2, {}, true],
    [101, 2, {}, false],
    [200, 1, { JPY: 999 }, true],
    [201, 1, { JPY: 1005 }, true],
    [202, 1, { JPY: 1005 }, false],
    // A basket in another currency says nothing of yen.
    [201, 1, { USD: 100_000 }, false],
  ])('allows %i points of %i yen for everybody with a basket of %j: %s', (...row) => {
    const [points, value, minimumBasket, allowed] = row;
    expect(adviseOnGift(aGift({ points, minimumBasket }), value).allowed).toBe(allowed);
  });

  it.each([
    // Where no purchase is asked for, it counts as one of 100 yen.
    [2000, {}, true],
    [2001, {}, false],
    [2000, { JPY: 99 }, true],
    [2001, { JPY: 99 }, false],
    [2020, { JPY: 101 }, true],
    [2021, { JPY: 101 }, false],
    [100_000, { JPY: 5000 }, true],
    [100_001, { JPY: 5000 }, false],
  ])('allows %i points of a yen by lot with a basket of %j: %s', (...row) => {
    const [points, minimumBasket, allowed] = row;
    expect(adviseOnGift(aGift({ ...DRAWN, points, minimumBasket }), 1).allowed).toBe(allowed);
  });

  it('says by how much a prize is too much, and how it is given', () => {
    const everybody = adviseOnGift(aGift({ points: 1201, minimumBasket: { JPY: 6000 } }), 1);
    expect(everybody.text).toBe(
      'is worth ¥1,201; with an order of ¥6,000, a prize given to everybody may be worth ¥1,200 at most in Japan',
    );
    expect(adviseOnGift(aGift({ ...DRAWN, points: 2001 }), 1).text).toBe(
      'is worth ¥2,001; with an order of ¥100, a prize drawn by lot may be worth ¥2,000 at most in Japan',
    );
  });

  it('says of a prize that is allowed what it may be worth, or what its budget asks for', () => {
    expect(adviseOnGift(aGift(), 1).text).toBe(
      'A prize given to everybody may be worth ¥200 with an order of ¥100; this one is worth ¥200.',
    );
    expect(adviseOnGift(aGift(DRAWN), 2).text).toBe(
      'Prizes drawn by lot may come to 2% of the sales they go with: a budget of ¥20,000 needs sales of ¥1,000,000.',
    );
  });
});
