import { ORIGIN, shopperName, signToken, type Fixture } from './fixture.ts';
import type { Load } from './load.ts';

type Next = Load['next'];

let orders = 0;

/** Shoppers in an order without a pattern that a cache would like. */
const scattered = (fixture: Fixture, turn: number): string =>
  shopperName(fixture, (turn * 7919) % fixture.shoppers);

/** A new order of a shopper who is known: paid and not yet sent. */
export const earn = (fixture: Fixture): Next => {
  const headers = {
    authorization: `Bearer ${fixture.keys.secretKey}`,
    'content-type': 'application/json',
  };
  return () => {
    orders += 1;
    const body = JSON.stringify({
      updatedAt: '2026-11-22T09:30:00Z',
      shopper: { id: scattered(fixture, orders) },
      currency: 'USD',
      toShopRate: '1',
      placedAt: '2026-11-22T09:00:00Z',
      paymentStatus: 'paid',
      paidAt: '2026-11-22T09:01:00Z',
      channel: 'web',
      lines: [
        { id: 'l1', productId: 'p-9', title: 'Coffee beans', quantity: 2, priceMinor: 1800 },
        { id: 'l2', productId: 'p-4', title: 'Dripper', quantity: 1, priceMinor: 3900 },
      ],
      shippingMinor: 500,
    });
    return { method: 'PUT', path: `/v1/orders/b${orders}`, headers, body };
  };
};

let submissions = 0;

/** A review of a product the shopper has not written about yet, of words nobody has used. */
export const submitReview = (fixture: Fixture, products: number): Next => {
  const { keys } = fixture;
  const tokens = Array.from({ length: fixture.shoppers }, (_, n) =>
    signToken(keys, scattered(fixture, n)),
  );
  return () => {
    submissions += 1;
    // Of each shopper in turn: nobody says so much that it is refused.
    const shopper = submissions % tokens.length;
    const round = Math.floor(submissions / tokens.length);
    const product = `p${(shopper + round * 7919) % products}`;
    const body = `The ${submissions}th thing I say: it does what it should, and a little more.`;
    return {
      method: 'PUT',
      path: `/storefront/v1/${keys.publicKey}/me/reviews/${product}`,
      headers: {
        origin: ORIGIN,
        authorization: `Bearer ${tokens[shopper] ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ rating: 1 + (submissions % 5), body }),
    };
  };
};

/** The widget's question, by shoppers whose tokens were seen before. */
export const readMe = (fixture: Fixture): Next => {
  const many = Math.min(fixture.shoppers, 5000);
  const tokens = Array.from({ length: many }, (_, n) =>
    signToken(fixture.keys, scattered(fixture, n)),
  );
  let turn = 0;
  return () => {
    turn += 1;
    return {
      method: 'GET',
      path: `/storefront/v1/${fixture.keys.publicKey}/me`,
      headers: { origin: ORIGIN, authorization: `Bearer ${tokens[turn % many] ?? ''}` },
    };
  };
};
