import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, watch } from './console.ts';
import { openShop, publishWith, type OwnShop } from './own-shop.ts';

const FILE = [
  'Customer ID,Email,Name,Points Balance,Points Earned,VIP Tier Name,Referral Code',
  '31,mika@x.example,Mika,400,1000,Inner Circle,MIKA',
  '32,jun@x.example,Jun,"1,250",1250,Gold,',
  '33,eve@x.example,Eve,many,,,',
].join('\n');

const tier = (id: string, name: string, entry: number) => ({
  id,
  name: { en: name },
  entry,
  multiplier: '1',
  perks: [],
  entryPoints: 0,
});

/** A programme with tiers, in force. */
const withTiers = (shop: OwnShop, request: APIRequestContext): Promise<void> =>
  publishWith(shop, request, {
    tiers: [tier('plain', 'Plain', 0), tier('gold', 'Gold', 2000)],
    tierPolicy: {
      metric: 'points',
      window: { kind: 'lifetime' },
      downgrade: 'oneStep',
      graceDays: 0,
    },
  });

test('members of another tool are previewed, given their tiers, imported, and taken back', async ({
  browser,
  request,
}) => {
  const shop = await openShop(request);
  await withTiers(shop, request);
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${shop.keys.shopId}/settings/data`);
  await page.getByRole('link', { name: 'Import members from another tool' }).click();
  await page.getByLabel('File').setInputFiles({
    name: 'members.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  });
  // "1,250" could be two numbers: somebody says which it is.
  await expect(page.getByText('1 of 3 lines can come.')).toBeVisible();
  await page.getByLabel('Numbers are written').selectOption('1,234.5 (a point before decimals)');
  await expect(page.getByText('2 of 3 lines can come.')).toBeVisible();
  await expect(page.getByText('Read as Yotpo, utf-8.')).toBeVisible();
  await expect(page.getByText('2 lines need a look')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Mika' })).toContainText(
    'mika@x.example',
  );
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a file' }).click();
  expect((await download).suggestedFilename()).toBe('lines.csv');
  await expect(page.getByText('has no points that can come')).toBeVisible();
  await expect(page.getByText('the program has no tier of this name')).toBeVisible();
  await page.getByLabel('Inner Circle').selectOption('Gold');
  await expect(page.getByText('1 line needs a look')).toBeVisible();
  await expect(page.getByLabel('Gold')).toHaveValue('gold');
  await page.getByRole('button', { name: 'Import 2 lines' }).click();
  await expect(page.getByText('2 lines came, with 1,650 points.')).toBeVisible();

  const mika = await shop.call('GET', '/v1/shoppers/31');
  expect(mika).toMatchObject({ balance: { available: 400, lifetime: 1000 }, tier: { id: 'gold' } });
  const past = page.getByRole('row').filter({ hasText: 'Yotpo' });
  await expect(past).toContainText('Kept');
  await expect(past.getByRole('cell', { name: '1,650' })).toBeVisible();
  await past.getByRole('button', { name: 'Undo import' }).click();
  const sure = page.getByRole('dialog');
  await sure.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import is undone.')).toBeVisible();
  await expect(past).toContainText('Undone');
  await expect(page.getByText('2 lines came, with 1,650 points.')).toBeHidden();
  const after = await shop.call('GET', '/v1/shoppers/31');
  expect(after).toMatchObject({ balance: { available: 0, lifetime: 0 }, tier: { id: 'plain' } });
  expect(faults).toEqual([]);
});

test('columns that are called otherwise are assigned by the person who imports them', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings/members`);
  await page.getByLabel('File').setInputFiles({
    name: 'kunden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Kunde;Saldo\nx-1;40\n'),
  });
  await expect(page.getByText('choose which is what')).toBeVisible();
  await page.getByRole('combobox', { name: 'Points', exact: true }).selectOption('Saldo');
  await expect(page.getByRole('combobox', { name: 'Points', exact: true })).toHaveValue('Saldo');
  await page.getByLabel('Customer ID').selectOption('Kunde');
  await expect(page.getByText('1 of 1 line can come.')).toBeVisible();
  await expect(page.getByText('choose which is what')).toHaveCount(0);
  await page.getByRole('button', { name: 'Import 1 line' }).click();
  await expect(page.getByText('1 line came, with 40 points.')).toBeVisible();
});

test('a history asks how its days are written where nothing shows it', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/settings/members`);
  await page.getByLabel('What is in it').selectOption('A line for each movement of points');
  await page.getByLabel('File').setInputFiles({
    name: 'history.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('customer_id,date,points\nada,04/05/2024,7\n'),
  });
  await expect(page.getByText('0 of 1 line can come.')).toBeVisible();
  await page.getByText('1 line needs a look').press('Enter');
  await expect(page.getByText('has a day that can be read in two ways')).toBeVisible();
  await page.getByLabel('Dates are written').selectOption('Day, month, year');
  await expect(page.getByText('1 of 1 line can come.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 line' }).click();
  await expect(page.getByText('1 line came, with 7 points.')).toBeVisible();
});

test('a file that is not Unicode asks in what its letters are written', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/settings/members`);
  await page.getByLabel('File').setInputFiles({
    name: 'members.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('customer_id,name,points\nj-1,\x8d\xb2\x93\xa1,7\n', 'latin1'),
  });
  await page.getByLabel('Letters are written in').selectOption('Shift_JIS (Japanese)');
  await expect(page.getByText('1 of 1 line can come.')).toBeVisible();
  await expect(page.getByText('Read as a plain CSV, shift_jis.')).toBeVisible();
});
