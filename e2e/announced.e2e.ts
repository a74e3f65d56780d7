import type { Page } from '@playwright/test';
import { become, changeAnswer, openAt, openPanel, takeReward } from './support.ts';
import { expect, test } from './test.ts';

/**
 * Writes down what a screen reader says by itself: whatever comes into live regions, and texts that are given the focus.
 * Counts in the browser, and shares no code with the widget.
 */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const last = new Map<Element, string>();
    const isBehind = (root: ShadowRoot): boolean => {
      const widget = document.querySelector('okaeri-widget')?.shadowRoot;
      return widget !== root && widget?.querySelector('dialog:modal') !== null;
    };
    const look = (root: ShadowRoot): void => {
      // What lies behind a modal dialog is not heard of.
      if (isBehind(root)) return;
      for (const region of root.querySelectorAll(LIVE)) {
        const text = region.checkVisibility({ visibilityProperty: true })
          ? region.textContent.trim()
          : '';
        if (text && text !== last.get(region)) said.push(text);
        last.set(region, text);
      }
    };
    for (const { localName, shadowRoot } of document.querySelectorAll('*')) {
      if (!localName.startsWith('okaeri-') || !shadowRoot) continue;
      for (const region of shadowRoot.querySelectorAll(LIVE))
        last.set(region, region.textContent.trim());
      new MutationObserver(() => look(shadowRoot)).observe(shadowRoot, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      shadowRoot.addEventListener('focusin', ({ target }) => {
        if (target instanceof HTMLParagraphElement) said.push(target.textContent.trim());
      });
    }
  });

const saidOf = (page: Page): Promise<string[]> => page.evaluate('said');

/** Waits until something of it was said, and gives how often it was. */
const timesSaid = async (page: Page, words: RegExp): Promise<number> => {
  await expect
    .poll(async () => (await saidOf(page)).filter((text) => words.test(text)))
    .not.toEqual([]);
  // What says it a second time comes in the same breath.
  await page.waitForTimeout(600);
  const times = (await saidOf(page)).filter((text) => words.test(text)).length;
  await page.evaluate('void (said.length = 0)');
  return times;
};

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/demo');
  await become(page, 'mika');
});

test('a reward that went into the cart, and came back from it, is said once each', async ({
  page,
}) => {
  await openPanel(page);
  await listen(page);
  await takeReward(page, '¥300 off');
  expect(await timesSaid(page, /is in your cart/)).toBe(1);
  await openAt(page, 'wallet');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel, get/ })
    .first()
    .click();
  expect(await timesSaid(page, /points are back/)).toBe(1);
});

test('a link that is copied twice is said twice, and a profile that is saved once', async ({
  page,
}) => {
  await openPanel(page);
  await openAt(page, 'friends');
  await listen(page);
  const copy = page.getByRole('dialog').locator('.copy-row .link');
  for (const _ of ['once', 'again']) {
    await copy.click();
    expect(await timesSaid(page, /Copied/)).toBe(1);
    await page.waitForTimeout(1000);
  }
  await openAt(page, 'profile');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  expect(await timesSaid(page, /Saved/)).toBe(1);
});

test('points that arrive are said once, with the panel open or shut', async ({ page }) => {
  let more = 0;
  await changeAnswer<{ asOf: string; balance: { available: number } }>(page, '/me', (me) => ({
    ...me,
    asOf: new Date(Date.parse(me.asOf) + more).toISOString(),
    balance: { ...me.balance, available: me.balance.available + more },
  }));
  await page.reload();
  await openPanel(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await listen(page);
  more = 265;
  await page.evaluate('okaeri.refresh()');
  expect(await timesSaid(page, /\+265/)).toBe(1);
  await openPanel(page);
  await listen(page);
  more = 300;
  await page.evaluate('okaeri.refresh()');
  expect(await timesSaid(page, /\+35/)).toBe(1);
});

test('points that arrive while the panel is still opening stand among the news', async ({
  page,
}) => {
  let more = 0;
  await changeAnswer<{ asOf: string; balance: { available: number } }>(page, '/me', (me) => ({
    ...me,
    asOf: new Date(Date.parse(me.asOf) + more).toISOString(),
    balance: { ...me.balance, available: me.balance.available + more },
  }));
  await page.reload();
  await openPanel(page);
  // What there is at the first opening is noted before it is closed, or nothing would be news.
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('met:'))))
    .toBe(true);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  more = 265;
  // A slow telephone: the answer is there before the panel has come to the news.
  await page.evaluate(() => {
    const atOnce = window.setTimeout;
    window.setTimeout = ((run: () => void, ms?: number) =>
      atOnce(run, ms ?? 500)) as typeof setTimeout;
    const { okaeri } = window as unknown as {
      okaeri: { on(name: string, hear: () => void): void; refresh(): void };
    };
    okaeri.on('open', () => okaeri.refresh());
  });
  await openAt(page, 'home');
  await page.waitForTimeout(1500);
  await expect(page.locator('okaeri-widget [part~=news]')).toContainText('265');
});
