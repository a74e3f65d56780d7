import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, watch, writeReview } from './console.ts';
import { OWNER } from './owner.ts';
import { openShop } from './own-shop.ts';

/** The field for what the shop answers. */
const answerOf = (page: Page) => page.getByLabel('Your answer, for everybody to read');

test('an answer to a question is found among all of them and mended; whoever comes second is told', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  await writeReview(request, keys, {
    sub: 'ada',
    title: 'Calm',
    body: 'Does it go into the oven?',
  });
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${keys.shopId}/questions/unanswered`);
  await page.getByRole('button', { name: 'Reply' }).click();
  await answerOf(page).fill('Yes.');
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(page.getByText('Every question has an answer')).toBeVisible();

  await page.getByRole('link', { name: 'All questions' }).click();
  await page.getByRole('link', { name: /^Answered/ }).click();
  await page.getByRole('link', { name: 'Does it go into the oven?' }).click();
  const other = await openAsOwner(browser);
  await other.goto(page.url());
  for (const one of [page, other]) {
    await one.getByRole('button', { name: 'Edit the answer' }).click();
    await expect(answerOf(one)).toHaveValue('Yes.');
  }
  await answerOf(other).fill('No, its glaze would crack.');
  await other.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(other.getByText('Your answer is changed.')).toBeVisible();
  await answerOf(page).fill('Up to 180 degrees.');
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(page.getByText('answered in the meantime')).toContainText(OWNER.name);
  await expect(page.getByRole('blockquote')).toContainText('No, its glaze would crack.');
  await expect(answerOf(page)).toHaveValue('Up to 180 degrees.');
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(page.getByRole('main')).toContainText('Up to 180 degrees.');
  await expect(page.getByRole('main')).not.toContainText('its glaze would crack');
  // The one that was refused is a fault the browser notes.
  expect(faults.filter((fault) => !fault.includes('412'))).toEqual([]);
});

test('reviews are narrowed, sorted by stars, withheld together and brought back as one', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  for (const [title, rating] of [
    ['Splendid', 5],
    ['Middling', 3],
    ['Broken', 1],
  ] as const)
    await writeReview(request, keys, { sub: title, title, body: `${title} it is.`, rating });
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${keys.shopId}/reviews/all`);
  const titles = page.getByRole('main').getByRole('row').getByRole('link');
  await expect(titles).toHaveText(['Broken', 'Middling', 'Splendid']);
  await page.getByRole('button', { name: 'Stars' }).click();
  await expect(titles).toHaveText(['Splendid', 'Middling', 'Broken']);
  await page.getByRole('searchbox').fill('MIDD');
  await expect(titles).toHaveText(['Middling']);
  await page.getByRole('searchbox').fill('');
  await expect(titles).toHaveCount(3);

  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Withhold…' }).click();
  await page.getByRole('radio', { name: 'Not about the product' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Withhold' }).click();
  await expect(page.getByText('3 posts are withheld.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Withheld 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Published 3' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('the log is narrowed to who did what, and leads to what it was done to', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  await writeReview(request, keys, {
    sub: 'ada',
    title: 'Round',
    body: 'See https://x.example',
  });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/reviews`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await page.goto(`/console/${keys.shopId}/settings/log`);
  await page.getByRole('button', { name: 'Filter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Filter by').selectOption('Who');
  await dialog.getByRole('combobox', { name: 'Value' }).fill('haru');
  await page.getByRole('option', { name: OWNER.name }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/actor=/);
  await page.getByRole('link', { name: 'Decided on a review' }).click();
  await expect(page.getByRole('heading', { name: 'Round', level: 1 })).toBeVisible();
});
