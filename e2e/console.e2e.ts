import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { ATTACKS } from './attacks.ts';
import { openAsOwner, watch, writeReview } from './console.ts';
import { OWNER } from './owner.ts';
import { openShop } from './own-shop.ts';

/** What the page would have run, had what shoppers wrote been markup. */
const wasHit = (page: Page): Promise<boolean> => page.evaluate(() => 'hit' in window);

test('of two who answer a review, the second is told, sees what stands, and keeps their text', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  await writeReview(request, keys, { sub: 'ada', title: 'Round', body: 'Calm and round.' });
  const open = async (): Promise<Page> => {
    const page = await openAsOwner(browser);
    await page.goto(`/console/${keys.shopId}/reviews/all`);
    await page.getByRole('link', { name: 'Round' }).click();
    await page.getByRole('button', { name: 'Reply' }).click();
    return page;
  };
  const [one, two] = [await open(), await open()];
  const text = (page: Page) => page.getByLabel('Your answer, for everybody to read');
  const publish = (page: Page) => page.getByRole('button', { name: 'Publish the answer' }).click();
  await text(one).fill('Thank you!');
  await publish(one);
  await expect(one.getByText('Thank you!')).toBeVisible();
  await text(two).fill('Thanks, Ada.');
  await publish(two);
  await expect(two.getByText('answered in the meantime')).toContainText(OWNER.name);
  await expect(two.getByRole('blockquote')).toContainText('Thank you!');
  await expect(text(two)).toHaveValue('Thanks, Ada.');
  await publish(two);
  await expect(two.getByRole('blockquote')).toContainText('Thanks, Ada.');
  await expect(two.getByRole('blockquote')).not.toContainText('Thank you!');
});

test('whatever shoppers write is text in the queue, before and after it is decided', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  for (const [i, attack] of ATTACKS.entries())
    await writeReview(request, keys, {
      sub: `writer-${i}`,
      title: attack,
      // A link brings it before a person.
      body: `${attack} https://x.example/${i}`,
      name: attack.slice(0, 60),
    });
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${keys.shopId}/reviews`);
  const card = page.getByRole('main').getByRole('listitem');
  const shown = async (): Promise<void> => {
    for (const attack of ATTACKS) {
      const one = card.filter({ has: page.getByRole('heading', { name: attack, exact: true }) });
      await expect(one.locator('.said')).toContainText(attack);
      await expect(one.locator('.facts')).toContainText(attack.slice(0, 60));
    }
    expect(await wasHit(page)).toBe(false);
  };
  await shown();
  // One is withheld with such a note, and its author objects with another.
  await page.getByRole('button', { name: 'Withhold' }).first().click();
  await page.getByRole('radio', { name: 'Spam or advertising' }).check();
  await page.getByLabel('Note for the author').fill(ATTACKS[0] ?? '');
  await page.getByRole('dialog').getByRole('button', { name: 'Withhold' }).click();
  await page.goto(`/console/${keys.shopId}/reviews/withheld`);
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByText('Withheld: Spam or advertising')).toContainText(ATTACKS[0] ?? '');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('The review is published.')).toBeVisible();

  await page.goto(`/console/${keys.shopId}/reviews`);
  await card.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Select all' }).click();
  await page
    .getByRole('region', { name: 'reviews selected' })
    .getByRole('button', { name: 'Publish' })
    .click();
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await page.goto(`/console/${keys.shopId}/reviews/published`);
  for (const attack of ATTACKS)
    await expect(page.getByRole('link', { name: attack, exact: true })).toBeVisible();
  expect(await wasHit(page)).toBe(false);
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('button', { name: 'Reply' }).click();
  await page.getByLabel('Your answer, for everybody to read').fill(ATTACKS[0] ?? '');
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(page.locator('.answer')).toContainText(ATTACKS[0] ?? '');

  await page.goto(`/console/${keys.shopId}/questions`);
  for (const [i, attack] of ATTACKS.entries())
    await expect(page.getByText(`${attack} https://x.example/${i}`)).toBeVisible();
  expect(await wasHit(page)).toBe(false);
  expect(faults).toEqual([]);
});

test('the queue is worked through by keyboard alone', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  for (const name of ['ada', 'ben', 'cem'])
    await writeReview(request, keys, {
      sub: name,
      title: `By ${name}`,
      body: `Read more at https://${name}.example`,
    });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/reviews`);
  const current = page.locator('[aria-current=true]');
  await expect(current).toContainText('By ada');
  await page.keyboard.press('j');
  await expect(current).toContainText('By ben');
  await page.keyboard.press('w');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'Not about the product' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('w');
  // Nothing is chosen for the person who decides, and a second Enter sends the author nothing.
  await expect(page.getByRole('radio', { name: 'Spam or advertising' })).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Withhold' });
  await confirm.press('Enter');
  await expect(confirm).toHaveAttribute('title', 'Choose a reason first.');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('1');
  await confirm.press('Enter');
  await expect(page.getByText('The review is withheld.')).toBeVisible();
  await expect(current).toContainText('By cem');
  await page.keyboard.press('k');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('log');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Decided on a review/ })).toHaveCount(3);
});

test('a shopper is found, helped, joined with another, and erased', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  for (const name of ['Ada Byron', 'Ben Ito'])
    await request.put(`/v1/shoppers/${name.slice(0, 3).toLowerCase()}`, {
      headers: { Authorization: `Bearer ${keys.secretKey}` },
      data: { name, email: `${name.slice(0, 3).toLowerCase()}@post.example` },
    });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/shoppers`);
  await expect(page.getByRole('row')).toHaveCount(3);
  // What somebody is found by follows within a second.
  await expect(async () => {
    await page.goto(`/console/${keys.shopId}/shoppers`);
    await page.getByRole('searchbox').fill('byr');
    await expect(page.getByRole('row')).toHaveCount(2, { timeout: 1000 });
  }).toPass();
  expect(page.url()).toContain('search=byr');
  // However long the next page takes to come, it comes; whatever was typed just before, too.
  await page.route(/\/ShopperPage-[\w-]+\.js$/, async (route) => {
    await page.waitForTimeout(600);
    await route.continue();
  });
  await page.getByRole('searchbox').fill('byro');
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  const figure = page.locator('.figures div', { hasText: 'Available' });
  await expect(figure).toContainText('100');
  // So it is where the search falls due in the very moment a page is chosen.
  await page.goto(`/console/${keys.shopId}/shoppers`);
  await expect(page.getByRole('link', { name: 'Ada Byron' })).toBeVisible();
  await page.getByRole('searchbox').evaluate(async (field: HTMLInputElement) => {
    const link = [...document.querySelectorAll('a')].find((a) => a.textContent === 'Ada Byron');
    field.value = 'ada';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((go) => setTimeout(go, 100));
    link?.click();
    const due = performance.now() + 300;
    while (performance.now() < due);
  });
  await expect(figure).toContainText('100');

  await page.getByRole('button', { name: 'Adjust points…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Points', { exact: true }).fill('nothing');
  await dialog.getByLabel('Reason (visible to the shopper)').fill('A late parcel');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.getByRole('alert')).toContainText('whole number');
  await dialog.getByRole('button', { name: 'Deduct', exact: true }).first().click();
  await dialog.getByLabel('Points', { exact: true }).fill('３０');
  await expect(dialog.getByRole('status').first()).toContainText('100 → 70');
  await dialog.getByRole('button', { name: 'Deduct 30 points' }).click();
  await expect(page.getByText('30 points deducted.')).toBeVisible();
  await expect(figure).toContainText('70');

  // What was done by mistake is undone from where it stands, once, with its own reason.
  await page.getByRole('button', { name: 'Undo…' }).click();
  await dialog.getByLabel('Reason').fill('It came after all');
  await dialog.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('The adjustment is undone.')).toBeVisible();
  await expect(figure).toContainText('100');
  await expect(page.getByRole('button', { name: 'Undo…' })).toHaveCount(0);

  const more = page.locator('.table-menu summary', { hasText: 'More' });
  await more.click();
  await page.getByRole('button', { name: 'Block', exact: false }).first().click();
  await expect(page.getByText('The shopper is blocked.')).toBeVisible();
  await more.click();
  await page.getByRole('button', { name: 'Unblock' }).click();

  await more.click();
  await page.getByRole('button', { name: 'Merge with another' }).click();
  await dialog.getByLabel('Shopper to merge in').fill('ben');
  await dialog.getByRole('button', { name: /Ben Ito/ }).click();
  await expect(dialog.getByText('Together: 200 available')).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('The shoppers are merged.')).toBeVisible();

  await more.click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export (JSON)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('ada.json');

  await more.click();
  await page.getByRole('button', { name: 'Erase…' }).click();
  await expect(dialog.getByRole('button', { name: 'Erase' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await dialog.getByLabel('Type ada to go on').fill('ada');
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByText('The shopper is erased.')).toBeVisible();
  await page.goto(`/console/${keys.shopId}/shoppers/ada`);
  await expect(page.getByText('There is no such shopper')).toBeVisible();
});

test('a key is made, shown once, used, and revoked', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings/keys`);
  await page.getByRole('button', { name: 'Create key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Till');
  await dialog.getByLabel('Change the program and the widget').uncheck();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const secret = await dialog.getByLabel('Till').inputValue();
  await dialog.getByRole('button', { name: 'I’ve saved it' }).click();
  const ask = (): Promise<number> =>
    request
      .get('/v1/program', { headers: { Authorization: `Bearer ${secret}` } })
      .then((answer) => answer.status());
  expect(await ask()).toBe(200);
  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke: Till' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('“Till” is revoked.')).toBeVisible();
  expect(await ask()).toBe(401);
});

test('a tab that does not exist is said to be no page', async ({ browser, request }) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada Byron' });
  const page = await openAsOwner(browser);
  for (const [path, title] of [
    ['contacts', 'Contacts'],
    ['insights', 'Insights'],
    ['program', 'Program'],
    ['referrals', 'Referrals'],
    ['appearance', 'Widget'],
    ['reviews', 'Reviews'],
    ['questions', 'Questions'],
    ['shoppers/ada', 'Ada Byron'],
  ] as const) {
    await page.goto(`/console/${keys.shopId}/${path}/nothing`);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await page.goto(`/console/${keys.shopId}/${path}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});
