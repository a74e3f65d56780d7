import { createHmac } from 'node:crypto';
import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import type { ShopKeys } from '@okaeri/shared/access';
import { OWNER, ownerState, PASSWORD } from './owner.ts';
import { ORIGIN } from './server.ts';

/** Makes an account by the link of an invitation. */
export const joinBy = async (
  page: Page,
  url: string,
  of: { name: string; email?: string },
): Promise<void> => {
  await page.goto(url);
  await page.getByLabel('Your name').fill(of.name);
  if (of.email !== undefined) await page.getByLabel('Email').fill(of.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
};

/** A page of the owner's. */
export const openAsOwner = async (
  browser: Browser,
  options: {
    locale?: string;
    colorScheme?: 'light' | 'dark';
    phone?: boolean;
    timezoneId?: string;
  } = {},
): Promise<Page> => {
  const { locale = 'en', colorScheme = 'light', phone = false } = options;
  const context = await browser.newContext({
    baseURL: ORIGIN,
    locale,
    colorScheme,
    ...(options.timezoneId !== undefined && { timezoneId: options.timezoneId }),
    reducedMotion: 'reduce',
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 860 },
    storageState: await ownerState(),
  });
  const page = await context.newPage();
  // What another test chose stays with it.
  await page.addInitScript((language) => {
    localStorage.setItem('okaeri.console.language', language);
  }, locale);
  return page;
};

/** Opens the menu of the owner's name, where account, language, theme and the way out are. */
export const openOwnMenu = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: OWNER.name }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
};

/** Publishes what was put into the draft, as the set-up leads to it. */
export const publishDraft = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Review and publish' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A shopper token, as a shop's backend signs it. */
export const tokenOf = (keys: ShopKeys, sub: string): string => {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iat, exp: iat + 600, aud: keys.publicKey, sub, email_verified: true };
  const text = `${part({ alg: 'HS256' })}.${part(claims)}`;
  const mac = createHmac('sha256', keys.identitySecret).update(text).digest('base64url');
  return `${text}.${mac}`;
};

/** Somebody buys a thing, writes about it, and asks about it in the same words. */
export const writeReview = async (
  request: APIRequestContext,
  keys: ShopKeys,
  review: { sub: string; title: string; body: string; name?: string; rating?: number },
): Promise<void> => {
  const { sub, title, body, name = sub, rating = 3 } = review;
  const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
  const none = { discountMinor: 0, taxMinor: 0, refundedQuantity: 0, refundedMinor: 0 };
  const line = { id: 'l', productId: 'tea', variantId: null, title: 'Tea', quantity: 1, ...none };
  const order = {
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    fulfilledAt: at,
    deliveredAt: at,
    cancelledAt: null,
    paymentStatus: 'paid',
    shopper: { id: sub },
    currency: 'USD',
    toShopRate: '1',
    channel: 'web',
    taxesIncluded: true,
    quoteId: null,
    lines: [{ ...line, priceMinor: 1800, tags: [] }],
    shippingMinor: 0,
    shippingTaxMinor: 0,
    refundedShippingMinor: 0,
    refundedOtherMinor: 0,
    voucherCodes: [],
    voucherPayments: [],
  };
  const bought = await request.put(`/v1/orders/o-${sub}`, {
    headers: { Authorization: `Bearer ${keys.secretKey}` },
    data: order,
  });
  expect(bought.ok(), await bought.text()).toBe(true);
  const path = `/storefront/v1/${keys.publicKey}`;
  const headers = { Authorization: `Bearer ${tokenOf(keys, sub)}`, Origin: ORIGIN };
  const written = await request.put(`${path}/me/reviews/tea`, {
    headers,
    data: { rating, title, body, name, language: 'en' },
  });
  expect(written.ok(), await written.text()).toBe(true);
  const asked = await request.post(`${path}/products/tea/questions`, {
    headers,
    data: { body, name },
  });
  expect(asked.ok(), await asked.text()).toBe(true);
};

/** Every refusal of the page's own policy, and every error of its scripts. */
export const watch = (page: Page): string[] => {
  const seen: string[] = [];
  page.on('console', (message) => {
    // A shopper who is not there is asked for, too.
    const isAnswer = message.text().includes('status of 404');
    if (message.type() === 'error' && !isAnswer) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  return seen;
};
