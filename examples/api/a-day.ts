import createClient from 'openapi-fetch';
import type { paths } from './api.d.ts';

// The same day as a-day.sh, with types made of the server's own document:
// npx openapi-typescript $OKAERI_URL/openapi.json -o api.d.ts

const { OKAERI_URL: baseUrl = '', OKAERI_KEY: key = '' } = process.env;
const okaeri = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });

/** What was answered, or a stop with the reason. */
const need = <Data>(answer: { data?: Data; error?: unknown }): Data => {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
};

const order = (updatedAt: string, refundedMinor: number) => ({
  updatedAt,
  placedAt: '2026-11-22T09:00:00Z',
  paidAt: '2026-11-22T09:01:00Z',
  fulfilledAt: '2026-11-22T10:00:00Z',
  paymentStatus: 'paid' as const,
  currency: 'USD',
  shopper: { id: 'aoi', email: 'aoi@example.com', name: 'Aoi' },
  lines: [{ id: '1', productId: 'beans', quantity: 2, priceMinor: 30_000, refundedMinor }],
});

need(
  await okaeri.PUT('/v1/products/{productId}', {
    params: { path: { productId: 'beans' } },
    body: {
      updatedAt: '2026-11-22T08:00:00Z',
      title: { en: 'Coffee beans' },
      url: 'https://shop.example/beans',
      prices: { USD: 30_000 },
    },
  }),
);

const path = { orderId: '2001' };
const taken = need(
  await okaeri.PUT('/v1/orders/{orderId}', {
    params: { path },
    body: order('2026-11-22T10:00:00Z', 0),
  }),
);
console.log(`The order earned ${taken.points.target} points.`);

const header = { 'Idempotency-Key': 'goodwill-2' };
need(
  await okaeri.POST('/v1/shoppers/{shopperId}/adjustments', {
    params: { path: { shopperId: 'aoi' }, header },
    body: { points: 600, reason: 'goodwill' },
  }),
);
const shopper = need(
  await okaeri.GET('/v1/shoppers/{shopperId}', { params: { path: { shopperId: 'aoi' } } }),
);
console.log(`${shopper.name ?? 'Somebody'} has ${shopper.balance.available} points to spend.`);

const redemption = need(
  await okaeri.POST('/v1/redemptions', {
    params: { header: { 'Idempotency-Key': 'reward-2' } },
    body: { shopperId: 'aoi', rewardId: 'off5' },
  }),
);
const code = redemption.voucher?.code ?? '';
const basket = { currency: 'USD', basketMinor: 9000 };
const at = { params: { path: { code } } };
const seen = need(await okaeri.POST('/v1/vouchers/{code}/validate', { ...at, body: basket }));
console.log(`${code} is worth ${seen.valueMinor} and ${seen.valid ? 'good' : 'not good'}.`);
need(await okaeri.POST('/v1/vouchers/{code}/use', { ...at, body: { orderId: '2002' } }));

const back = need(
  await okaeri.PUT('/v1/orders/{orderId}', {
    params: { path },
    body: order('2026-11-23T10:00:00Z', 30_000),
  }),
);
console.log(`Half of it went back: ${back.points.target} points are left of it.`);

// What is refused has a code that stays the same.
const refused = await okaeri.GET('/v1/orders/{orderId}', { params: { path: { orderId: 'none' } } });
if (refused.error?.code !== 'unknownOrder') throw new Error('That order should not be there.');
