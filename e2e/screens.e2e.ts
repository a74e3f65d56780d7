import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import type { ShopKeys } from '@okaeri/shared/access';
import { openAsOwner, watch, writeReview } from './console.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

// Each walk is a long one: they are shared among the workers.
test.describe.configure({ mode: 'parallel' });

/** Screens that depend on data: neither the menu nor a tab of a page in it leads to them. */
const DATA_SCREENS = ['/shoppers/eve', '/shoppers/nobody', '/shoppers?stage=lapsed'] as const;

/** What the walk must have found by the menu (its first and last page) and by tabs. */
const FOUND = [
  '/shoppers',
  '/settings/account',
  '/program/versions',
  '/shoppers/eve/widget',
] as const;

/**
 * Goes to every screen of the console, below the shop's address: those that depend on data, and whatever
 * the menu and the tabs of a screen lead to. A new page is walked through without being named here.
 */
const walk = async (
  page: Page,
  shopId: string,
  visit: (path: string) => Promise<void>,
): Promise<void> => {
  const base = `/console/${shopId}`;
  // A set goes through what is added to it on the way.
  const paths = new Set<string>(['', ...DATA_SCREENS]);
  for (const path of paths) {
    await page.goto(base + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    const links = await page
      .locator('.side nav a, nav.tabs a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const href of links) if (href.startsWith(base)) paths.add(href.slice(base.length));
    await visit(path);
  }
  expect([...paths]).toEqual(expect.arrayContaining([...FOUND]));
};

/** Somebody who has bought and written, so that there is something to see. */
const fill = (request: APIRequestContext, keys: ShopKeys): Promise<unknown> =>
  writeReview(request, keys, {
    sub: 'eve',
    title: 'Good',
    body: 'Calm and round. More at https://eve.example',
  });

for (const [locale, colorScheme, phone] of [
  ['en', 'light', false],
  ['ja', 'dark', false],
  ['en', 'dark', true],
  ['ja', 'light', true],
] as const)
  test(`every screen is without barriers in ${locale}, ${colorScheme}${phone ? ', on a phone' : ''}`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(300_000);
    const { keys } = await openShop(request);
    await fill(request, keys);
    const page = await openAsOwner(browser, { locale, colorScheme, phone });
    const faults = watch(page);
    await walk(page, keys.shopId, async (path) => {
      expect([path, await barriers(page)]).toEqual([path, []]);
      // Nothing is wider than the screen.
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, over]).toEqual([path, 0]);
      // Where a table has no room for its header, each cell names its column.
      const nameless = page.locator('td:not([data-label])');
      expect([path, await nameless.count()]).toEqual([path, 0]);
    });
    expect(faults).toEqual([]);
  });

/** What can be reached and used, each with a number; and how many there are. */
const numberAll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = 'a[href],button,input,select,textarea,summary,[tabindex="0"],iframe';
    // Of the choices of one question the chosen one is a stop; arrows lead to the others.
    const none = ':disabled, input[type="radio"]:not(:checked)';
    const found = [...document.querySelectorAll<HTMLElement>(all)].filter(
      (node) => node.checkVisibility() && node.tabIndex >= 0 && !node.matches(none),
    );
    found.forEach((node, i) => (node.dataset['reach'] = String(i)));
    return found.length;
  });

/** Where the focus is: its number, and whether one can see that it is there. */
const focused = (page: Page): Promise<{ number: string | null; isSeen: boolean; what: string }> =>
  page.evaluate(() => {
    const node = document.activeElement as HTMLElement;
    const style = getComputedStyle(node);
    const isSeen =
      node.tagName === 'IFRAME' || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    return { number: node.dataset['reach'] ?? null, isSeen, what: node.outerHTML.slice(0, 80) };
  });

test('every screen is gone through by keyboard alone: all of it is reached, seen, and left again', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const { keys } = await openShop(request);
  await fill(request, keys);
  const page = await openAsOwner(browser);
  await walk(page, keys.shopId, async (path) => {
    const count = await numberAll(page);
    const reached = new Set<string>();
    // A frame has stops of its own, which are not counted here.
    for (let press = 0; press < count + 40 && reached.size < count; press += 1) {
      await page.keyboard.press('Tab');
      const { number, isSeen, what } = await focused(page);
      if (number === null) continue;
      expect([path, isSeen, what]).toEqual([path, true, what]);
      reached.add(number);
    }
    expect([path, reached.size]).toEqual([path, count]);
  });
});
