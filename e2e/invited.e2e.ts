import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import {
  available,
  barriers,
  changeProgram,
  gotoOwnPage,
  openAt,
  openPanel,
  signIn,
} from './support.ts';

const SIGN_IN = { snippetAttributes: 'data-sign-in-url="/demo/cart"' };
const panel = (page: Page) => page.locator('okaeri-widget');

/** Comes by a friend's link, and then goes to another page of the shop. */
const comeInvited = async (page: Page): Promise<void> => {
  await page.goto('/demo?okaeri=FRIEND01');
  await page.locator('okaeri-launcher').getByRole('button').waitFor();
  await gotoOwnPage(page, SIGN_IN);
};

test('a guest reads what waits for them, what an order brings, and where it leads', async ({
  page,
}) => {
  await gotoOwnPage(page, SIGN_IN);
  await openPanel(page);
  await expect(panel(page).locator('.hero')).toHaveText(
    '100 pointsare waiting for you. Joining is free.',
  );
  await expect(panel(page)).toContainText('¥100 you spend, 5 points you collect, ¥5 off next time');
  await panel(page).getByRole('button', { name: 'What each brings' }).click();
  await expect(panel(page).getByRole('heading', { name: 'Tiers' })).toBeFocused();
  await panel(page).getByRole('button', { name: 'Back' }).click();
  await expect(panel(page).locator('.hero')).toBeVisible();
});

test('a friend who came with a code is greeted on every page, and told what they get and for what', async ({
  page,
}) => {
  await comeInvited(page);
  await openPanel(page);
  const hero = panel(page).locator('.hero');
  await expect(hero).toContainText('A friend invited you');
  await expect(hero).toContainText('200 pointswith your first order');
  await expect(hero).toContainText('Start with 100 points.');
  expect(await barriers(page)).toEqual([]);
  await expect(panel(page).getByRole('link', { name: 'Accept the invitation' })).toHaveAttribute(
    'href',
    '/demo/cart',
  );
});

test('a friend is told from which amount on it counts, where the programme asks for one', async ({
  page,
}) => {
  await changeProgram(page, (program) => ({
    ...program,
    earning: program.earning.map((rule) =>
      rule.on === 'referral' ? { ...rule, minimumBasket: { JPY: 3000 } } : rule,
    ),
  }));
  await comeInvited(page);
  await openPanel(page);
  await expect(panel(page).locator('.hero')).toContainText(
    'with your first order of ¥3,000 or more',
  );
});

test('without a share sheet the link goes by addresses with names, and as a code to point at', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  await page.goto('/demo');
  await available(page);
  await openAt(page, 'friends');
  const link = await panel(page).locator('[part=referral] code').innerText();
  for (const [name, start] of [
    ['LINE', 'https://line.me/R/share?text='],
    ['WhatsApp', 'https://wa.me/?text='],
    ['Mail', 'mailto:?subject='],
  ] as const) {
    const href = await panel(page).getByRole('link', { name }).getAttribute('href');
    expect(href?.startsWith(start)).toBe(true);
    expect(decodeURIComponent(href ?? '')).toContain(link);
  }
  await panel(page).getByRole('button', { name: 'QR code' }).click();
  await expect(panel(page).getByRole('img', { name: 'QR code' })).toBeVisible();
  await panel(page).getByText('The rules').click();
  await expect(panel(page)).toContainText('Your friend’s first order counts');
  expect(await barriers(page)).toEqual([]);
});

test('where the device has a share sheet, one button opens it with the link', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.addInitScript(`navigator.share = async (data) => { window.shared = data; }`);
  await page.goto('/demo');
  await available(page);
  await openAt(page, 'friends');
  const link = await panel(page).locator('[part=referral] code').innerText();
  await expect(panel(page).getByRole('link', { name: 'LINE' })).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Send an invitation' }).click();
  expect(await page.evaluate('window.shared')).toEqual({
    title: 'Komorebi Circle: a recommendation',
    url: link,
  });
});
