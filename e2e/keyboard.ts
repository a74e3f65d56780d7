import type { Page } from '@playwright/test';

/** What a screen is like for somebody who has a keyboard alone. */
export interface Reach {
  /** How many of its controls there are, and were reached. */
  readonly count: number;
  readonly reached: number;
  /** Stops at which one does not see where one is. */
  readonly unseen: readonly Stop[];
}

/** What a press of a key led to. */
interface Stop {
  readonly number: string | null;
  /** Whether one can see that it has the focus. */
  readonly isSeen: boolean;
  readonly what: string;
}

/** Goes through a screen by the tabulator, until all of it is reached or there is no more hope. */
export const goThrough = async (page: Page, tab: Tabulator): Promise<Reach> => {
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
  return { count, reached: reached(), unseen };
};

/** Presses the tabulator so many times. */
export type Tabulator = (count: number) => Promise<unknown>;

/** Presses of the tabulator, sent one after the other without waiting for each to be told of. */
export const tabsOf = async (page: Page): Promise<Tabulator> => {
  const devtools = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const send = (type: 'rawKeyDown' | 'keyUp'): Promise<unknown> =>
    devtools.send('Input.dispatchKeyEvent', { type, ...key });
  return (count) =>
    Promise.all(Array.from({ length: count }, () => [send('rawKeyDown'), send('keyUp')]).flat());
};

/** Gives what can be reached and used a number each; how many there are. */
const numberAll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    for (const node of document.querySelectorAll<HTMLElement>('[data-reach]'))
      delete node.dataset['reach'];
    const all = 'a[href],button,input,select,textarea,summary,[tabindex="0"],iframe';
    // Of the choices of one question the chosen one is a stop; arrows lead to the others.
    const none = ':disabled, input[type="radio"]:not(:checked)';
    const found = [...document.querySelectorAll<HTMLElement>(all)].filter(
      (node) => node.checkVisibility() && node.tabIndex >= 0 && !node.matches(none),
    );
    found.forEach((node, i) => (node.dataset['reach'] = String(i)));
    return found.length;
  });

/** Notes each stop of the focus in the page from now on, in place of what was noted before. */
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
    const heard = window as unknown as { note?: (node: HTMLElement) => void };
    // One listener for as long as the document lasts, whatever it shows.
    if (heard.note === undefined)
      document.addEventListener('focusin', ({ target }) => heard.note?.(target as HTMLElement));
    heard.note = note;
    // A frame that is entered tells nobody: it is looked at.
    Object.assign(window, { noteFocus: () => note(document.activeElement as HTMLElement) });
  });

const stopsOf = (page: Page): Promise<Stop[]> =>
  page.evaluate(() => (window as unknown as { stops: Stop[] }).stops);
