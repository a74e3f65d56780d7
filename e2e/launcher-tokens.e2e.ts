import type { Page } from '@playwright/test';
import { available, gotoOwnPage, openPanel, signIn } from './support.ts';
import { expect, test } from './test.ts';

const launcher = (page: Page) => page.locator('okaeri-launcher').getByRole('button');

/** How far the launcher stands from the lower edge and from the right one. */
const distances = async (page: Page): Promise<[block: number, inline: number]> => {
  const box = await launcher(page).boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  if (box === null) throw new Error('No launcher.');
  return [Math.round(height - box.y - box.height), Math.round(width - box.x - box.width)];
};

test('a page lifts, moves, colours and hides the launcher by its own CSS', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    head: `<style>
      :root { --okaeri-launcher: rgb(10, 20, 30); --okaeri-on-launcher: rgb(250, 240, 230); --okaeri-z-index: 7;
        --okaeri-launcher-offset-inline: 40px }
      .cart { --okaeri-launcher-offset-block: 96px }
      .checkout { --okaeri-launcher-display: none }
    </style>`,
    body: '<okaeri-points></okaeri-points>',
  });
  await available(page);
  await expect(launcher(page)).toHaveCSS('background-color', 'rgb(10, 20, 30)');
  await expect(launcher(page)).toHaveCSS('color', 'rgb(250, 240, 230)');
  await expect(page.locator('okaeri-launcher')).toHaveCSS('z-index', '7');
  expect((await distances(page))[1]).toBe(40);
  await page.evaluate(`document.documentElement.className = 'cart'`);
  expect(await distances(page)).toEqual([96, 40]);
  await page.evaluate(`document.documentElement.className = 'checkout'`);
  await expect(launcher(page)).toBeHidden();
});

test('where a page wants no motion, the panel does not move, whatever the system says', async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await signIn(page, 'mika', baseURL ?? '');
  const animation = async (head: string): Promise<string> => {
    await gotoOwnPage(page, { head });
    await openPanel(page);
    return page.getByRole('dialog').evaluate((dialog) => getComputedStyle(dialog).animationName);
  };
  expect(await animation('')).toBe('rise');
  expect(await animation('<style>:root { --okaeri-motion: 0 }</style>')).toBe('none');
});
