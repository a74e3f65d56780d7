import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openAsOwner } from './console.ts';
import { aFigure, EFFECT, FORECAST, liabilityOf, MAP, RETURNED } from './insight-figures.ts';
import { okaeri } from './owner.ts';
import { openShop, type OwnShop } from './own-shop.ts';
import { FOLDER } from './server.ts';
import { barriers } from './support.ts';
import { expect, test } from './test.ts';

const DAY_MS = 86_400_000;
const SHOPPERS = 450;
/** Their mean, while they stay. */
const WEEKS_BETWEEN = 5;

test('customer value groups buyers, foretells repeat orders and says what a new buyer costs, and the page of a shopper what to expect of them', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  importOrders(keys);
  await call('POST', '/v1/insights/costs', {
    day: on(40),
    kind: 'ads',
    channel: 'search',
    amountMinor: 120_000,
    currency: 'USD',
  });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/insights`);
  await page.getByRole('link', { name: 'Customer value' }).press('Enter');
  await expect(page).toHaveTitle('Customer value · Insights · Okaeri');
  await expect(page.getByRole('row', { name: /^Champions/ })).toContainText(/\d+\.\d% ?\d/);
  const next = page.getByText(/^Next 26 weeks: [\d,]+ repeat orders,/);
  const hidden = page.getByText(/It missed the last 13 weeks by/);
  await expect(next.or(hidden)).toBeVisible();
  await expect(page.getByText(/new buyers of the last 52 weeks bought again/)).toBeVisible();
  await expect(page.getByRole('cell', { name: '$1,200.00' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  // Each figure has an address of its own, found by its name.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('Customer groups');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/insights\/rfm$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customer groups (RFM)');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/^rfm-\d{4}-\d\d-\d\d\.csv$/);

  await page.goto(`/console/${keys.shopId}/shoppers/b1`);
  await expect(page.getByText(/likely to order again within 26 weeks; 80% range/)).toBeVisible();

  const phone = await openAsOwner(browser, { phone: true, locale: 'ja', colorScheme: 'dark' });
  await phone.goto(`/console/${keys.shopId}/insights/value`);
  await expect(phone.getByRole('heading', { name: '新規購入者の獲得費用' })).toBeVisible();
  expect(await barriers(phone)).toEqual([]);
  expect(await overflowOf(phone)).toBe(0);
});

test('the forecast moves week by week by keyboard, and is hidden where it missed the last weeks by more than 25 %', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  const forecast = (error: number | null) => ({
    ...aFigure(900),
    ...FORECAST,
    backtest: { weeks: 13, error },
  });
  const path = '**/v1/insights/forecast*';
  await page.route(path, (route) => route.fulfill({ json: forecast(0.081) }));
  await page.goto(`/console/${keys.shopId}/insights/forecast`);
  await expect(page.getByText('Next 8 weeks: 80 repeat orders,')).toBeVisible();
  await expect(page.getByText('off by 8.1%')).toBeVisible();
  const week = page.getByRole('slider', { name: 'Week' });
  await week.press('Home');
  await expect(week).toHaveAttribute(
    'aria-valuetext',
    /^Week from Nov 16, 2026: 11 repeat orders, 10\.5 expected/,
  );
  await week.press('End');
  await expect(page.locator('.curve-said')).toContainText(
    '9.0 a week expected, 95% interval 7.0 to 11.0',
  );
  await page.getByText('Show as table').press('Enter');
  await expect(page.getByRole('row', { name: /Nov 23, 2026/ })).toContainText('12');
  expect(await barriers(page)).toEqual([]);

  await page.unroute(path);
  await page.route(path, (route) => route.fulfill({ json: forecast(0.31) }));
  await page.reload();
  await expect(page.getByText('It missed the last 13 weeks by 31.0%.')).toBeVisible();
  await expect(page.getByText(/repeat orders,/)).toHaveCount(0);
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('the program says nothing without a lot, then what it returned within its interval, and what points will cost', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/insights/program`);
  await expect(page.getByText(/Nobody is held back at random/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Hold back a share' }).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.route('**/v1/insights/return*', (route) => route.fulfill({ json: RETURNED }));
  await page.route('**/v1/insights/effects/programme*', (route) => route.fulfill({ json: EFFECT }));
  await page.route('**/v1/insights/liability*', (route) =>
    route.fulfill({ json: liabilityOf(new URL(route.request().url()).searchParams.get('asOf')) }),
  );
  await page.reload();
  await expect(page.getByText('−$480', { exact: true })).toBeVisible();
  await expect(page.getByText('95% interval −$11,391 to +$10,431')).toBeVisible();
  await expect(page.getByText('Not proven either way')).toBeVisible();
  await expect(page.getByText('+3.0 points')).toBeVisible();
  await expect(page.getByText('95% interval −1.0 to +6.6. Not a proven change.')).toBeVisible();
  const month = page.getByRole('slider', { name: 'Month' });
  await month.press('Home');
  await expect(month).toHaveAttribute('aria-valuetext', /^Dec 31, 2025: ceiling .* expected/);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export for accounting' }).press('Enter');
  expect((await saved).suggestedFilename()).toBe('accounting-2026-11-30.csv');
  expect(await barriers(page)).toEqual([]);
});

test('the map has a grid of stages, and on a phone a table for each', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/insights/map`);
  await expect(page.getByText('No messages were sent or shown in this quarter.')).toBeVisible();
  await page.route('**/v1/insights/map*', (route) => route.fulfill({ json: MAP }));
  await page.reload();
  const hint = page.getByRole('row', { name: /^Hint about a next step/ });
  await expect(hint.getByRole('cell').first()).toContainText('+20.0 (+5.2 to +33.4)');
  await expect(hint.getByRole('cell').last()).toContainText('Not measured');
  await expect(page.getByRole('columnheader', { name: /^Loyal 744/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  const phone = await openAsOwner(browser, { phone: true, locale: 'ja', colorScheme: 'dark' });
  await phone.route('**/v1/insights/map*', (route) => route.fulfill({ json: MAP }));
  await phone.goto(`/console/${keys.shopId}/insights/map`);
  await expect(phone.getByRole('heading', { name: /^ロイヤル 744/ })).toBeVisible();
  await expect(phone.getByRole('row', { name: /^次の一歩の案内/ }).first()).toContainText('+20.0');
  expect(await barriers(phone)).toEqual([]);
  expect(await overflowOf(phone)).toBe(0);
});

test('costs are entered, corrected where they are no amount, and removed; the margin is kept', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/insights/costs`);
  await page.getByLabel('Gross margin, %').fill('145');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('Write a share from 0 to 100.')).toBeVisible();
  await page.getByLabel('Gross margin, %').fill('45.5');
  await page.getByLabel('Fixed cost of the program a month, USD').fill('1200');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('Saved. Figures follow')).toBeVisible();
  const { marginShare, fixedCostMinorPerMonth } = await call('GET', '/v1/insights/settings');
  expect([marginShare, fixedCostMinorPerMonth]).toEqual([0.455, 120_000]);

  await page.getByRole('button', { name: 'Add cost' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Amount, USD').fill('12.345');
  await dialog.getByRole('button', { name: 'Add cost' }).press('Enter');
  await expect(dialog.getByText('Write an amount such as 1200.')).toBeVisible();
  await dialog.getByLabel('Amount, USD').fill('320.50');
  await dialog.getByLabel('Channel (optional)').fill('search');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add cost' }).press('Enter');
  await expect(page.getByRole('row', { name: /Ad spend search \$320\.50/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: /^Remove \$320\.50/ }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(page.getByText('No costs yet')).toBeVisible();
});

const on = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** A year of buyers as the forecast has them: at rates of their own, until they leave after one of their purchases. */
function importOrders({ shopId }: OwnShop['keys']): void {
  let state = 7;
  const chance = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const rows = Array.from({ length: SHOPPERS }, (_, shopper) => {
    const rate = -Math.log(chance()) / WEEKS_BETWEEN;
    const leaving = 1 - chance() ** (1 / 3);
    const days: number[] = [];
    for (let daysAgo = 30 + chance() * 330; daysAgo >= 0;) {
      days.push(Math.floor(daysAgo));
      if (days.length > 1 && chance() < leaving) break;
      daysAgo -= (7 * -Math.log(chance())) / rate;
    }
    const price = 20 + (shopper % 30);
    return days.map((day, i) => `o${shopper}-${i},b${shopper},${on(day)},USD,${price}.00`);
  });
  const file = join(FOLDER, `value-${shopId}.csv`);
  writeFileSync(file, ['order_id,shopper_id,placed_at,currency,total', ...rows.flat()].join('\n'));
  okaeri(`import orders --shop ${shopId} ${file}`);
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
