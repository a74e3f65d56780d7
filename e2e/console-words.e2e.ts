import type { Locator, Page } from '@playwright/test';
import {
  GIVEN_UP_ENGLISH,
  GIVEN_UP_JAPANESE,
  OF_CODE,
} from '../admin/src/i18n/testing/given-up.ts';
import { openAsOwner } from './console.ts';
import { fillShop, walk } from './console-walk.ts';
import { openShop } from './own-shop.ts';
import { expect, test } from './test.ts';

// Each walk is a long one: they are shared among the workers.
test.describe.configure({ mode: 'parallel' });

/** What must not be said in a language; in Japanese also a sentence that was left in English. */
const MUST_NOT = {
  en: [...GIVEN_UP_ENGLISH, ...OF_CODE, /[ぁ-ん]/],
  ja: [...GIVEN_UP_JAPANESE, ...OF_CODE, /(?:[A-Za-z]{2,} ){3}[A-Za-z]{2,}/],
} as const;

/** What is no text of the console's: code to take along, texts of the widget, and what shoppers have written. */
const NOT_ITS_OWN =
  '.texts, pre, code, textarea, iframe, [translate=no], .said, blockquote, .brand, .shop-name';

/** At least so many are found by the sign that announces them. */
const DIALOGS = 20;

/** What stands below an element, line by line, with names and descriptions that are only heard. */
const textsOf = (of: Locator): Promise<string[]> =>
  of.evaluate((root, notItsOwn) => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
    const heard = [...root.querySelectorAll(attributes.map((name) => `[${name}]`).join())]
      .filter((node) => node.closest(notItsOwn) === null)
      .flatMap((node) => attributes.map((name) => node.getAttribute(name) ?? ''));
    const copy = root.cloneNode(true) as Element;
    for (const node of copy.querySelectorAll(notItsOwn)) node.remove();
    const texts: string[] = [];
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    return [...texts, ...heard].map((text) => text.trim()).filter((text) => text !== '');
  }, NOT_ITS_OWN);

const faultsOf = (texts: readonly string[], language: 'en' | 'ja'): string[] =>
  texts.filter((text) => MUST_NOT[language].some((word) => word.test(text)));

/** Opens whatever says that a dialog follows, and reads it. */
const readDialogs = async (page: Page, read: (of: Locator) => Promise<void>): Promise<number> => {
  const buttons = page.locator('main button:not([aria-disabled=true])', { hasText: /…$/ });
  for (let i = 0; i < (await buttons.count()); i += 1) {
    const menu = page.locator('.table-menu:not([open])', { has: buttons.nth(i) });
    if ((await menu.count()) > 0) await menu.locator('summary').click();
    await buttons.nth(i).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await expect(dialog.locator('.skeleton')).toHaveCount(0);
    await read(dialog);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  return buttons.count();
};

for (const locale of ['en', 'ja'] as const) {
  test(`no screen and no dialog says in ${locale} what was given up, a value of code, or a text of another language`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(300_000);
    const shop = await openShop(request);
    const more = await fillShop(shop, request);
    const page = await openAsOwner(browser, { locale });
    const found: [string, string[]][] = [];
    let dialogs = 0;
    await walk(page, { shopId: shop.keys.shopId, within: true, more }, async (path) => {
      const read = async (of: Locator): Promise<void> => {
        const faults = faultsOf(await textsOf(of), locale);
        if (faults.length > 0) found.push([path, faults]);
      };
      await read(page.locator('body'));
      dialogs += await readDialogs(page, read);
    });
    expect(found).toEqual([]);
    expect(dialogs).toBeGreaterThan(DIALOGS);
  });
}

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
