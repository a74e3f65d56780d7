import type { Locator, Page } from '@playwright/test';
import { openAsOwner, watch } from './console.ts';
import { fillShop, walk } from './console-walk.ts';
import { goThrough, tabsOf } from './keyboard.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';
import { expect, test } from './test.ts';
import { faultsOf, readDialogs, textsOf } from './words.ts';

// Each walk is a long one: they are shared among the workers.
test.describe.configure({ mode: 'parallel' });

/** How each language is looked at: a desktop and a phone, in one theme each. */
const LOOKS = {
  en: [
    { colorScheme: 'light', width: 1280, height: 860 },
    { colorScheme: 'dark', width: 360, height: 740 },
  ],
  ja: [
    { colorScheme: 'dark', width: 1280, height: 860 },
    { colorScheme: 'light', width: 360, height: 740 },
  ],
} as const;
type Language = keyof typeof LOOKS;
type Look = (typeof LOOKS)[Language][number];

/** At least so many dialogs are found by the sign that announces them. */
const DIALOGS = 20;

/** One thing of one screen. What does not hold is told with all that does not hold on the same walk. */
const holds = (title: string, found: () => Promise<unknown>, wanted: unknown): Promise<void> =>
  test.step(title, async () => expect.soft(await found(), title).toEqual(wanted));

const lookAt = async (page: Page, { colorScheme, width, height }: Look): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
};

/** Looks at a screen on a desktop and on a phone, and leaves it on the desktop. */
const checkLooks = async (page: Page, screen: string, language: Language): Promise<void> => {
  const [desktop] = LOOKS[language];
  for (const look of LOOKS[language]) {
    const how = `${look.colorScheme}, ${look.width} wide`;
    await lookAt(page, look);
    await holds(`${screen} (${how}) has no barrier axe can find`, () => barriers(page), []);
    const over = (): Promise<number> =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await holds(`${screen} (${how}) is no wider than the window`, over, 0);
  }
  await lookAt(page, desktop);
  // Where a list has no room for its header, each cell names its column. Figures keep theirs, or the one that matters.
  const nameless = page.locator(':is(.table, .data-table:not(.plain)) td:not([data-label])');
  await holds(`${screen} names the column in each cell`, () => nameless.count(), 0);
};

/** Opens the entries of a list that show one line each, after looking at them as they are. */
const openEntries = async (page: Page, screen: string): Promise<void> => {
  const closed = page.locator('.entity-head [aria-expanded=false]');
  if ((await closed.count()) === 0) return;
  await holds(`${screen} (entries closed) has no barrier axe can find`, () => barriers(page), []);
  // The first of those left: the one before is closed no more.
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
};

/** Reads a screen and whatever dialogs it announces; how many these are. */
const checkWords = async (page: Page, screen: string, language: Language): Promise<number> => {
  const said = async (of: Locator): Promise<string[]> => faultsOf(await textsOf(of), language);
  const body = page.locator('body');
  await holds(`${screen} says nothing that was given up or is of code`, () => said(body), []);
  let dialogs = 0;
  const saidInDialogs = async (): Promise<string[]> => {
    const faults: string[] = [];
    dialogs = await readDialogs(page, async (of) => void faults.push(...(await said(of))));
    return faults;
  };
  await holds(`the dialogs of ${screen} say nothing of the kind`, saidInDialogs, []);
  return dialogs;
};

for (const language of ['en', 'ja'] as const)
  test(`every screen in ${language} is without barriers, fits, and says what it should, on a desktop and a phone${language === 'en' ? ', and is gone through by keyboard alone' : ''}`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(900_000);
    const shop = await openShop(request);
    const more = await fillShop(shop, request);
    const page = await openAsOwner(browser, {
      locale: language,
      colorScheme: LOOKS[language][0].colorScheme,
    });
    const faults = watch(page);
    const tab = await tabsOf(page);
    let dialogs = 0;
    await walk(page, { shopId: shop.keys.shopId, within: true, more }, async (path) => {
      const screen = path || '/';
      await openEntries(page, screen);
      await checkLooks(page, screen, language);
      if (language === 'en') {
        const { count, reached, unseen } = await goThrough(page, tab);
        const number = (): Promise<number> => Promise.resolve(reached);
        await holds(`${screen} is reached by keyboard, all of it`, number, count);
        const hidden = (): Promise<unknown> => Promise.resolve(unseen);
        await holds(`${screen} shows where the focus is at each stop`, hidden, []);
      }
      dialogs += await checkWords(page, screen, language);
    });
    expect(dialogs).toBeGreaterThan(DIALOGS);
    expect(faults).toEqual([]);
  });
