import type { Page } from '@playwright/test';
import { openAsOwner } from './console.ts';
import { walk } from './console-walk.ts';
import { openShop } from './own-shop.ts';
import { expect, test } from './test.ts';
import { faultsOf, textsOf } from './words.ts';

// Each walk is a long one: they are shared among the workers.
test.describe.configure({ mode: 'parallel' });

const FAILURE = { status: 500, json: { code: 'unexpected' } };
/** Texts of both stand in the same files: a language each, and the other way round in the long run. */
const BARE = [
  { empty: 'en', failing: 'ja' },
  ...(process.env['OKAERI_TEST_LONG'] === undefined
    ? []
    : [{ empty: 'ja', failing: 'en' } as const]),
] as const;

for (const { empty, failing } of BARE)
  test(`neither an empty shop in ${empty} nor a server that fails in ${failing} says such things`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(300_000);
    const { keys } = await openShop(request);
    const found: [string, string[]][] = [];
    const read = async (page: Page, locale: 'en' | 'ja', path: string): Promise<void> => {
      const faults = faultsOf(await textsOf(page.locator('body')), locale);
      if (faults.length > 0) found.push([path, faults]);
    };
    const page = await openAsOwner(browser, { locale: empty });
    const paths: string[] = [];
    await walk(page, { shopId: keys.shopId, within: true }, async (path) => {
      paths.push(path);
      await read(page, empty, path);
    });
    const other = await openAsOwner(browser, { locale: failing });
    await other.route(/\/v1\/(?!account|shop$|setup)/, (route) => route.fulfill(FAILURE));
    for (const path of paths) {
      await other.goto(`/console/${keys.shopId}${path}`);
      await expect(other.locator('main')).toBeVisible();
      await expect(other.locator('.skeleton')).toHaveCount(0);
      await read(other, failing, `${path}, failing`);
    }
    expect(found).toEqual([]);
  });
