import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { asPoints, available, become, gotoOwnPage, openAt, openPanel, signIn } from './support.ts';

type Heard = readonly [name: string, detail: unknown];

/** Collects what every page from now on is told, from before the script is there. */
const listen = async (page: Page, ...names: readonly string[]): Promise<Heard[]> => {
  const heard: Heard[] = [];
  await page.exposeFunction('hear', (name: string, detail: unknown) => {
    heard.push([name, detail]);
  });
  await page.addInitScript((wanted) => {
    const shop = window as unknown as {
      okaeri: unknown[];
      hear: (name: string, detail: unknown) => void;
    };
    shop.okaeri = wanted.map((name) => [
      'on',
      name,
      (detail: unknown) => shop.hear(name, JSON.parse(JSON.stringify(detail))),
    ]);
  }, names);
  return heard;
};

/** Several things that happen at once may be told in any order. */
const inOrder = (heard: readonly Heard[]): Heard[] =>
  heard.toSorted(([one], [other]) => one.localeCompare(other));

/** What is called here is the page's own API, of which the tests know no more than its shape. */
const call = (page: Page, script: string): Promise<unknown> => page.evaluate(script);

test('points, a tier and a badge are told once each, whatever is undone, reloaded or seen twice', async ({
  page,
}) => {
  const heard = await listen(page, 'earn', 'tier', 'badge');
  await page.goto('/demo');
  await become(page, 'mika');
  const before = await available(page);
  const bought = await page.request.post('/demo/api/checkout', {
    data: { cart: { dripper: 8 }, email: null, voucherCode: null },
  });
  const { orderId } = (await bought.json()) as { orderId: string };
  await page.goto(`/demo/thanks?order=${orderId}`);
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await expect(page.locator('#outcome')).toContainText('pending');
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(page.locator('okaeri-points')).not.toHaveText(asPoints(before));
  const after = await available(page);
  const expected = [
    ['badge', { badgeId: 'taster' }],
    ['earn', { points: after - before, available: after }],
    ['tier', { tierId: 'grove', previousTierId: 'sprout' }],
  ];
  await expect.poll(() => inOrder(heard)).toEqual(expected);
  for (const act of ['Cancel the order', 'Reopen it']) {
    const points = await page.locator('okaeri-points').innerText();
    await page.getByRole('button', { name: act }).click();
    await expect(page.locator('okaeri-points')).not.toHaveText(points);
  }
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(after));
  await page.reload();
  await available(page);
  const second = await page.context().newPage();
  await second.goto('/demo');
  await available(second);
  expect(inOrder(heard)).toEqual(expected);
});

test('what listens is stopped, by what `on` answers or by `off`, before the script is there and after', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  // The first chunk is held back until the page has said what it wants.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/first-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await gotoOwnPage(page);
  await page.waitForFunction('window.okaeri && !Array.isArray(window.okaeri)');
  await call(
    page,
    `heard = []; stops = {}; hear = (name) => stops[name] = okaeri.on('open', listeners[name] = () => heard.push(name));
     listeners = {}; ['early, stopped', 'early, off', 'stopped', 'off', 'kept'].forEach(hear);
     okaeri.on('open', listeners.kept); stops['early, stopped'](); okaeri.off('open', listeners['early, off']);`,
  );
  release();
  await openPanel(page);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await call(page, 'heard.splice(0)')).toEqual(['stopped', 'off', 'kept']);
  await call(
    page,
    `stops.stopped(); okaeri.off('open', listeners.off); okaeri.off('open', () => 0)`,
  );
  await openPanel(page);
  expect(await call(page, 'heard')).toEqual(['kept']);
});

test('a guest who wants to sign in is told of: with an address, which the page may keep them from, and without', async ({
  page,
}) => {
  const heard = await listen(page, 'signin');
  await gotoOwnPage(page);
  await openPanel(page);
  await page.getByRole('button', { name: 'Join for free' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(heard.splice(0)).toEqual([['signin', { url: null }]]);

  await page.unrouteAll();
  const url = '/demo/cart';
  await gotoOwnPage(page, { snippetAttributes: `data-sign-in-url="${url}"` });
  await openPanel(page);
  await call(page, `okaeri.on('signin', stop = (signin) => signin.preventDefault())`);
  const link = page.getByRole('link', { name: 'Already a member? Sign in' });
  await link.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await call(page, `okaeri.off('signin', stop)`);
  await openPanel(page);
  await link.click();
  await page.waitForURL(`**${url}`);
  expect(heard).toEqual([
    ['signin', { url }],
    ['signin', { url }],
  ]);
});

test('nobody is offered to sign in where there is no address and nobody listens', async ({
  page,
}) => {
  await gotoOwnPage(page);
  await openPanel(page);
  await expect(page.locator('okaeri-widget .hero')).toContainText('100 points');
  await expect(page.locator('okaeri-widget .enter')).toHaveText(/^Sign in to the shop/);
  await expect(page.locator('okaeri-widget .enter :is(a, button)')).toHaveCount(0);
});

test('a review that was sent is told, and again when it was changed', async ({ page }) => {
  const heard = await listen(page, 'review');
  await page.goto('/demo');
  await become(page, 'mika');
  await available(page);
  await openAt(page, 'review');
  const panel = page.locator('okaeri-widget');
  await panel.getByRole('button', { name: 'Write a review' }).first().click();
  for (const [stars, words] of [
    [4, 'Warm, and as heavy as it looks.'],
    [5, 'Warm, and lighter than it looks.'],
  ] as const) {
    await panel.getByRole('radio', { name: `${stars} stars` }).check({ force: true });
    await panel.getByLabel('What is it like?').fill(words);
    await panel.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => heard.length).toBe(1);
    expect(heard.splice(0)).toEqual([
      ['review', { productId: expect.any(String), rating: stars, state: 'published' }],
    ]);
    if (stars === 5) continue;
    await panel.getByRole('button', { name: 'See what you wrote' }).click();
    await panel.getByRole('button', { name: 'Change' }).first().click();
  }
});
