import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { barriers, become, changeReviews, scrollTo } from './support.ts';

interface Answer {
  attributes: unknown[];
  items: { photos: unknown[]; attributes: Record<string, string> }[];
}

const SIZES = [
  { width: 1600, height: 600 },
  { width: 500, height: 1500 },
] as const;

/** The first two reviews come with a wide and a tall photo each, and say how the mug fits. */
const givePhotos = async (page: Page): Promise<void> => {
  await page.route('**/photo-of-a-test/*', (route) => {
    const { width, height } = SIZES[route.request().url().endsWith('0') ? 0 : 1];
    return route.fulfill({
      contentType: 'image/svg+xml',
      body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#876"/></svg>`,
    });
  });
  await changeReviews<Answer>(page, (body) => ({
    ...body,
    attributes: [
      {
        id: 'fit',
        name: { en: 'Size' },
        choices: [{ id: 'good', name: { en: 'As expected' } }],
        productIds: [],
      },
    ],
    items: body.items.map((item, index) =>
      index > 1
        ? item
        : {
            ...item,
            attributes: { fit: 'good' },
            photos: SIZES.map((size, at) => ({
              id: `photo-${index}-${at}`,
              path: `/photo-of-a-test/${at}`,
              ...size,
            })),
          },
    ),
  }));
};

/** Whether what is drawn of a photo lies within the window and has the photo's own form. */
const fits = (photo: Locator): Promise<boolean> =>
  photo.evaluate((image) => {
    const { left, right, top, bottom } = image.getBoundingClientRect();
    const isWhole = getComputedStyle(image).objectFit === 'contain';
    return isWhole && left >= -1 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight;
  });

for (const [width, height] of [
  [360, 740],
  [1280, 800],
] as const)
  test(`a photo of the strip opens whole in the dark, by keyboard too, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await givePhotos(page);
    await page.goto('/demo/product?id=mug');
    const reviews = page.locator('okaeri-reviews');
    const strip = reviews.getByRole('group', { name: 'Photos in reviews' });
    await scrollTo(reviews, strip);
    await expect(strip.getByRole('button')).toHaveCount(4);
    await expect(reviews.locator('.review dl').first()).toHaveText(/Size\s*As expected/);
    // The page is no wider for it.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const second = strip.getByRole('button', { name: 'Photo 2 of 4' });
    await second.focus();
    await page.keyboard.press('Enter');
    const viewer = reviews.getByRole('dialog');
    await expect(viewer).toHaveAccessibleName('Photo 2 of 4');
    await expect(viewer.getByRole('button', { name: 'Close' })).toBeFocused();
    for (const number of [3, 4, 1]) {
      await page.keyboard.press('ArrowRight');
      await expect(viewer).toHaveAccessibleName(`Photo ${number} of 4`);
      const photo = viewer.getByRole('img', { name: `Photo ${number} of 4` });
      await expect.poll(() => fits(photo)).toBe(true);
    }
    await viewer.getByRole('button', { name: 'Previous photo' }).click();
    await expect(viewer).toHaveAccessibleName('Photo 4 of 4');
    // A swipe is a scroll that snaps.
    await viewer.locator('.slides').evaluate((slides) => {
      slides.scrollBy({ left: -slides.clientWidth * 0.8, behavior: 'instant' });
    });
    await expect(viewer).toHaveAccessibleName('Photo 3 of 4');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await expect(second).toBeFocused();
  });

test('where writing runs to the left, the left arrow shows the next photo', async ({ page }) => {
  await givePhotos(page);
  await page.route('**/demo/product?id=mug', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('data-token-url', 'data-lang="ar" data-token-url');
    await route.fulfill({ response, body: html });
  });
  await page.goto('/demo/product?id=mug');
  const reviews = page.locator('okaeri-reviews');
  const strip = reviews.locator('.strip');
  await scrollTo(reviews, strip);
  await strip.getByRole('button').first().click();
  const viewer = reviews.getByRole('dialog');
  const photos = viewer.locator('.slides img');
  await expect.poll(() => fits(photos.first())).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => fits(photos.nth(1))).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => fits(photos.first())).toBe(true);
});

test('photos whose viewer does not come leave the page as it is, and say so', async ({ page }) => {
  await givePhotos(page);
  await page.goto('/demo/product?id=mug');
  const reviews = page.locator('okaeri-reviews');
  const strip = reviews.locator('.strip');
  await scrollTo(reviews, strip);
  await page.route('**/widget/v1/*.js', (route) => route.abort());
  await strip.getByRole('button').first().click();
  await expect(reviews.getByRole('status')).toContainText(/./);
  await expect(reviews.locator('.review').first()).toBeVisible();
});

for (const { language, first, others } of [
  { language: 'en', first: 'Bought one, went back', others: '少し小さい' },
  { language: 'ja', first: '少し小さい', others: 'Bought one, went back' },
])
  test(`reviews in ${language} come first, and the others when asked`, async ({
    page,
    context,
  }) => {
    await page.goto('/demo');
    await become(page, '');
    const { origin } = new URL(page.url());
    await context.addCookies([{ name: 'demo_language', value: language, url: origin }]);
    await page.goto('/demo/product?id=mug');
    const reviews = page.locator('okaeri-reviews');
    await scrollTo(reviews, reviews.locator('.review', { hasText: first }));
    const folded = reviews.locator('.review', { hasText: others });
    await expect(folded).toBeHidden();
    await reviews.locator('details.more summary').click();
    await expect(folded).toBeVisible();
    // What is searched for is not folded away.
    await reviews.locator('details.more summary').click();
    await reviews.getByRole('searchbox').fill(others.slice(0, 4));
    await reviews.getByRole('searchbox').press('Enter');
    await expect(folded).toBeVisible();
  });
