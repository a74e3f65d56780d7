import { expect, type Locator, type Page } from '@playwright/test';
import {
  GIVEN_UP_ENGLISH,
  GIVEN_UP_JAPANESE,
  OF_CODE,
} from '../admin/src/i18n/testing/given-up.ts';

/** What must not be said in a language; in Japanese also a sentence that was left in English. */
const MUST_NOT = {
  en: [...GIVEN_UP_ENGLISH, ...OF_CODE, /[ぁ-ん]/],
  ja: [...GIVEN_UP_JAPANESE, ...OF_CODE, /(?:[A-Za-z]{2,} ){3}[A-Za-z]{2,}/],
} as const;

/** What is no text of the console's: code to take along, texts of the widget, and what shoppers have written. */
const NOT_ITS_OWN =
  '.texts, pre, code, textarea, iframe, [translate=no], .said, blockquote, .brand, .shop-name';

/** What stands below an element, line by line, with names and descriptions that are only heard. */
export const textsOf = (of: Locator): Promise<string[]> =>
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

export const faultsOf = (texts: readonly string[], language: 'en' | 'ja'): string[] =>
  texts.filter((text) => MUST_NOT[language].some((word) => word.test(text)));

/** Opens whatever says that a dialog follows, and reads it. */
export const readDialogs = async (
  page: Page,
  read: (of: Locator) => Promise<void>,
): Promise<number> => {
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
