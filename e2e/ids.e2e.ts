import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { pathOf } from '@okaeri/shared/paths';
import type { Act } from '@okaeri/shared/team';
import { hardIds } from '@okaeri/shared/testing/hard-ids';
import { openAsOwner, tokenOf } from './console.ts';
import { openShop, publishWith, type OwnShop } from './own-shop.ts';
import { ORIGIN } from './server.ts';

const LONG = process.env['OKAERI_TEST_LONG'] !== undefined;
const IDS = hardIds(LONG ? 200 : 24);
/** Whom a path that is not encoded would mean. */
const BYSTANDERS = ['a', 'b', 'zz', 'gid:', '1001', 'x'];
/** An id of its own beside each, which is merged into it. */
const otherOf = (id: string): string => `${id}~m`;

const availableTo = async ({ call }: OwnShop, id: string): Promise<number> => {
  const { balance } = await call('GET', `/v1${pathOf('shoppers', id)}`);
  return (balance as { available: number }).available;
};

const threeDaysAgo = (): string => new Date(Date.now() - 3 * 86_400_000).toISOString();

const paid = (shopper: object, change: object = {}): object => {
  const at = threeDaysAgo();
  return {
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    fulfilledAt: at,
    paymentStatus: 'paid',
    currency: 'USD',
    shopper,
    lines: [{ id: 'l', productId: 'tea', quantity: 1, priceMinor: 5000 }],
    ...change,
  };
};

/** Opens a shopper's page by the link of the list. */
const openByLink = async (page: Page, shopId: string, name: string): Promise<void> => {
  await page.goto(`/console/${shopId}/shoppers`);
  await page.getByRole('searchbox').fill(name);
  // A list that narrows between the press and its release has another row under the pointer: no click comes of it.
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
};

const said = (page: Page, text: string) => page.locator('.toast', { hasText: text }).last();

test('whatever a shopper’s id is, each act hits them and nobody else', async ({
  browser,
  request,
}) => {
  test.setTimeout(IDS.length * 15_000);
  const shop = await openShop(request);
  const { keys, call } = shop;
  const everybody = [...IDS, ...IDS.map(otherOf), ...BYSTANDERS];
  for (const [i, id] of everybody.entries())
    await call('PUT', `/v1${pathOf('shoppers', id)}`, { name: `Person${i}e` });
  const before = new Map<string, number>();
  for (const id of everybody) before.set(id, await availableTo(shop, id));
  const page = await openAsOwner(browser);
  const isErased = (i: number): boolean => i % 4 === 3;

  for (const [i, id] of IDS.entries()) {
    await openByLink(page, keys.shopId, `Person${i}e`);
    await page.reload();
    await expect(page.locator('.beside > .facts-list dd').first()).toHaveText(id);
    await page.getByRole('button', { name: 'Adjust points…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Points', { exact: true }).fill(String(i + 1));
    await dialog.getByLabel('Reason').fill('Goodwill');
    await dialog.getByRole('button', { name: /^Give \d/ }).click();
    await expect(said(page, 'given.')).toBeVisible();
    const more = page.locator('.table-menu summary', { hasText: 'More' });
    await more.click();
    await page.getByRole('button', { name: 'Merge with another' }).click();
    await dialog.getByLabel('Shopper to merge in').fill(`Person${i + IDS.length}e`);
    await dialog.locator('.pick-row').click();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(said(page, 'merged.')).toBeVisible();
    await more.click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export (JSON)' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ shopper: { id } });
    await more.click();
    await page.getByRole('button', { name: /^Block/ }).click();
    await expect(said(page, 'is blocked.')).toBeVisible();
    if (!isErased(i)) continue;
    await more.click();
    await page.getByRole('button', { name: 'Erase…' }).click();
    await dialog.getByLabel(/^Type .* to go on$/s).fill(id);
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await expect(said(page, 'is erased.')).toBeVisible();
  }

  for (const [i, id] of IDS.entries()) {
    const path = `/v1${pathOf('shoppers', id)}`;
    const headers = { Authorization: `Bearer ${keys.secretKey}` };
    if (isErased(i)) {
      expect((await request.get(path, { headers })).status(), id).toBe(404);
      continue;
    }
    expect(await call('GET', path)).toMatchObject({ id, status: 'blocked' });
    const points = (before.get(id) ?? 0) + (before.get(otherOf(id)) ?? 0) + i + 1;
    expect(await availableTo(shop, id), id).toBe(points);
    expect(await call('GET', `/v1${pathOf('shoppers', otherOf(id))}`)).toMatchObject({ id });
  }
  for (const id of BYSTANDERS) {
    expect(await availableTo(shop, id), id).toBe(before.get(id));
    expect(await call('GET', `/v1${pathOf('shoppers', id)}`)).toMatchObject({ status: 'member' });
  }

  // The log names each whom it was done to, but for those who were erased.
  const acts: Act[] = [];
  for (let cursor = ''; ;) {
    const headers = { 'Okaeri-Shop': keys.shopId, Origin: ORIGIN };
    const answer = await page.request.get(`/v1/acts?limit=100${cursor}`, { headers });
    const found = (await answer.json()) as { items: Act[]; nextCursor: string | null };
    acts.push(...found.items);
    if (found.nextCursor === null) break;
    cursor = `&cursor=${found.nextCursor}`;
  }
  const subjects = acts.filter(({ operation }) => operation.endsWith('/adjustments'));
  expect(subjects.map(({ subject }) => subject).toReversed()).toEqual(
    IDS.map((id, i) => (isErased(i) ? null : id)),
  );
  await page.goto(`/console/${keys.shopId}/settings/log`);
  const kept = IDS.findLast((_, i) => !isErased(i)) ?? '';
  await expect(page.getByRole('row').filter({ hasText: 'Adjusted points' })).toContainText([kept]);
});

test('a page that leads to somebody else shows them, and nothing can be done from it', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  for (const id of ['kept', 'gone']) await call('PUT', `/v1/shoppers/${id}`, { name: id });
  await call('POST', '/v1/shoppers/kept/merge', { from: 'gone' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/shoppers/gone`);
  await expect(page.getByText('This id leads to another shopper')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Open their page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('kept');
  await page.locator('.table-menu summary', { hasText: 'More' }).click();
  await expect(page.getByRole('button', { name: 'Erase…' })).toBeVisible();
});

test('whatever an order’s or a product’s id is, its referral and its review are decided alone', async ({
  browser,
  request,
}) => {
  const ids = IDS.slice(0, LONG ? 20 : 10);
  test.setTimeout(60_000 + ids.length * 8_000);
  const shop = await openShop(request);
  const { keys, call } = shop;
  const { earning } = await call('GET', '/v1/program');
  const friend = {
    id: 'friend',
    on: 'referral',
    enabled: true,
    points: { fixed: 100 },
    friendPoints: 40,
    minimumBasket: { USD: 1000 },
    hold: { days: 0, from: 'paid' },
  };
  const others = (earning as { on: string }[]).filter(({ on }) => on !== 'referral');
  await publishWith(shop, request, { earning: [...others, friend] });
  await call('PUT', '/v1/shoppers/ada', { email: 'ada@example.com' });
  const storefront = `/storefront/v1/${keys.publicKey}`;
  const as = (sub: string) => ({
    Authorization: `Bearer ${tokenOf(keys, sub)}`,
    Origin: ORIGIN,
  });
  const mine = await request.get(`${storefront}/me/referral`, { headers: as('ada') });
  const { code } = (await mine.json()) as { code: string };
  for (const [i, id] of [...ids, '1001'].entries()) {
    const shopper = { id: `friend of ${id}`, email: `ada+${i}@example.com` };
    await call('PUT', `/v1${pathOf('orders', id)}`, paid(shopper, { referralCode: code }));
  }
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/referrals`);
  for (const id of ids) {
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: `Order ${id}`, exact: true }) });
    await card.getByRole('button', { name: 'Approve' }).click();
    await expect(card).toHaveCount(0);
  }
  const approved = (await call('GET', '/v1/referrals?state=approved&limit=100')) as {
    items?: { orderId: string }[];
  };
  expect(approved.items?.map(({ orderId }) => orderId).toSorted()).toEqual([...ids].toSorted());

  for (const [i, id] of ids.entries()) {
    const reviewer = `friend of ${id}`;
    const line = { id: 'l', productId: id, quantity: 1, priceMinor: 5000 };
    const order = paid({ id: reviewer }, { lines: [line], deliveredAt: threeDaysAgo() });
    await call('PUT', `/v1${pathOf('orders', `review of ${id}`)}`, order);
    // A link in it has a person look at it first.
    const body = `Fine. https://x.example/${i}`;
    const written = await request.put(`${storefront}${pathOf('me', 'reviews', id)}`, {
      headers: as(reviewer),
      data: { rating: 3, title: `Review ${i}e`, body, name: 'Bea', language: 'en' },
    });
    expect(written.ok(), await written.text()).toBe(true);
  }
  await page.goto(`/console/${keys.shopId}/reviews`);
  for (const [i] of ids.entries()) {
    const heading = page.getByRole('heading', { name: `Review ${i}e`, exact: true });
    const card = page.getByRole('listitem').filter({ has: heading });
    await card.getByRole('button', { name: 'Publish' }).click();
    await expect(card).toHaveCount(0);
  }
  for (const [i, id] of ids.entries()) {
    const path = `${storefront}${pathOf('products', id, 'reviews')}`;
    const read = async (): Promise<unknown> => (await request.get(path)).json();
    await expect.poll(read).toMatchObject({ items: [{ title: `Review ${i}e` }] });
  }
});
