import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './test.ts';
import { openMailbox, type Mailbox } from './mail-server.ts';
import { openShop, type OwnShop } from './own-shop.ts';
import { barriers } from './support.ts';

const DAY_MS = 86_400_000;

/** A shop that asks for reviews by e-mail, day and night. */
const openLetterShop = async (request: APIRequestContext): Promise<OwnShop> => {
  const shop = await openShop(request);
  await shop.call('PUT', '/v1/reviews/settings', { byEmail: true });
  await shop.call('PUT', '/v1/contacts/settings', { quietHours: { from: 0, to: 0 } });
  return shop;
};

const deliver = async (shop: OwnShop, orderId: string, email: string): Promise<void> => {
  const { now } = await shop.call('GET', '/v1/clock');
  await shop.call('PUT', `/v1/orders/${orderId}`, {
    shopper: { id: email, email },
    updatedAt: now,
    placedAt: now,
    paidAt: now,
    deliveredAt: now,
    currency: 'USD',
    paymentStatus: 'paid',
    lines: [
      { id: '1', productId: 'lamp', title: 'Paper lamp', quantity: 1, priceMinor: 4200 },
      { id: '2', productId: 'bowl', title: 'Wooden bowl', quantity: 1, priceMinor: 1800 },
    ],
  });
  await shop.call('POST', '/v1/clock/advance', { byMs: 7 * DAY_MS });
};

let mailbox: Mailbox;
test.beforeAll(() => {
  mailbox = openMailbox();
});
test.afterAll(() => mailbox.close());

test('the link of an e-mail opens the form, and a stranger with it cannot review', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const shop = await openLetterShop(request);
  await deliver(shop, 'L-1', 'ada@example.com');
  const lettersTo = (subject: RegExp) =>
    mailbox.mails.filter((mail) => subject.test(mail.subject ?? ''));
  await expect.poll(() => lettersTo(/^How is/).length).toBe(1);
  const [letter] = lettersTo(/^How is/);
  const url = /http\S+\/review\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';

  await page.goto(url);
  const card = page.getByRole('listitem').filter({ hasText: 'Paper lamp' });
  await expect(page.getByRole('listitem')).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
  await card.getByRole('button', { name: 'Write a review' }).click();
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true });
  await page.getByLabel('What is it like?').fill('Warm light, light to carry.');
  await page.getByRole('button', { name: 'Send' }).click();

  // So far anybody with the link comes. Anyone who does not read the shopper's mail stays here.
  await expect(page.getByRole('heading', { name: 'Is it you?' })).toBeFocused();
  await expect(page.getByText('We sent a code to a•••@example.com')).toBeVisible();
  await expect.poll(() => lettersTo(/^Your code/).length).toBe(1);
  const [codeLetter] = lettersTo(/^Your code/);
  const code = /\b\d{6}\b/.exec(codeLetter?.text ?? '')?.[0] ?? '';
  const field = page.getByLabel('Code from the e-mail');
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await page.getByRole('button', { name: 'Confirm and send' }).click();
  await expect(page.getByRole('alert')).toHaveText('This is not the code.');
  expect(await barriers(page)).toEqual([]);
  const list = `/storefront/v1/${shop.keys.publicKey}/products/lamp/reviews`;
  expect(await (await request.get(list)).json()).toMatchObject({ items: [] });

  // Giving up loses nothing of what was written.
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('What is it like?')).toHaveValue('Warm light, light to carry.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => lettersTo(/^Your code/).length).toBe(2);
  const second = /\b\d{6}\b/.exec(lettersTo(/^Your code/)[1]?.text ?? '')?.[0] ?? '';
  await field.fill(second);
  await field.press('Enter');
  await expect(page.locator('.thanks')).toContainText('Thank you, it is published');
  expect(await (await request.get(list)).json()).toMatchObject({
    items: [{ body: 'Warm light, light to carry.', verified: true }],
  });
});

test('a link that is over says so, and where one can still write', async ({ page, request }) => {
  const shop = await openShop(request);
  await page.goto(`/review/${shop.keys.publicKey}#nothing.of.ours`);
  await expect(page.getByText('This link is over.')).toBeVisible();
});

test('the last link of an e-mail stops them, and takes it back', async ({ page, request }) => {
  const shop = await openLetterShop(request);
  await deliver(shop, 'L-2', 'bea@example.com');
  const toBea = () => mailbox.mails.filter((mail) => JSON.stringify(mail.to).includes('bea@'));
  await expect.poll(() => toBea().length).toBe(1);
  await page.goto(/http\S+\/unsubscribe\/\S+/.exec(toBea()[0]?.text ?? '')?.[0] ?? '');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop these emails' }).click();
  await expect(page.getByRole('status')).toContainText('will no longer send you');
  await page.getByRole('button', { name: 'That was a mistake' }).click();
  await expect(page.getByRole('status')).toContainText('may send you');
});
