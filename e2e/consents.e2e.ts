import type { Locator, Page } from '@playwright/test';
import { barriers, gotoOwnPage, openAt, signIn } from './support.ts';
import { expect, test } from './test.ts';

const PHONE = { width: 360, height: 740 };

/** A row of the panel, by what it is about. */
const row = (within: Locator, name: string): Locator =>
  within.locator('[part~=consents] li').filter({ hasText: name }).first();

const openConsents = async (page: Page, language: 'en' | 'ja', url: string): Promise<Locator> => {
  await page.setViewportSize(PHONE);
  await page.context().addCookies([{ name: 'demo_language', value: language, url }]);
  await signIn(page, 'mika', url);
  await page.goto('/demo');
  await openAt(page, 'consents');
  const panel = page.locator('okaeri-widget');
  await expect(panel.locator('[part~=consents]')).toBeVisible();
  return panel;
};

test('a shopper stops what they do not want with one tap, and starts it again as easily (E27, L3)', async ({
  page,
  baseURL,
}) => {
  const panel = await openConsents(page, 'en', baseURL ?? '');
  const requests = row(panel, 'Review requests');
  await expect(requests.getByRole('status')).toHaveText('On');
  expect(await panel.locator('[part~=consents] input').count()).toBe(0);
  await requests.getByRole('button', { name: /^Stop/ }).click();
  await expect(requests.getByRole('status')).toHaveText('Off');
  await page.reload();
  await openAt(page, 'consents');
  await expect(requests.getByRole('status')).toHaveText('Off');
  await requests.getByRole('button', { name: /^Get these/ }).click();
  await expect(requests.getByRole('status')).toHaveText('On');
  expect(await barriers(page)).toEqual([]);
});

test('news are agreed to in the words that stand beside the button, in the reader’s language (E24)', async ({
  page,
  baseURL,
}) => {
  const panel = await openConsents(page, 'ja', baseURL ?? '');
  const news = row(panel, 'お知らせ・特典');
  await expect(news).toContainText('月に2回ほどメールで受け取ります');
  await news.getByRole('button', { name: /^受け取る/ }).click();
  // The demo's members come with an address their shop has checked, or are asked to confirm it.
  await expect(news.getByRole('status')).toHaveText(/受信中|メールのボタン/);
  await panel.getByRole('button', { name: 'メールをすべて停止する' }).click();
  await expect(news.getByRole('status')).not.toHaveText('受信中');
  await expect(row(panel, 'レビューのお願い').getByRole('status')).toHaveText('停止中');
  await row(panel, 'レビューのお願い').getByRole('button').click();
  expect(await barriers(page)).toEqual([]);
});

test('the same stands in a page of the shop, and to a guest what the shop put inside', async ({
  page,
  baseURL,
}) => {
  const body = '<okaeri-consents><p>Sign in to choose.</p></okaeri-consents>';
  await gotoOwnPage(page, { body });
  await expect(page.getByText('Sign in to choose.')).toBeVisible();
  await signIn(page, 'jun', baseURL ?? '');
  await gotoOwnPage(page, { body });
  await expect(row(page.locator('okaeri-consents'), 'Review requests')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
