import type { Browser, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, tokenOf } from './console.ts';
import { openShop, publishWith, type OwnShop } from './own-shop.ts';
import { ORIGIN } from './server.ts';
import { openPanel } from './support.ts';

/** The next 31 March that has not ended in Tokyo: its year. */
const yearOfEnd = (now: string): number => {
  const at = new Date(now);
  const ended = Date.UTC(at.getUTCFullYear(), 2, 31, 15) <= at.getTime();
  return at.getUTCFullYear() + (ended ? 1 : 0);
};

/** The panel of a shopper of the shop, on a page of its own, to somebody whose clock is elsewhere. */
const openWidget = async (
  browser: Browser,
  reader: { timezoneId: string; language: string },
): Promise<Page> => {
  const { timezoneId, language } = reader;
  const context = await browser.newContext({ timezoneId, baseURL: ORIGIN });
  const page = await context.newPage();
  await page.route('**/own-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${language}"><title>Shop</title><body>
        <script async src="/widget/v1/okaeri.js" data-shop="${shop.keys.publicKey}"
          data-token="${tokenOf(shop.keys, 'mika')}"></script></body></html>`,
    }),
  );
  await page.goto('/own-page');
  await openPanel(page);
  // The history says what ends next.
  await page.getByRole('tab').last().click();
  return page;
};

let shop: OwnShop;
let year = 0;
test.beforeAll(async ({ request }) => {
  shop = await openShop(request);
  await publishWith(shop, request, {
    timeZone: 'Asia/Tokyo',
    expiry: { kind: 'calendar', on: ['03-31'], minimumDays: 0 },
  });
  const { now } = await shop.call('GET', '/v1/clock');
  year = yearOfEnd(String(now));
  // Who orders is a member, and the points for joining are theirs at once.
  await shop.call('PUT', '/v1/orders/o-1', {
    shopper: { id: 'mika', name: 'Mika' },
    updatedAt: now,
    placedAt: now,
    paidAt: now,
    paymentStatus: 'paid',
    currency: 'USD',
    lines: [{ id: 'l', productId: 'tea', quantity: 1, priceMinor: 5000 }],
  });
});

for (const timezoneId of ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/London'])
  test(`points that end with 31 March in Tokyo are said to in ${timezoneId}, in English and Japanese`, async ({
    browser,
  }) => {
    const english = await openWidget(browser, { timezoneId, language: 'en' });
    await expect(english.getByRole('dialog')).toContainText(`expire on Mar 31, ${year}`);
    const japanese = await openWidget(browser, { timezoneId, language: 'ja' });
    await expect(japanese.getByRole('dialog')).toContainText(`${year}年3月31日まで有効`);
    await Promise.all([english.context().close(), japanese.context().close()]);
  });

test('points that end with 31 March in Tokyo are said to in the console', async ({ browser }) => {
  const page = await openAsOwner(browser);
  await page.goto(`/console/${shop.keys.shopId}/shoppers/mika/lots`);
  await expect(page.locator('.rows')).toContainText(`Until Mar 31, ${year}`);
});
