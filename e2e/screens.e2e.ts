import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, watch } from './console.ts';
import { fillShop, walk } from './console-walk.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

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

for (const locale of ['en', 'ja'] as const)
  test(`every screen is without barriers in ${locale}, on a desktop and on a phone, one light and one dark`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(300_000);
    const shop = await openShop(request);
    const { keys } = shop;
    const more = await fillShop(shop, request);
    const page = await openAsOwner(browser, { locale });
    const faults = watch(page);
    await walk(page, { shopId: keys.shopId, within: true, more }, async (path) => {
      for (const { colorScheme, width, height } of LOOKS[locale]) {
        const screen = [path, colorScheme, width];
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        expect([...screen, await barriers(page)]).toEqual([...screen, []]);
        // Nothing is wider than the screen.
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([...screen, over]).toEqual([...screen, 0]);
      }
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

/** What a press of a key led to. */
interface Stop {
  readonly number: string | null;
  /** Whether one can see that it has the focus. */
  readonly isSeen: boolean;
  readonly what: string;
}

/** Notes each stop of the focus in the page, from now on. */
const noteStops = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const stops: Stop[] = [];
    Object.assign(window, { stops });
    const note = (node: HTMLElement): void => {
      const style = getComputedStyle(node);
      const isSeen =
        node.tagName === 'IFRAME' || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      const what = node.outerHTML.slice(0, 80);
      stops.push({ number: node.dataset['reach'] ?? null, isSeen, what });
    };
    document.addEventListener('focusin', ({ target }) => note(target as HTMLElement));
    // A frame that is entered tells nobody: it is looked at.
    Object.assign(window, { noteFocus: () => note(document.activeElement as HTMLElement) });
  });

const stopsOf = (page: Page): Promise<Stop[]> =>
  page.evaluate(() => (window as unknown as { stops: Stop[] }).stops);

/** Presses of the tabulator, sent one after the other without waiting for each to be told of. */
const tabsOf = async (page: Page): Promise<(count: number) => Promise<unknown>> => {
  const devtools = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const send = (type: 'rawKeyDown' | 'keyUp'): Promise<unknown> =>
    devtools.send('Input.dispatchKeyEvent', { type, ...key });
  return (count) =>
    Promise.all(Array.from({ length: count }, () => [send('rawKeyDown'), send('keyUp')]).flat());
};

test('every screen is gone through by keyboard alone: all of it is reached, seen, and left again', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const shop = await openShop(request);
  const { keys } = shop;
  const more = await fillShop(shop, request);
  const page = await openAsOwner(browser);
  const tab = await tabsOf(page);
  await walk(page, { shopId: keys.shopId, within: false, more }, async (path) => {
    const count = await numberAll(page);
    await noteStops(page);
    // A frame has stops of its own, which are not counted here.
    let stops: Stop[] = [];
    const reached = (): number => new Set(stops.flatMap(({ number }) => number ?? [])).size;
    await tab(count);
    stops = await stopsOf(page);
    for (let press = 0; press < count + 40 && reached() < count; press += 1) {
      await page.keyboard.press('Tab');
      await page.evaluate('noteFocus()');
      stops = await stopsOf(page);
    }
    const unseen = stops.filter(({ number, isSeen }) => number !== null && !isSeen);
    expect([path, unseen]).toEqual([path, []]);
    expect([path, reached()]).toEqual([path, count]);
  });
});
