import { expect, test, type Page } from '@playwright/test';
import {
  available,
  barriers,
  become,
  gotoOwnPage,
  openAt,
  openPanel,
  PAGES,
  signIn,
} from './support.ts';

/** What can be pressed and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('okaeri-widget')?.shadowRoot;
    const targets = root?.querySelectorAll<HTMLElement>('button, a, input, select, summary') ?? [];
    return [...targets]
      .filter((target) => target.checkVisibility())
      .filter((target) => {
        // A box to tick is pressed by its label too.
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });

/** What sticks out of the panel sideways. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('okaeri-widget')?.shadowRoot;
    const dialog = root?.querySelector('dialog');
    if (!root || !dialog) return ['no dialog'];
    const { left, right } = dialog.getBoundingClientRect();
    return [...root.querySelectorAll('dialog *')]
      .filter((element) => !element.closest('.aloud, .joy') && element.checkVisibility())
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });

test.describe('every screen', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`has no barrier axe can find, and nothing too small to press, in ${colorScheme}`, async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await signIn(page, 'mika', baseURL ?? '');
      await gotoOwnPage(page);
      await openPanel(page);
      for (const name of PAGES) {
        await openAt(page, name);
        expect(await barriers(page), name).toEqual([]);
        expect(await smallTargets(page), name).toEqual([]);
      }
    });

  // 1280 pixels at 400 % are 320.
  for (const language of ['en', 'de', 'ja', 'ar'])
    test(`fits a window of 320 pixels, in ${language}`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width: 320, height: 480 });
      await signIn(page, 'mika', baseURL ?? '');
      const direction = language === 'ar' ? 'dir="rtl"' : '';
      await gotoOwnPage(page, {
        htmlAttributes: direction,
        snippetAttributes: `data-lang="${language}"`,
      });
      await openPanel(page);
      for (const name of PAGES) {
        await openAt(page, name);
        expect(await overflow(page), name).toEqual([]);
      }
    });
});

test('on a phone a reward is two taps away from the open panel', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo');
  await available(page);
  await openPanel(page);
  await page.locator('okaeri-widget .step').getByRole('button').click();
  await expect(page.getByRole('button', { name: 'Yes, redeem' })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, redeem' }).click();
  await expect(page.locator('okaeri-widget code')).toHaveText(/^OK-/);
  await page.getByRole('button', { name: 'Give it back' }).first().click();
  await expect(page.locator('okaeri-widget .aloud')).toContainText('back in your balance');
});

test('a reward is taken, found in the wallet and given back by keyboard alone', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo');
  await available(page);
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const target = page.getByRole('button', { name }).first();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element.matches(':focus'))) return;
    }
    throw new Error(`The focus never came to ${String(name)}.`);
  };
  await page.locator('okaeri-launcher').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo('Get it');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Yes, redeem' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('okaeri-widget .code.fresh')).toBeFocused();
  await page.getByRole('tab', { name: 'Rewards' }).focus();
  await page.keyboard.press('Home');
  await tabTo(/Your codes/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your codes' })).toBeFocused();
  await tabTo('Give it back');
  await page.keyboard.press('Enter');
  await expect(page.locator('okaeri-widget .aloud')).toContainText('back in your balance');
  await page.keyboard.press('Escape');
  await expect(page.locator('okaeri-launcher').getByRole('button')).toBeFocused();
});

test('the focus stays inside the open panel', async ({ page, baseURL }) => {
  await signIn(page, 'mika', baseURL ?? '');
  await page.goto('/demo');
  await available(page);
  await openPanel(page);
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.localName !== 'okaeri-widget';
    });
    expect(outside).toBe(false);
  }
});

test('a profile is changed, kept, and put back', async ({ page, baseURL }) => {
  await signIn(page, 'jun', baseURL ?? '');
  await page.goto('/demo');
  await available(page);
  await openPanel(page);
  await openAt(page, 'profile');
  const choose = page.getByLabel(/Choose rewards for me/);
  await expect(choose).toBeChecked();
  await choose.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Saved.' })).toBeVisible();
  await page.reload();
  await available(page);
  await openPanel(page);
  await openAt(page, 'profile');
  await expect(page.getByLabel(/Choose rewards for me/)).not.toBeChecked();
  await page.getByLabel(/Choose rewards for me/).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Saved.' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download everything' }).click();
  expect((await download).suggestedFilename()).toBe('okaeri.json');
});

test('points that arrive are celebrated', async ({ page }) => {
  await page.goto('/demo/product?id=mug');
  await become(page, 'jun');
  await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await openPanel(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(page.locator('#outcome')).toContainText('15 days');
  await openPanel(page);
  await expect(page.locator('okaeri-widget .joy.shown')).toHaveText(/^\+\d+ points$/);
});
