import { expect, test } from './test.ts';
import { openAsOwner } from './console.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

test('letters alone lead to pages and open what can be done, until they are switched off', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada Byron' });
  const page = await openAsOwner(browser);
  const title = page.getByRole('heading', { level: 1 });
  const dialog = page.getByRole('dialog');
  await page.goto(`/console/${keys.shopId}`);
  await expect(title).toHaveText('Home');

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(title).toHaveText('Shoppers');
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  await expect(title).toHaveText('Ada Byron');
  // R alone is a reward, R after G the reviews.
  await page.keyboard.press('r');
  await expect(dialog).toContainText('Give a reward');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(title).toHaveText('Ada Byron');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(dialog).toContainText('Adjust');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(title).toHaveText('Reviews');

  await page.keyboard.press('?');
  const single = dialog.getByRole('checkbox', { name: /Single-letter keys/ });
  await expect(single).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(title).toHaveText('Reviews');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.keyboard.press('?');
  // Keys beside Ctrl stay, and the list is found by one's name.
  await page.keyboard.press('Control+k');
  await expect(dialog).toHaveAccessibleName('Search');
  await expect(title).toHaveText('Reviews');
});
