import type { Page } from '@playwright/test';
import { cutOff, enlargeText } from './cut-off.ts';
import { gotoOwnPage, openAt, openPanel, PAGES, scrollTo, signIn } from './support.ts';
import { expect, test } from './test.ts';

/** A page of 1280 by 1024 pixels at 400 %; one of a phone whose text is at 200 %. */
const LOOKS = [
  { name: 'at 400 %', viewport: { width: 320, height: 256 }, isLarge: false },
  { name: 'with text at 200 %', viewport: { width: 360, height: 740 }, isLarge: true },
];

const ELEMENTS = ['page', 'rewards', 'tier', 'referral', 'nudge', 'reviews', 'questions'] as const;

const look = async (page: Page, isLarge: boolean): Promise<string[]> => {
  if (isLarge) await enlargeText(page);
  return cutOff(page);
};

for (const { name, viewport, isLarge } of LOOKS) {
  test(`${name} every panel is there whole, no wider than the window, and each control can be reached`, async ({
    page,
    baseURL,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await signIn(page, 'mika', baseURL ?? '');
    await page.goto('/demo');
    await openPanel(page);
    for (const panel of PAGES) {
      await openAt(page, panel);
      expect(await look(page, isLarge), panel).toEqual([]);
      // What was enlarged by hand stays so: the next one is drawn in a panel of its own.
      if (isLarge) await page.reload();
    }
  });

  test(`${name} every element is there whole, no wider than the window, and each control can be reached`, async ({
    page,
    baseURL,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await signIn(page, 'mika', baseURL ?? '');
    for (const element of ELEMENTS) {
      await gotoOwnPage(page, {
        body: `<h1>A shop</h1><okaeri-${element} product-id="mug"></okaeri-${element}><p style="height: 100vh">The end.</p>`,
      });
      const host = page.locator(`okaeri-${element}`);
      await scrollTo(host, host.locator('.ground'));
      await expect(host.locator('[aria-busy=true]')).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      expect(await look(page, isLarge), element).toEqual([]);
    }
  });
}

test('a guest’s home at 400 % is there whole, and each control can be reached', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/demo');
  await openPanel(page);
  await page.locator('okaeri-widget .hero').waitFor();
  expect(await cutOff(page)).toEqual([]);
});
