import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { barriers, openAt, signIn } from './support.ts';

const rowsOf = (page: Page): Locator => page.locator('okaeri-widget [part~=transaction] button');
const receiptOf = (page: Page): Locator => page.locator('okaeri-widget [part~=receipt]');

/** Opens the history, and the receipt of the newest order in it. */
const openReceipt = async (page: Page, name: string): Promise<void> => {
  await openAt(page, 'history');
  await rowsOf(page).filter({ hasText: name }).first().click();
};

/** What a receipt begins with. */
const sentence = (page: Page): Locator => receiptOf(page).locator('p').first();

/** Buys two mugs in the demo shop, and comes to its page where one can be the shop. */
const buyTwoMugs = async (page: Page): Promise<void> => {
  const bought = await page.request.post('/demo/api/checkout', {
    data: { cart: { mug: 2 }, email: null, voucherCode: null },
  });
  const { orderId } = (await bought.json()) as { orderId: string };
  await page.goto(`/demo/thanks?order=${orderId}`);
};

const SAID = {
  en: {
    mugs: 'Everyday mug × 2',
    order: 'Everyday mug × 2: 280 points on the way.',
    refund: '1 of 2 × Everyday mug came back, so 140 of the 280 points went back too.',
    undone:
      /^Everyday mug\s×\s2: the refund was undone on \w+ \d+, which brought 140 points back\.$/,
    shop: ['Send the parcel', 'Refund one piece', 'Undo the refund'],
  },
  ja: {
    mugs: '毎日のマグ × 2',
    order: '毎日のマグ × 2で280ポイントを獲得予定です。',
    refund:
      '毎日のマグ2点のうち1点を返品されたため、280ポイントのうち140ポイントが取り消されました。',
    undone: /^毎日のマグ\s×\s2：\d+月\d+日に返品が取り消され、140ポイントが戻りました。$/,
    shop: ['発送する', '1点返品する', '返品を取り消す'],
  },
} as const;

for (const language of ['en', 'ja'] as const)
  test(`a receipt begins with a sentence of product, pieces and points: order, refund and undoing, in ${language}`, async ({
    page,
    baseURL,
  }) => {
    const said = SAID[language];
    await page
      .context()
      .addCookies([{ name: 'demo_language', value: language, url: baseURL ?? '' }]);
    await signIn(page, 'jun', baseURL ?? '');
    await buyTwoMugs(page);
    const act = async (name: string): Promise<void> => {
      await page.evaluate('okaeri.close()');
      await page.getByRole('button', { name }).click();
      await expect(page.locator('#outcome')).toContainText(/\d/);
    };
    const [send, refund, undo] = said.shop;
    await openReceipt(page, said.mugs);
    await expect(sentence(page)).toHaveText(said.order);
    await act(send);
    await act(refund);
    await openReceipt(page, said.mugs);
    await expect(sentence(page)).toHaveText(said.refund);
    await act(undo);
    await openReceipt(page, said.mugs);
    await expect(sentence(page)).toHaveText(said.undone);
  });

test('an order with its refund is one row, which opens a receipt and leads back to where one was', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo');
  await openAt(page, 'history');
  const row = rowsOf(page).filter({ hasText: '1 of 3 came back' });
  // Whatever else Mika has done in the meantime stands above it.
  const more = page.locator('okaeri-widget').getByRole('button', { name: 'Show more' });
  await expect(async () => {
    if ((await row.count()) === 0) await more.click({ timeout: 2000 });
    await expect(row).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await expect(row).toHaveText(/^Asagiri, light roast\s×\s3 and 1 more.*\+240$/);
  await row.press('Enter');
  const receipt = receiptOf(page);
  await expect(receipt.getByRole('heading', { name: 'Asagiri' })).toBeFocused();
  await expect(receipt.getByRole('listitem')).toHaveText([
    /\+330$/,
    /¥1,800 of ¥6,600−90$/,
    /240$/,
  ]);
  await receipt.getByText('The exact numbers').press('Enter');
  await expect(receipt).toContainText('Order K-1268');
  expect(await barriers(page)).toEqual([]);
  await receipt.getByRole('button', { name: 'Back' }).press('Enter');
  await expect(row).toBeFocused();
});

test('a history is filtered by what was earned, spent and is on the way', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo');
  await openAt(page, 'history');
  const widget = page.locator('okaeri-widget');
  await expect(rowsOf(page).first()).toBeVisible();
  const all = await rowsOf(page).count();
  await widget.getByRole('button', { name: 'On the way' }).click();
  await expect(rowsOf(page).first()).toContainText('Yours');
  expect(await rowsOf(page).count()).toBeLessThan(all);
  expect(await barriers(page)).toEqual([]);
  await widget.getByRole('button', { name: 'Earned' }).click();
  await expect(rowsOf(page).filter({ hasText: 'Yours' })).toHaveCount(0);
  await widget.getByRole('button', { name: 'All' }).click();
  await expect(rowsOf(page)).toHaveCount(all);
});
