import { expect, test } from './test.ts';
import { openAsOwner } from './console.ts';
import { openShop } from './own-shop.ts';

const paid = (shopper: object, at = new Date().toISOString()): object => ({
  updatedAt: at,
  placedAt: at,
  paidAt: at,
  paymentStatus: 'paid',
  currency: 'USD',
  shopper,
  lines: [{ id: 'l', productId: 'tea', quantity: 2, priceMinor: 5000 }],
});

test('one shopper’s page tells what they have, and shows their widget without letting anybody act in it', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/orders/o-1', paid({ id: 'ada', name: 'Ada' }));
  const page = await openAsOwner(browser);
  // The whole frame is in sight: what lies in front of its page is not scrolled to.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(`/console/${keys.shopId}/shoppers/ada`);
  const tabs = page.getByRole('navigation', { name: 'Ada' });
  await tabs.getByRole('link', { name: 'Point lots' }).click();
  await expect(page.locator('.rows li').first()).toContainText('Joining');
  await tabs.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('listitem')).toContainText(/o-1.*Paid.*2 items.*\$100/s);
  await tabs.getByRole('link', { name: 'Codes' }).click();
  await expect(page.getByText('No codes')).toBeVisible();
  await tabs.getByRole('link', { name: 'Widget view' }).click();
  const panel = page.frameLocator('.widget-frame iframe').locator('okaeri-widget dialog');
  await expect(panel).toContainText('Welcome back, Ada');
  const refused = page.waitForResponse(
    (answer) => answer.url().includes('/storefront/') && answer.status() === 403,
  );
  await panel.getByRole('button', { name: 'Profile and privacy' }).click();
  await panel.getByLabel('Name').fill('Eve');
  await panel.getByRole('button', { name: 'Save' }).click();
  expect(await (await refused).json()).toMatchObject({ code: 'viewOnly' });
  expect(await call('GET', '/v1/shoppers/ada')).toMatchObject({ name: 'Ada' });
});

test('a guest has a page too, and is erased from it', async ({ browser, request }) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/orders/g-1', paid({ email: 'guest@x.example' }));
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/shoppers`);
  await page.getByRole('link', { name: 'guest@x.example' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('guest@x.example');
  await expect(page.getByRole('button', { name: 'Adjust points' })).toHaveCount(0);
  const tabs = page.getByRole('navigation', { name: 'guest@x.example' });
  await tabs.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('listitem')).toContainText('g-1');
  const more = page.locator('.table-menu summary', { hasText: 'More' });
  await more.click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export (JSON)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  await more.click();
  await page.getByRole('button', { name: 'Erase…' }).click();
  await page.getByLabel(/^Type .* to go on$/).fill('guest@x.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByText('The shopper is erased.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'guest@x.example' })).toHaveCount(0);
});

test('a refused adjustment is corrected in place and sent at once; its words reach those they are for', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/shoppers/ada`);
  await page.getByRole('button', { name: 'Adjust points…' }).click();
  const dialog = page.getByRole('dialog');
  const points = dialog.getByLabel('Points', { exact: true });
  const send = dialog.locator('button[type=submit]');
  await points.fill('-5000');
  await dialog.getByLabel('Reason').fill('Sorry for the delay');
  await dialog.getByLabel('Internal note').fill('Called on Monday');
  await send.click();
  await expect(dialog.getByRole('alert')).toContainText('points are available');
  await expect(points).toHaveAttribute('aria-invalid', 'true');
  await points.fill('500');
  await send.click();
  await expect(page.getByText('500 points given.')).toBeVisible();
  const row = page.getByRole('table', { name: 'Points of this shopper' }).getByRole('row').nth(1);
  await expect(row).toContainText('Sorry for the delay');
  await expect(row).toContainText('Adjusted by Haru Tanaka');
  await expect(row).toContainText('Called on Monday');
  await page.goto(`/console/${keys.shopId}/settings/log`);
  const line = page.getByRole('row').filter({ hasText: 'Called on Monday' });
  await expect(line).toContainText('Adjusted points +500');
  // On a phone the note stands below what was done, not beside it.
  await page.setViewportSize({ width: 360, height: 740 });
  const note = await line.getByText('Called on Monday').boundingBox();
  const cell = await line.getByRole('cell').filter({ hasText: 'Called on Monday' }).boundingBox();
  expect(note?.width).toBeGreaterThan((cell?.width ?? 0) / 2);
});

test('what went wrong can be put away while a dialog is open', async ({ browser, request }) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  const page = await openAsOwner(browser);
  await page.route('**/v1/shoppers/ada/export', (route) =>
    route.fulfill({ status: 500, json: { code: 'unexpected' } }),
  );
  await page.goto(`/console/${keys.shopId}/shoppers/ada`);
  await page.locator('.table-menu summary', { hasText: 'More' }).click();
  await page.getByRole('button', { name: 'Export (JSON)' }).click();
  await expect(page.locator('.toast')).toHaveCount(1);
  // By the keyboard: what went wrong lies over it.
  await page.getByRole('button', { name: 'Adjust points…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Reason')).toBeVisible();
  await expect(page.locator('.toast')).toBeInViewport({ ratio: 1 });
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.toast')).toHaveCount(0);
  await expect(dialog.getByLabel('Reason')).toBeVisible();
});
