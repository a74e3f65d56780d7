import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import {
  available,
  become,
  gotoOwnPage,
  openAt,
  openPanel,
  scrollTo,
  signIn,
  takeReward,
} from './support.ts';

const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);

const keptNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('okaeri:')));

test('a review that lacks something is marked there, and the thanks is in sight', async ({
  page,
}) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await page.goto('/demo/product?id=mug');
  const reviews = page.locator('okaeri-reviews');
  await reviews
    .getByRole('button', { name: /^(Write a review|Change it)$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const words = dialog.getByLabel('What is it like?');
  await expect(words).toBeVisible();
  await words.fill(' ');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(words).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByText('Write a few words.')).toBeVisible();
  const stars = dialog.getByRole('radiogroup', { name: /Your stars/ });
  if ((await stars.getAttribute('aria-invalid')) === 'true') {
    await expect.poll(() => isFocused(stars.getByRole('radio').first())).toBe(true);
    await stars.getByRole('radio').nth(3).check({ force: true });
    await expect(words).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('button', { name: 'Send' }).click();
  }
  await expect.poll(() => isFocused(words)).toBe(true);
  await words.fill('It holds tea, and it is blue.');
  await expect(words).toHaveAttribute('aria-invalid', 'false');
  await dialog.getByRole('button', { name: 'Send' }).click();
  const thanks = dialog.locator('.thanks p', { hasText: 'Thank you' });
  await expect(thanks).toBeInViewport({ ratio: 1 });
  await expect.poll(() => isFocused(thanks)).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const change = reviews.locator('.own').getByRole('button', { name: 'Change it' });
  await expect(change).toBeVisible();
  await expect(reviews.getByRole('button', { name: 'Write a review' })).toHaveCount(0);
  await change.click();
  await expect(words).toHaveValue('It holds tea, and it is blue.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  // In the list it is one's own: changed, not voted for.
  await page.reload();
  const own = reviews.locator('.review', { hasText: 'It holds tea, and it is blue.' });
  await scrollTo(reviews, own);
  await expect(own.getByRole('button', { name: 'Change it' })).toBeVisible();
  await expect(own.getByRole('button', { name: 'Report' })).toHaveCount(0);
});

test('a question without words is marked, and where no review fits it says so', async ({
  page,
}) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await page.goto('/demo/product?id=mug');
  const questions = page.locator('okaeri-questions');
  const ask = questions.getByRole('button', { name: 'Ask a question' });
  await scrollTo(questions, ask);
  await ask.click();
  const field = questions.getByLabel('Ask those who have it');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => isFocused(field)).toBe(true);
  const reviews = page.locator('okaeri-reviews');
  await reviews.getByLabel('Search the reviews').fill('no such word anywhere');
  await reviews.getByLabel('Search the reviews').press('Enter');
  await expect(reviews).toContainText('No review fits this choice.');
  await reviews.getByRole('button', { name: 'With photos' }).click();
  await expect(reviews).toContainText('No review fits this choice.');
});

test('a guest who is sent to a page of a shopper reads what to do', async ({ page }) => {
  await gotoOwnPage(page);
  await openAt(page, 'home').catch(() => undefined);
  for (const [name, title] of [
    ['goals', 'Goals and badges'],
    ['history', 'History'],
    ['friends', 'Recommend us'],
  ] as const) {
    await page.evaluate(
      (wanted) => (window as unknown as { okaeri: { open(at: string): void } }).okaeri.open(wanted),
      name,
    );
    await expect(page.getByRole('dialog')).toContainText(`Sign in to the shop to see “${title}”.`);
  }
});

test('a guest sees the tiers and what each brings, in the panel and in the page, and no place on them', async ({
  page,
}) => {
  await gotoOwnPage(page, { body: '<okaeri-tier></okaeri-tier>' });
  await openAt(page, 'tiers');
  for (const shown of [page.getByRole('dialog'), page.locator('okaeri-tier')]) {
    await expect(shown.locator('.ladder li')).toHaveText([
      'SproutFor everybody',
      'Grove¥60,000',
      'Forest¥200,000',
    ]);
    await expect(shown).toContainText('First taste of every harvest');
    await expect(shown.locator('[aria-current=true], progress')).toHaveCount(0);
  }
});

test('a code given back says so where it was', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await openPanel(page);
  await takeReward(page, '¥300 off');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: /^Cancel, get/ })
    .first()
    .click();
  await expect(dialog.locator('p.step', { hasText: 'points are back' })).toBeInViewport();
});

test('signing out leaves nothing personal on the device, and destroy() nothing at all', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, { body: '<okaeri-points></okaeri-points>' });
  await available(page);
  await openPanel(page);
  await expect.poll(async () => (await keptNames(page)).join()).toContain('okaeri:met:');
  await page.evaluate(() =>
    (window as unknown as { okaeri: { identify(token: null): void } }).okaeri.identify(null),
  );
  await expect(page.locator('okaeri-points')).toHaveText('Rewards');
  expect((await keptNames(page)).filter((name) => !name.startsWith('okaeri:last:'))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('mika');
  await page.evaluate(() => {
    const { okaeri } = window as unknown as { okaeri: { refresh(): void; destroy(): void } };
    okaeri.refresh();
    okaeri.destroy();
  });
  await page.waitForTimeout(800);
  expect(await keptNames(page)).toEqual([]);
});

test('a page asks for the stars of a product once', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (/\/(stars\?ids=mug|products\/mug\/posts)$/.test(request.url())) asked += 1;
  });
  await page.goto('/demo/product?id=mug');
  await expect(page.locator('okaeri-stars').first()).toContainText('★');
  await page.evaluate(() =>
    (window as unknown as { okaeri: { refresh(): void } }).okaeri.refresh(),
  );
  await page.waitForTimeout(800);
  expect(asked).toBe(1);
});
