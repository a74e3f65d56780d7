import type { Locator } from '@playwright/test';
import { expect, test } from './test.ts';
import type { Me } from '@okaeri/shared/storefront';
import {
  become,
  changeAnswer,
  gotoOwnPage,
  openAt,
  openPanel,
  signIn,
  takeReward,
} from './support.ts';

/** What is painted along the middle of an element, from its left to its right edge. */
const paintedAlong = async (element: Locator): Promise<string[]> => {
  const png = (await element.screenshot()).toString('base64');
  return element.page().evaluate(async (data) => {
    const picture = await createImageBitmap(
      new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]),
    );
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen?.drawImage(picture, 0, 0);
    const row = pen?.getImageData(0, Math.floor(picture.height / 2), picture.width, 1).data ?? [];
    return Array.from({ length: picture.width }, (_, x) => row.slice(x * 4, x * 4 + 3).join());
  }, png);
};

/** How far the ring around a focused button reaches, and how round the button is. */
const ringOf = (focused: Locator) =>
  focused.evaluate((button) => {
    const { outlineOffset, outlineWidth, borderRadius } = getComputedStyle(button);
    const box = button.getBoundingClientRect();
    const out = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    const { left, bottom, width } = box;
    return { left: left - out, bottom: bottom + out, width, radius: borderRadius };
  });

/** How much wider an element is than the words in it, in CSS pixels. */
const holeOf = (element: Locator): Promise<number> =>
  element.evaluate((host) => {
    const words = host.shadowRoot?.querySelector('span') ?? host;
    return host.getBoundingClientRect().width - words.getBoundingClientRect().width;
  });

test('points within a sentence leave no hole in it, and alone they keep their room', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    body: `<p>You have <okaeri-points id="said"></okaeri-points>.</p>
      <p><okaeri-points id="alone"></okaeri-points></p>
      <p>With room: <okaeri-points id="roomy" style="--okaeri-inline-size: 20em"></okaeri-points>.</p>`,
  });
  await expect(page.locator('#said')).toHaveText(/points$/);
  await expect(page.locator('#alone')).toHaveText(/points$/);
  expect(await holeOf(page.locator('#said'))).toBeLessThan(1);
  expect(await holeOf(page.locator('#alone'))).toBeGreaterThan(10);
  expect(await holeOf(page.locator('#roomy'))).toBeGreaterThan(100);
});

test('tiers a reward is kept for are listed as the language lists them', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await changeAnswer<Me>(page, '/me', (me) => ({
    ...me,
    tier: null,
    rewards: me.rewards.map((reward) => ({
      ...reward,
      eligibility: { kind: 'tierTooLow', tierIds: ['grove', 'forest'] },
    })),
  }));
  await gotoOwnPage(page, { snippetAttributes: 'data-lang="ja"' });
  await page.waitForFunction(() => 'okaeri' in window && 'open' in (window.okaeri as object));
  await openAt(page, 'rewards');
  const why = page.locator('okaeri-widget .ticket .quiet-text').first();
  await expect(why).toContainText('、');
  await expect(why).not.toContainText(',');
});

test('the ring around the focused close button touches nothing of the header', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page);
  await openPanel(page);
  const dialog = page.getByRole('dialog');
  const close = dialog.getByRole('button', { name: 'Close' });
  // Away from the home, what one has stands beside the button.
  for (const [tab, texts] of [
    ['Home', ['.balance strong', '.balance span']],
    ['Rewards', ['.pill']],
  ] as const) {
    await dialog.getByRole('tab', { name: tab }).press('Enter');
    await close.focus();
    const ring = await ringOf(close);
    for (const text of texts) {
      const box = await dialog.locator(text).first().boundingBox();
      if (box === null) throw new Error(`The header has no ${text}.`);
      expect(box.x + box.width <= ring.left || box.y >= ring.bottom, text).toBe(true);
    }
  }
  const ring = await ringOf(close);
  expect(Number.parseFloat(ring.radius)).toBeGreaterThanOrEqual(
    ring.radius.endsWith('%') ? 50 : ring.width / 2,
  );
});

test('a product whose reviews have no photos says so where photos are chosen', async ({ page }) => {
  await page.route('**/storefront/v1/*/reviews?*', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { items: unknown[] };
    const hasPhotos = new URL(route.request().url()).searchParams.get('photos') === 'true';
    await route.fulfill({ response, json: hasPhotos ? { ...body, items: [] } : body });
  });
  await page.goto('/demo/product?id=mug');
  const reviews = page.locator('okaeri-reviews');
  await reviews.getByRole('button', { name: 'With photos' }).click();
  await expect(reviews).toContainText('No review fits this choice.');
});

test('a cart with a discount promises what the order then brings', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await page.goto('/demo/product?id=mug');
  const pending = async (): Promise<number> => {
    const token = ((await (await page.request.get('/demo/api/token')).json()) as { token: string })
      .token;
    const key = await page.locator('script[data-shop]').getAttribute('data-shop');
    const me = await page.request.get(`/storefront/v1/${key}/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await me.json()) as Me).balance.pending;
  };
  const before = await pending();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  const promise = page.locator('#earns okaeri-earn');
  await expect(promise).toHaveText('Earn 140 points');
  await openPanel(page);
  await takeReward(page, '¥300 off');
  await expect(page.getByRole('dialog')).toContainText('is in your cart');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(promise).toHaveText('Earn 127 points');
  await page.getByRole('button', { name: 'Pay' }).click();
  await expect(page).toHaveURL(/thanks/);
  await expect.poll(async () => (await pending()) - before).toBe(127);
});

test('a run of four months at a streak of three says as much as its dots: one of three', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await changeAnswer<Me>(page, '/me', (me) => ({
    ...me,
    streaks: me.streaks.map((one) => ({ ...one, current: 4 })),
  }));
  await gotoOwnPage(page);
  await openPanel(page);
  await openAt(page, 'goals');
  const streak = page.locator('okaeri-widget [part~=streak]').first();
  await expect(streak.locator('.dots .on')).toHaveCount(1);
  await expect(streak).toContainText('1 of 3');
  await expect(streak).toContainText('3 months in a row: Badge');
  await expect(streak).not.toContainText('4');
});

test('a slider has the theme’s own track, and the system’s in forced colours', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page);
  await openPanel(page);
  await page.getByRole('tab', { name: 'Rewards' }).click();
  const slider = page.getByRole('slider').first();
  await expect(slider).toHaveCSS('appearance', 'none');
  await expect(slider).toHaveCSS('background-image', /linear-gradient/);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(slider).toHaveCSS('appearance', 'auto');
});

test('how far a reward has come is drawn, in the theme’s colours and in forced ones', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await changeAnswer<Me>(page, '/me', (me) => ({
    ...me,
    balance: { ...me.balance, available: 150 },
  }));
  await gotoOwnPage(page);
  await openPanel(page);
  const meter = page.getByRole('progressbar').first();
  await expect(meter).toBeVisible();
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    const painted = await paintedAlong(meter);
    const share = await meter.evaluate((bar: HTMLProgressElement) => bar.position);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
    const middleOf = (part: number): string | undefined =>
      painted[Math.floor(part * painted.length)];
    expect(middleOf(share / 2), forcedColors).not.toBe(middleOf((1 + share) / 2));
  }
  const strokes = await page
    .locator('okaeri-widget .circles circle')
    .evaluateAll((circles) => circles.map((circle) => getComputedStyle(circle).stroke));
  expect(strokes.at(0)).not.toBe(strokes.at(-1));
  // Where it ends, too: what has not come yet has the colour of the page.
  await expect(meter).toHaveCSS('outline-style', 'solid');
  await expect(meter).not.toHaveCSS('outline-color', 'rgba(0, 0, 0, 0)');
});
