import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, watch } from './console.ts';
import { openShop, publishWith, type OwnShop } from './own-shop.ts';
import { barriers } from './support.ts';

// Two thousand members come first.
test.setTimeout(240_000);

const MEMBERS = 2000;

const tier = (id: string, name: string, entry: number) => ({
  id,
  name: { en: name },
  entry,
  multiplier: '1',
  perks: [],
  entryPoints: 0,
});

const NAME = 'The Quiet Circle';

/** Two thousand members with points, under a programme of the shop's own with two tiers. */
const openRunning = async (request: APIRequestContext): Promise<OwnShop> => {
  const shop = await openShop(request);
  await publishWith(shop, request, {
    name: { en: NAME },
    tiers: [tier('plain', 'Plain', 0), tier('gold', 'Gold', 2000)],
    tierPolicy: {
      metric: 'points',
      window: { kind: 'lifetime' },
      downgrade: 'oneStep',
      graceDays: 0,
    },
  });
  const lines = Array.from({ length: MEMBERS }, (_, i) => `m${i},m${i}@x.example,${i}`);
  const file = ['Customer ID,Email,Points Balance', ...lines].join('\n');
  const answer = await request.post('/v1/balances/imports', {
    headers: { authorization: `Bearer ${shop.keys.secretKey}` },
    multipart: {
      file: { name: 'm.csv', mimeType: 'text/csv', buffer: Buffer.from(file) },
      options: '{}',
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  expect(await answer.json()).toMatchObject({ imported: MEMBERS });
  return shop;
};

/** Saves a draft with another name, as somebody does over some days. */
const saveDraft = async (
  { call, keys }: OwnShop,
  request: APIRequestContext,
  name: string,
): Promise<void> => {
  const headers = { authorization: `Bearer ${keys.secretKey}` };
  const read = await request.get('/v1/program/draft', { headers });
  const { version: _, ...draft } = await call('GET', '/v1/program/draft');
  const put = await request.put('/v1/program/draft', {
    headers: { ...headers, 'if-match': read.headers()['etag'] ?? '' },
    data: { ...draft, name: { en: name } },
  });
  expect(put.ok(), await put.text()).toBe(true);
};

const withoutVersion = (program: Record<string, unknown>): Record<string, unknown> => {
  const { version: _, ...document } = program;
  return document;
};

test('a template replaces the draft of a running shop only after a question, changes nothing for its 2,000 members, and one step brings the draft back', async ({
  browser,
  request,
}) => {
  const shop = await openRunning(request);
  await saveDraft(shop, request, 'A draft of some days');
  const live = await shop.call('GET', '/v1/program');
  const draft = await shop.call('GET', '/v1/program/draft');
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${shop.keys.shopId}/setup`);
  await page.getByRole('button', { name: 'Change: Starting program' }).click();
  const dialog = page.getByRole('dialog');
  const use = page.getByRole('button', { name: 'Use as draft' });
  await page.getByRole('radio', { name: /Good choices/ }).check();
  await use.click();
  await expect(dialog).toContainText('Your draft has 1 unpublished change');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await shop.call('GET', '/v1/program/draft')).toEqual(draft);

  await use.click();
  await dialog.getByRole('button', { name: 'Use as draft' }).click();
  await expect(page.getByText('The draft was replaced with a template.')).toBeVisible();
  expect(await shop.call('GET', '/v1/program')).toEqual(live);
  expect(await shop.call('GET', '/v1/program/draft')).not.toMatchObject({ name: draft['name'] });
  await expect(page.getByRole('link', { name: /^Program/ })).toContainText('Draft');

  // Leaving the page loses nothing.
  await page.reload();
  await page.getByRole('button', { name: 'Change: Starting program' }).click();
  await page.getByRole('button', { name: 'Restore my draft' }).click();
  await expect(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(withoutVersion(await shop.call('GET', '/v1/program/draft'))).toEqual(
    withoutVersion(draft),
  );
  expect(faults).toEqual([]);
});

test('a version replaces the draft only after its difference is confirmed, and one step undoes it', async ({
  browser,
  request,
}) => {
  const shop = await openRunning(request);
  await saveDraft(shop, request, 'A draft of some days');
  const draft = await shop.call('GET', '/v1/program/draft');
  const page = await openAsOwner(browser);
  await page.goto(`/console/${shop.keys.shopId}/program`);
  const dialog = page.getByRole('dialog');
  await expect(page.getByText('Draft differs from version 2 in 1 place.')).toBeVisible();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog.locator('.differences')).toContainText(`“${NAME}” → “A draft of some days”`);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  // Somebody has begun to type: what was not saved comes back as well.
  await page.getByLabel('Name (English)').first().fill('Half a thought');

  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Restore as draft…' }).click();
  await expect(dialog.locator('.differences')).toContainText(`“${NAME}” → “Circle”`);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await shop.call('GET', '/v1/program/draft')).toEqual(draft);

  await page.getByRole('button', { name: 'Restore as draft…' }).click();
  await dialog.getByRole('button', { name: 'Restore as draft' }).click();
  await expect(page.getByText('Draft restored from version 1.').first()).toBeVisible();
  expect(await shop.call('GET', '/v1/program/draft')).toMatchObject({ name: { en: 'Circle' } });
  expect(await shop.call('GET', '/v1/program')).toMatchObject({ version: 2, name: { en: NAME } });

  await page.reload();
  await page.getByRole('button', { name: 'Restore my draft' }).click();
  await expect(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(await shop.call('GET', '/v1/program/draft')).toEqual(draft);
  await page.getByRole('link', { name: 'Basics' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Half a thought');
  // What this browser kept and cannot read any more is no reason to show nothing.
  for (const name of ['wayBack', 'draft'])
    await page.evaluate(
      (key) => localStorage.setItem(key, '{'),
      `okaeri.console.${name}.${shop.keys.shopId}`,
    );
  await page.reload();
  await expect(page.getByLabel('Name (English)').first()).toBeVisible();
});

test('the draft is reset to what is published, and then there is nothing to publish', async ({
  browser,
  request,
}) => {
  const shop = await openShop(request);
  await saveDraft(shop, request, 'A draft of some days');
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${shop.keys.shopId}/program`);
  const publish = page.getByRole('button', { name: 'Publish…' });
  await expect(publish).not.toHaveAttribute('aria-disabled');
  await page.getByRole('button', { name: 'Discard draft…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“Circle” → “A draft of some days”');
  await dialog.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByText('The draft is the same as the published version.')).toBeVisible();
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  // What is told covers nothing that is pressed next.
  await expect(page.locator('.toast')).toBeVisible();
  const toastBox = await page.locator('.toasts').boundingBox();
  const bar = await page.getByRole('region', { name: 'Draft', exact: true }).boundingBox();
  expect(toastBox?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Restore my draft' }).click();
  await expect(page.getByText('Draft differs from version 1')).toBeVisible();
  await expect(publish).not.toHaveAttribute('aria-disabled');
});

test('what oneself saved in another window is not said to be somebody else’s', async ({
  browser,
  request,
}) => {
  const shop = await openShop(request);
  const address = `/console/${shop.keys.shopId}/program`;
  const one = await openAsOwner(browser);
  const two = await one.context().newPage();
  await one.goto(address);
  await two.goto(address);
  await one.getByLabel('Name (English)').first().fill('In one window');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(one.getByText('Saved.', { exact: true })).toBeVisible();
  await two.getByLabel('Name (English)').first().fill('In the other');
  await two.getByRole('button', { name: 'Save' }).click();
  const dialog = two.getByRole('dialog');
  await expect(dialog).toContainText('You saved this in another window');
  await expect(dialog).not.toContainText('Someone else');
  await dialog.getByRole('button', { name: 'Keep the saved one' }).click();
  await expect(two.getByLabel('Name (English)').first()).toHaveValue('In one window');
});
