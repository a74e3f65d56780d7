import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { ATTACKS } from './attacks.ts';
import { openShop } from './own-shop.ts';
import {
  available,
  barriers,
  become,
  gotoOwnPage,
  openAt,
  openPanel,
  scrollTo,
  signIn,
} from './support.ts';

const reviews = (page: Page) => page.locator('okaeri-reviews');
const panel = (page: Page) => page.locator('okaeri-widget');

/** Buys a product and lets it arrive, then stands on the thank-you page. */
const receive = async (page: Page, product: string): Promise<void> => {
  await page.goto(`/demo/product?id=${product}`);
  await become(page, 'jun');
  await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await page.getByRole('button', { name: 'Pay' }).click();
  // What is sent after the days were skipped has not been in anybody's hands for a day.
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await expect(page.locator('#outcome')).not.toBeEmpty();
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(page.locator('#outcome')).toContainText('15 days');
};

test('from the thank-you page to a published review with two photos and its points, in seven taps', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await receive(page, 'tin');
  // A picture of the page is a photo like any other.
  const photo = {
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: await page.screenshot({ type: 'jpeg' }),
  };
  await page.reload();
  const before = await available(page);
  await openPanel(page);
  await panel(page)
    .getByRole('button', { name: /^Reviews/ })
    .click();
  await panel(page)
    .locator('li', { hasText: 'tin' })
    .getByRole('button', { name: 'Write a review' })
    .click();
  await expect(panel(page).locator('h4.bought')).toBeFocused();
  await expect(panel(page).locator('[part~=offer]')).toContainText(
    '50 points for your review, whatever it says.',
  );
  await panel(page).getByRole('radio', { name: '4 stars' }).check({ force: true });
  await panel(page).getByLabel('What is it like?').fill('Closes tightly. 朝の香りが残ります。');
  for (const count of [1, 2]) {
    await panel(page).locator('input[type=file]').setInputFiles(photo);
    await expect(panel(page).locator('.photos img')).toHaveCount(count);
  }
  await panel(page).getByRole('button', { name: 'Send' }).click();
  await expect(panel(page).locator('.thanks')).toContainText('Thank you, it is published');
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => available(page)).toBeGreaterThanOrEqual(before + 50);
  await page.goto('/demo/product?id=tin');
  const card = reviews(page).locator('.review', { hasText: 'Closes tightly' });
  await expect(card).toContainText('Verified buyer');
  await expect(card).toContainText('Points were offered for this review');
  await expect(page.locator('#product okaeri-stars')).toContainText('★ 4.0 (1)');
  // The photo opens large, is moved through by keys, and gives the focus back.
  const [thumb] = await card.locator('.photos button').all();
  await thumb?.click();
  const box = reviews(page).getByRole('dialog');
  await expect(box).toHaveAccessibleName('Photo 1 of 2');
  await page.keyboard.press('ArrowRight');
  await expect(box).toHaveAccessibleName('Photo 2 of 2');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
});

test('the front page asks about what has arrived, and opens the form for it', async ({ page }) => {
  await receive(page, 'cloth');
  // The page of a new order asks nothing.
  await expect(page.locator('okaeri-nudge')).toHaveCount(0);
  await page.goto('/demo');
  const nudge = page.locator('okaeri-nudge');
  await expect(nudge).toContainText('How do you like what you bought?');
  await nudge.getByRole('button', { name: 'Write a review' }).click();
  await expect(panel(page).locator('h4.bought')).toBeFocused();
  await panel(page).getByRole('button', { name: 'Send' }).click();
  await expect(panel(page).getByText('Choose your stars first').last()).toBeVisible();
  // What was written and not sent waits on this device.
  await panel(page).getByLabel('What is it like?').fill('They fit.');
  await page.reload();
  await nudge.getByRole('button', { name: 'Write a review' }).click();
  await expect(panel(page).getByLabel('What is it like?')).toHaveValue('They fit.');
  // Who does not want to is not asked again.
  await page.reload();
  await nudge.getByRole('button', { name: 'Not now' }).click();
  await expect(nudge).not.toContainText('How do you like what you bought?');
  await page.reload();
  await available(page);
  await expect(nudge).not.toContainText('How do you like what you bought?');
});

test('bars, order and search choose which reviews are shown', async ({ page }) => {
  await page.goto('/demo/product?id=mug');
  const cards = reviews(page).locator('.review');
  await expect(cards).toHaveCount(4);
  await reviews(page).getByRole('button', { name: 'Only 2 stars: 1' }).click();
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText('The shop answers');
  await reviews(page).getByRole('button', { name: 'Only 2 stars: 1' }).click();
  await expect(cards).toHaveCount(4);
  await reviews(page).getByRole('searchbox').fill('dishwasher');
  await reviews(page).getByRole('searchbox').press('Enter');
  await expect(cards).toHaveCount(1);
  await reviews(page).getByText('How reviews work here').click();
  await expect(reviews(page)).toContainText('Reviews are shown whatever their stars.');
});

test('a reader finds a review helpful, and says what is wrong with one', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo/product?id=dripper');
  const card = reviews(page).locator('.review', { hasText: 'Lovely, but slow' });
  await card.getByRole('button', { name: 'Helpful' }).click();
  await expect(card).toContainText('1 finds it helpful');
  await page.reload();
  await expect(card).toContainText('Helpful · 1');
  await card.getByRole('button', { name: 'Report' }).click();
  await card.getByLabel('What is wrong?').selectOption('About something else');
  await expect(card.getByRole('status')).toContainText('A person will look at it');
});

test('what is written is text, whatever is written', async ({ page, baseURL }) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo/product?id=cloth');
  await available(page);
  await reviews(page).getByRole('button', { name: 'Write a review' }).click();
  await panel(page).getByRole('radio', { name: '3 stars' }).check({ force: true });
  for (const attack of ATTACKS) {
    await panel(page).getByLabel('What is it like?').fill(attack);
    await panel(page).getByLabel('Title, if you like').fill(attack);
    await panel(page).getByLabel('Shown as').fill(attack.slice(0, 60));
    await panel(page).getByRole('button', { name: 'Send' }).click();
    await panel(page).getByRole('button', { name: 'See what you wrote' }).click();
    const own = panel(page).locator('.review', { hasText: attack.slice(0, 20) });
    await expect(own.locator('.words')).toHaveText(attack);
    await own.getByRole('button', { name: 'Change' }).click();
  }
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('reviews and their form have no barrier axe can find, in either theme', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/demo/product?id=mug');
    await expect(reviews(page).locator('.review')).toHaveCount(4);
    expect(await barriers(page)).toEqual([]);
    await openPanel(page);
    await openAt(page, 'review');
    await panel(page).getByRole('button', { name: 'Write a review' }).first().click();
    await expect(panel(page).getByLabel('What is it like?')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  }
});

test('a product nobody has written about says so, to guests as well', async ({ page }) => {
  await gotoOwnPage(page, {
    body: '<okaeri-reviews product-id="none"><p>Reviews need JavaScript.</p></okaeri-reviews>',
  });
  await expect(reviews(page)).toContainText('No reviews yet.');
  await expect(reviews(page).getByRole('button', { name: 'Write a review' })).toHaveCount(0);
});

test('questions are asked and answered where the product is, and are text', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo/product?id=mug');
  const questions = page.locator('okaeri-questions');
  const asked = questions.locator('.review', { hasText: 'capsule machine' });
  await scrollTo(questions, asked);
  await expect(asked.locator('.reply')).toContainText('The shop answers');
  await expect(asked.locator('.reply')).toContainText('9 cm tall');
  const [attack = ''] = ATTACKS;
  await questions.getByLabel('Ask those who have it').fill(`How wide is it? ${attack}`);
  await questions.getByRole('button', { name: 'Ask a question' }).click();
  await expect(questions.getByRole('status')).toContainText('It is shown.');
  const own = questions.locator('.review', { hasText: 'How wide is it?' });
  await expect(own.getByRole('heading')).toHaveText(`How wide is it? ${attack}`);
  await own.getByRole('button', { name: 'Answer' }).click();
  await own.getByLabel('Your answer').fill(`Wide enough. ${attack}`);
  await own.getByRole('button', { name: 'Send' }).click();
  await expect(own.locator('.reply')).toContainText('Verified buyer');
  await expect(own.locator('.reply .words')).toHaveText(`Wide enough. ${attack}`);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('what another tool has exported is text here, in the widget, the page and the feeds', async ({
  page,
  request,
}) => {
  const shop = await openShop(request);
  await shop.call('PUT', '/v1/reviews/settings', {
    productUrl: 'https://shop.example/{productId}',
  });
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = ATTACKS.map((attack, index) =>
    [
      'hat',
      '4',
      cell(attack),
      cell(attack),
      cell(attack),
      `2024-03-0${index + 1}`,
      cell(attack),
    ].join(),
  );
  const file = ['product_id,rating,title,body,name,date,reply', ...rows].join('\n');
  const headers = { Authorization: `Bearer ${shop.keys.secretKey}` };
  const buffer = Buffer.from(file);
  const sent = await request.post('/v1/reviews/imports', {
    headers,
    multipart: { file: { name: 'reviews.csv', mimeType: 'text/csv', buffer } },
  });
  expect(await sent.json()).toMatchObject({ imported: ATTACKS.length, refused: 0 });
  const queue = await request.get('/v1/reviews', { headers });
  const ids = ((await queue.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
  if (ids.length > 0)
    await shop.call('POST', '/v1/reviews/decisions', { ids, decision: { decision: 'publish' } });

  const { publicKey } = shop.keys;
  const html = `<!doctype html><html lang="en"><head><title>Hats</title>
    <script async src="/widget/v1/okaeri.js" data-shop="${publicKey}"></script></head>
    <body><okaeri-reviews product-id="hat"></okaeri-reviews></body></html>`;
  await page.route('**/own-page', (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  );
  await page.goto('/own-page');
  await expect(reviews(page).locator('.review')).toHaveCount(ATTACKS.length);
  await expect(reviews(page).locator('.review').last()).toContainText('Brought from elsewhere');
  const hit = (): Promise<boolean> => page.evaluate(() => 'hit' in window);
  expect(await hit()).toBe(false);
  const path = `/storefront/v1/${publicKey}/products/hat/reviews.html?name=Hat`;
  // As the shop's own page would have it: within its document, without the server's sandbox.
  const rendered = await (await request.get(path)).text();
  await page.setContent(`<!doctype html><main>${rendered}</main>`);
  await expect(page.locator('article')).toHaveCount(ATTACKS.length);
  expect(await hit()).toBe(false);
  for (const feed of ['feeds/google.xml', 'feeds/meta.csv', 'export.csv']) {
    const text = await (await request.get(`/v1/reviews/${feed}`, { headers })).text();
    expect(text, feed).not.toMatch(feed.endsWith('xml') ? /<(img|svg|script|iframe)/ : /^[=+@]/m);
  }
});
