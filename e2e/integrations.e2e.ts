import { createHmac } from 'node:crypto';
import { expect, test } from './test.ts';
import { openAsOwner, watch } from './console.ts';
import { openShop } from './own-shop.ts';

const SECRET = 'client secret of the app';

const ORDER = JSON.stringify({
  id: 5001,
  created_at: '2026-11-01T10:00:00Z',
  updated_at: '2026-11-01T10:00:00Z',
  currency: 'USD',
  financial_status: 'paid',
  customer: { id: 42, email: 'mika@example.com', first_name: 'Mika', last_name: 'Aalto' },
  line_items: [{ id: 1, product_id: 9, title: 'Coffee beans', quantity: 2, price: '18.00' }],
});

test('a shop at Shopify is connected, and its orders come', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${keys.shopId}/settings/store`);
  await page.getByLabel('Shopify address').fill('hoshi.myshopify.com');
  await page.getByLabel('App client secret').fill(SECRET);
  await page.getByRole('button', { name: 'Connect' }).click();
  const url = await page.getByLabel('Where the platform sends its messages').inputValue();
  // The secret is not shown again, and nothing that is asked for has it.
  await expect(page.locator('body')).not.toContainText(SECRET);

  const signature = createHmac('sha256', SECRET).update(ORDER).digest('base64');
  const headers = {
    'x-shopify-topic': 'orders/create',
    'x-shopify-hmac-sha256': signature,
    'content-type': 'application/json',
  };
  const refused = await request.post(url, { headers, data: `${ORDER} ` });
  expect(refused.status()).toBe(401);
  const taken = await request.post(url, { headers, data: ORDER });
  expect(taken.status()).toBe(200);
  await expect
    .poll(async () => {
      const key = { authorization: `Bearer ${keys.secretKey}` };
      return (await request.get('/v1/orders/5001', { headers: key })).status();
    })
    .toBe(200);
  await page.goto(`/console/${keys.shopId}/shoppers/42`);
  await expect(page.getByRole('heading', { name: 'Mika Aalto' })).toBeVisible();

  await page.goto(`/console/${keys.shopId}/settings/store`);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a message that cannot be read is seen, and read again', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const key = { authorization: `Bearer ${keys.secretKey}` };
  const connection = { platform: 'woocommerce', address: 'https://shop.example', secret: SECRET };
  await request.put('/v1/integrations/connection', { headers: key, data: connection });
  const body = JSON.stringify({ id: 'no order' });
  await request.post(`/integrations/woocommerce/${keys.publicKey}`, {
    headers: {
      'x-wc-webhook-topic': 'order.created',
      'x-wc-webhook-signature': createHmac('sha256', SECRET).update(body).digest('base64'),
      'content-type': 'application/json',
    },
    data: body,
  });
  // It is read after it was answered: only then is there something to see.
  await expect
    .poll(async () => {
      const messages = await request.get('/v1/integrations/messages?state=failed', {
        headers: key,
      });
      return (await messages.json()).items?.length;
    })
    .toBe(1);
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/settings/store`);
  await expect(page.getByText('One message could not be read.')).toBeVisible();
  await expect(page.getByText('order.created')).toBeVisible();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(page.getByText('The message is read again.')).toBeVisible();
});

test('an address is told, its secret is shown once, and it is told no more', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${keys.shopId}/settings/webhooks`);
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('https://shop.example/hooks');
  await dialog.getByLabel('Name').fill('Warehouse');
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  const secret = await dialog.getByLabel('Warehouse').inputValue();
  expect(secret).toMatch(/^whsec_/);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Warehouse' });
  await expect(row).toContainText('https://shop.example/hooks');
  await page.reload();
  await expect(page.locator('body')).not.toContainText(secret);
  await row.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('A test message is on its way.')).toBeVisible();
  await row.getByRole('button', { name: 'Switch off' }).click();
  await expect(row).toContainText('Switched off by hand');
  await row.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  expect(faults).toEqual([]);
});
