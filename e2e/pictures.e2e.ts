import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, watch } from './console.ts';
import { openShop, publishWith } from './own-shop.ts';
import { barriers } from './support.ts';

/** A picture as somebody draws it, and a file that only says it is one. */
const drawn = async (page: Page, colour: string): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate((fill) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('Nothing can be drawn.');
      pen.fillStyle = fill;
      pen.fillRect(0, 0, 640, 480);
      pen.fillStyle = '#fff';
      pen.arc(320, 240, 160, 0, 7);
      pen.fill();
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    }, colour),
    'base64',
  );
const png = (buffer: Buffer) => ({ name: 'cup.png', mimeType: 'image/png', buffer });

/** Whether a picture was really drawn. */
const widthOf = (page: Page, of: string): Promise<number> =>
  page
    .locator(of)
    .first()
    .evaluate((image: HTMLImageElement) => image.naturalWidth);

test('a picture is uploaded for a reward, replaced, used for a badge, published and taken out', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const page = await openAsOwner(browser);
  const faults = watch(page);
  await page.goto(`/console/${keys.shopId}/program/rewards`);
  const dialog = page.getByRole('dialog');
  const field = page.getByRole('group', { name: 'Picture' }).first();
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  // A list that does not come is asked for again, and a file can be chosen all the same.
  await page.route('**/v1/pictures?*', (route) => route.abort(), { times: 1 });
  await page.route('**/v1/pictures', (route) => route.abort(), { times: 1 });
  await field.getByRole('button', { name: /Choose a picture/ }).click();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText('No pictures yet');
  await page.unrouteAll();
  expect(await barriers(page)).toEqual([]);

  const file = dialog.locator('input[type=file]');
  await file.setInputFiles(png(Buffer.from('GIF89a, and nothing else')));
  await expect(dialog.getByRole('alert')).toContainText('cannot be opened');
  await file.setInputFiles({ ...png(Buffer.from('<svg/>')), mimeType: 'image/svg+xml' });
  await expect(dialog.getByRole('alert')).toContainText('JPEG, PNG or WebP');
  await file.setInputFiles(png(await drawn(page, '#2f6b4f')));
  await expect(dialog).toBeHidden();
  await expect.poll(() => widthOf(page, '.picture-tile img')).toBe(512);
  await expect(field.getByRole('button', { name: /Choose a picture/ })).toBeFocused();

  // Another is dropped in its place, and the first is deleted for good.
  await field.getByRole('button', { name: /Choose a picture/ }).click();
  const data = (await drawn(page, '#b4532a')).toString('base64');
  const dropped = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'leaf.png', { type: 'image/png' }));
    return transfer;
  }, data);
  await dialog.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(dialog).toBeHidden();
  await field.getByRole('button', { name: /Choose a picture/ }).click();
  await expect(dialog.getByRole('button', { name: /Use the picture/ })).toHaveCount(2);
  await expect(dialog.getByText('In use')).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Delete the picture/ }).click();
  await dialog.last().getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('The picture is deleted.').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Use the picture/ })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await page.getByRole('group', { name: 'Icon' }).first().getByRole('button').click();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cup' }).click();
  const tabs = page.getByRole('navigation', { name: 'Program' });
  await tabs.getByRole('link', { name: 'Challenges' }).click();
  await page.getByRole('button', { name: 'Add a badge' }).click();
  await page.getByRole('button', { name: /Choose a picture for Badge/ }).click();
  await dialog.getByRole('button', { name: /Use the picture/ }).click();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await dialog.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();

  const shown = await call('GET', `/storefront/v1/${keys.publicKey}/program`);
  const [reward, badge] = [shown['rewards'], shown['badges']].map(
    (list) => (list as { picturePath: string; icon?: string }[])[0],
  );
  expect(reward?.icon).toBe('cup');
  expect(reward?.picturePath).toBe(badge?.picturePath);
  const served = await request.get(reward?.picturePath ?? '');
  expect(served.headers()).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
  });

  await page.getByRole('button', { name: /Remove the picture of Badge/ }).click();
  await expect(page.locator('.entity .picture-tile.empty-tile')).toHaveCount(1);
  // A file was refused, and a request was held back.
  expect(faults.filter((fault) => !/422|ERR_FAILED/.test(fault))).toEqual([]);
});

test('a draft with a picture the shop does not have is not published, and says at which thing', async ({
  browser,
  request,
}) => {
  const shop = await openShop(request);
  await publishWith(shop, request, { badges: [{ id: 'b', name: { en: 'Taster' } }] });
  const { keys } = shop;
  const authorization = `Bearer ${keys.secretKey}`;
  const read = await request.get('/v1/program/draft', { headers: { authorization } });
  await request.put('/v1/program/draft', {
    headers: { authorization, 'if-match': read.headers()['etag'] ?? '' },
    data: {
      ...(await read.json()),
      badges: [{ id: 'b', name: { en: 'Taster' }, picture: 'of-another-shop' }],
    },
  });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program/goals`);
  await page.getByRole('button', { name: 'Edit Taster' }).click();
  await expect(page.locator('.picture-tile.gone')).toBeVisible();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish version/ })
    .click();
  await expect(page.getByText('This picture is not among yours.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the picture of Taster' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This picture is not among yours.')).toBeHidden();
});
