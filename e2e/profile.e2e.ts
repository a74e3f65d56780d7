import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import type { Me } from '@okaeri/shared/storefront';
import { available, changeAnswer, openAt, openPanel, signIn, takeReward } from './support.ts';

const language = (page: Page, name: string) =>
  page.locator('okaeri-widget').getByRole('combobox', { name });
const launcher = (page: Page) => page.locator('okaeri-launcher').getByRole('button');

test('a shopper chooses a language, is spoken to in it at once, and still is on the next page', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'jun', baseURL ?? '');
  await page.goto('/demo');
  await available(page);
  await openPanel(page);
  await openAt(page, 'profile');
  await language(page, 'Language').selectOption({ label: 'العربية' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(language(page, 'اللغة')).toHaveValue('ar');
  await expect(page.locator('okaeri-widget')).toHaveCount(1);
  await expect(page.locator('okaeri-widget dialog')).toHaveAttribute('dir', 'rtl');
  await page.reload();
  await expect(launcher(page)).toHaveAccessibleName(/^افتح/);
  await openPanel(page);
  await openAt(page, 'profile');
  await language(page, 'اللغة').selectOption({ label: 'English' });
  await page.getByRole('button', { name: 'حفظ' }).click();
  await expect(language(page, 'Language')).toHaveValue('en');
  await expect(launcher(page)).toHaveAccessibleName(/^Open/);
});

test('a shopper who would lose points by giving a code back is warned first', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await changeAnswer<Me>(page, '/me', (me) => ({
    ...me,
    vouchers: me.vouchers.map((voucher) => ({ ...voucher, latePoints: 40 })),
  }));
  await page.goto('/demo');
  const before = await available(page);
  await openPanel(page);
  await takeReward(page, '¥300 off');
  await expect(page.locator('okaeri-widget code')).toHaveText(/^OK-/);
  const code = await page.locator('okaeri-widget code').innerText();
  await openAt(page, 'wallet');
  const card = page.locator('okaeri-widget .code').filter({ hasText: code });
  await card.getByRole('button', { name: /^Cancel, get/ }).click();
  await expect(card.getByRole('alert')).toContainText('40 points of it have expired');
  await card.getByRole('button', { name: 'Not now' }).click();
  await expect(card.getByRole('alert')).toHaveCount(0);
  await card.getByRole('button', { name: /^Cancel, get/ }).click();
  await card.getByRole('button', { name: /^Cancel, get/ }).click();
  await expect(card).toHaveCount(0);
  expect(await available(page)).toBe(before);
});

test('a birthday is added where its points are told of, and the row is done then', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'jun', baseURL ?? '');
  await page.goto('/demo');
  const before = await available(page);
  await openAt(page, 'earn');
  const panel = page.locator('okaeri-widget');
  const section = (title: string) => panel.locator('section', { hasText: title });
  const row = panel.getByRole('button', { name: /^Add your birthday/ });
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await row.click();
  const save = panel.getByRole('button', { name: 'Save, get 100 points' });
  await save.click();
  await expect(panel.getByRole('combobox', { name: 'Month' })).toBeFocused();
  await panel.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'August' });
  await panel.getByRole('combobox', { name: 'Day' }).selectOption({ label: '14' });
  await save.click();
  await expect(row).toHaveCount(0);
  await expect(section('Done')).toContainText('Complete your profile');
  await expect(section('More ways')).toContainText('On your birthday');
  await expect(page.locator('okaeri-points')).toHaveText(
    `${(before + 100).toLocaleString('en')} points`,
  );
});
