import { openAsOwner } from './console.ts';
import { openShop, publishWith } from './own-shop.ts';
import { expect, test } from './test.ts';

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 40;

test('the console tells times and days by the clock of the shop, also to whoever is elsewhere', async ({
  browser,
  request,
}) => {
  const shop = await openShop(request);
  const { keys, call } = shop;
  await publishWith(shop, request, { timeZone: 'Asia/Tokyo' });
  const at = '2026-11-01T15:30:00Z';
  await call('PUT', '/v1/orders/o-1', {
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    paymentStatus: 'paid',
    currency: 'USD',
    shopper: { id: 'ada', name: 'Ada' },
    lines: [{ id: 'l', productId: 'tea', title: 'Tea', quantity: 1, priceMinor: 500 }],
  });
  await call('POST', '/v1/clock/advance', { byMs: AHEAD_DAYS * DAY_MS });
  const page = await openAsOwner(browser, { timezoneId: 'America/Los_Angeles' });
  await page.goto(`/console/${keys.shopId}/orders`);
  await expect(page.getByRole('row', { name: /o-1/ })).toContainText('Nov 2, 2026, 12:30 AM');

  // What was taken a moment ago was not taken in 40 days.
  await page.goto(`/console/${keys.shopId}`);
  await expect(page.getByText(/Updated (this minute|\d+ minutes? ago)\./)).toBeVisible();

  // A day that is proposed is one of the shop's, wherever its clock stands.
  const { now } = await call('GET', '/v1/clock');
  const tokyo = new Date(Date.parse(String(now)) + 9 * 3_600_000).toISOString().slice(0, 10);
  await page.goto(`/console/${keys.shopId}/insights/costs`);
  await page.getByRole('button', { name: 'Add cost' }).click();
  await expect(page.getByRole('dialog').getByLabel('Day')).toHaveValue(tokyo);
});
