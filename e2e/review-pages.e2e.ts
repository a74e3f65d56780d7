import { expect, test } from './test.ts';
import { openAsOwner, writeReview } from './console.ts';
import { openShop } from './own-shop.ts';

const FILE = [
  'product_id,rating,title,body,reviewer_name,review_date',
  'tea,5,Lovely,"A tea to come home to.",Mika,2025-03-04',
  'tea,3,,"It is fine, no more.",Jun,2025-04-05',
  'tea,nine,,"Cannot be read.",Eve,2025-04-06',
].join('\n');

test('reviews of another tool are previewed, imported, counted and taken back', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/reviews/imports`);
  await page.getByLabel('File').setInputFiles({
    name: 'reviews.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  });
  await expect(page.getByText('2 of 3 reviews can come.')).toBeVisible();
  await page.getByText('1 line needs a look').press('Enter');
  await expect(page.getByText('has no stars from 1 to 5')).toBeVisible();
  await page.getByLabel('Source name shown to readers').fill('Old Tool');
  await page.getByRole('button', { name: 'Import 2 reviews' }).click();
  await expect(page.getByText('2 reviews imported.')).toBeVisible();
  const past = page.getByRole('listitem').filter({ hasText: 'Old Tool' });
  await expect(past).toContainText('2 came, 1 did not');

  await page.getByRole('link', { name: 'Figures' }).click();
  await expect(page.locator('.figures div', { hasText: 'Imported' })).toContainText('2');
  await expect(page.getByRole('row', { name: /^5 stars/ })).toContainText('50%');

  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Undo import' }).click();
  const sure = page.getByRole('dialog');
  await expect(sure).toContainText('2 reviews go');
  await sure.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import is undone.')).toBeVisible();
  await expect(past).toContainText('Undone');
});

test('how the shop asks is changed, checked and kept', async ({ browser, request }) => {
  const { keys, call } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/reviews/settings`);
  await page.getByLabel('Days after delivery').fill('soon');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').first()).toContainText('1 problem to fix');
  await page.getByLabel('Days after delivery').fill('14');
  await page.getByLabel('Share of orders').fill('50');
  for (const name of ['English', 'Japanese']) {
    await page.getByLabel('Shop languages').fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  }
  await page.getByLabel('Ask by email too').check();
  await page.getByLabel('Your own words (English)').fill('How was it?');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await call('GET', '/v1/reviews/settings')).toMatchObject({
    askAfterDays: 14,
    askedShare: 0.5,
    languages: ['en', 'ja'],
    byEmail: true,
    requestText: { en: 'How was it?' },
  });

  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await page.getByRole('link', { name: /^Contact limits/ }).click();
  await page.getByLabel('Days between two contacts').fill('3');
  await page.getByLabel('No email from').selectOption('22:00');
  await page.getByRole('button', { name: 'Save' }).click();
  // The page may still say of the settings before that they are saved.
  await expect(async () =>
    expect(await call('GET', '/v1/contacts/settings')).toMatchObject({
      daysBetween: 3,
      quietHours: { from: 22, to: 8 },
    }),
  ).toPass();
});

test('an answer that was begun is still there after leaving the page', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  await writeReview(request, keys, { sub: 'eve', title: 'Calm', body: 'Round and calm.' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/reviews/all`);
  await page.getByRole('link', { name: 'Calm' }).click();
  await page.getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('textbox').fill('Thank you, Eve');
  await page.reload();
  await page.getByRole('button', { name: 'Reply' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('Thank you, Eve');
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(page.getByText('Thank you, Eve')).toBeVisible();
});
