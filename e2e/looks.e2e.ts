import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { theme } from '@okaeri/shared/appearance';
import { toPublicAppearance } from '@okaeri/shared/public-appearance';
import { WIDGET_LANGUAGES } from '@okaeri/shared/widget-languages';
import { expectLauncherInSight, tooWide, unreadable } from './looks.ts';
import { LOOKS, style, type Look } from './shop-looks.ts';
import { changeProgram, gotoOwnPage, openPanel, signIn } from './support.ts';

const PARTS = ['reviews', 'questions', 'rewards', 'tier', 'referral', 'nudge', 'page'] as const;

const BODY = `<h1>A shop</h1><p>You have <okaeri-points></okaeri-points> here.</p>
  ${PARTS.map((part) => `<okaeri-${part} product-id="mug"><p>Ours</p></okaeri-${part}>`).join('\n')}`;

/** The page without what the widget adds: what `destroy()` must leave as it was. */
const rememberPage = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const own = (): string => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const added of copy.querySelectorAll('[data-okaeri]')) added.remove();
      return copy.outerHTML;
    };
    Object.assign(window, { own });
    addEventListener('DOMContentLoaded', () => Object.assign(window, { before: own() }));
  });
};

const pageNow = (page: Page): Promise<{ before: string; now: string }> =>
  page.evaluate(() => {
    const { before, own } = window as unknown as { before: string; own: () => string };
    return { before, now: own() };
  });

/** Goes past every part, so that each is drawn. */
const drawAll = async (page: Page): Promise<void> => {
  for (const part of PARTS) {
    await page.evaluate((tag) => document.querySelector(tag)?.scrollIntoView(), `okaeri-${part}`);
    await expect(page.locator(`okaeri-${part}:state(filled)`), part).toHaveCount(1);
  }
  await expect(page.locator('okaeri-reviews .review').first()).toBeAttached();
  await expect(page.locator('.ground [aria-busy=true]')).toHaveCount(0);
};

/** The dialog, inside the window, written as its language is. */
const expectDialogRight = async (page: Page): Promise<void> => {
  const box = await page.getByRole('dialog').boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  if (width > 480) expect(box?.x).toBeGreaterThan(width / 2);
  await expect(page.getByRole('dialog')).toHaveCSS('direction', 'ltr');
};

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

const expectAllReadable = async (page: Page): Promise<void> => {
  expect(await unreadable(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
};

/** Goes to the page as the visitor of this look sees it. */
const arrive = async (page: Page, look: Look, baseURL: string): Promise<void> => {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({
    colorScheme: look.visitor,
    reducedMotion: 'reduce',
    forcedColors: look.forced === true ? 'active' : 'none',
  });
  await signIn(page, 'mika', baseURL);
  if (look.mode !== undefined)
    await changeProgram(page, (program) => ({
      ...program,
      appearance: toPublicAppearance({ theme: theme.parse({ mode: look.mode }), texts: {} }),
    }));
  await rememberPage(page);
  await gotoOwnPage(page, { body: BODY, ...look });
};

for (const [name, look] of Object.entries(LOOKS))
  test(`on ${name}: launcher in sight, all of it readable, a reward taken, nothing left`, async ({
    page,
    baseURL,
  }) => {
    await arrive(page, look, baseURL ?? '');
    await expectLauncherInSight(page);
    await drawAll(page);
    await expectAllReadable(page);
    await openPanel(page);
    await expectDialogRight(page);

    await page.setViewportSize(DESKTOP);
    await expectDialogRight(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'Rewards' }).click();
    await dialog.getByRole('button', { name: 'Redeem: ¥300 off' }).click();
    await dialog.getByRole('button', { name: 'Yes, redeem' }).click();
    await expect(dialog.getByText('Here is your code', { exact: true })).toBeVisible();
    await expectAllReadable(page);
    await dialog
      .getByRole('button', { name: /^Cancel, get/ })
      .first()
      .click();
    await expect(dialog.getByText('Here is your code', { exact: true })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expectLauncherInSight(page);

    await page.evaluate(() =>
      (window as unknown as { okaeri: { destroy(): void } }).okaeri.destroy(),
    );
    await expect(page.locator('[data-okaeri]')).toHaveCount(0);
    await expect(page.locator('okaeri-reviews')).toHaveText('Ours');
    const { before, now } = await pageNow(page);
    expect(now).toBe(before);
  });

test('a page that turns dark under the visitor, at once or in a fade, stays readable', async ({
  page,
  baseURL,
}) => {
  const fade = style(
    `body { background: #fff; color: #111 } .fade body { transition: background 0.2s }
     .dark body { background: #111; color: #eee }`,
  );
  await arrive(page, { visitor: 'light', ...fade }, baseURL ?? '');
  await drawAll(page);
  for (const classes of ['dark', '', 'fade', 'fade dark', 'fade']) {
    await page.evaluate((now) => (document.documentElement.className = now), classes);
    await expect.poll(() => unreadable(page), { message: classes }).toEqual([]);
  }
});

test('an element the page hides until it is filled comes, goes with the member, and comes again', async ({
  page,
  baseURL,
}) => {
  const hidden = style('okaeri-referral.bare:not(:state(filled)) { display: none }');
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    ...hidden,
    body: `<div><okaeri-referral class="bare"></okaeri-referral></div><okaeri-referral id="own"><p>Ours</p></okaeri-referral>`,
  });
  const [bare, referral] = [page.locator('.bare'), page.locator('#own')];
  await expect(bare).toBeVisible();
  await expect(bare).toContainText('for you, when they first order');
  await expect(referral.getByText('Ours', { exact: true })).toBeHidden();
  const identify = async (token: string | null): Promise<void> =>
    page.evaluate(
      (now) =>
        (window as unknown as { okaeri: { identify(token: string | null): void } }).okaeri.identify(
          now,
        ),
      token,
    );
  await identify(null);
  await expect(bare).toBeHidden();
  await expect(referral.getByText('Ours', { exact: true })).toBeVisible();
  await expect(page.locator('okaeri-referral:state(filled)')).toHaveCount(0);
  const answer = await page.request.get('/demo/api/token');
  await identify(((await answer.json()) as { token: string }).token);
  await expect(bare).toBeVisible();
  await expect(referral.getByText('Ours', { exact: true })).toBeHidden();
});

test('an element in a closed part of the page is not fetched for, and comes when it is opened', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    body: `<details><summary>More</summary><okaeri-rewards></okaeri-rewards></details>
      <okaeri-tier hidden></okaeri-tier>`,
  });
  await expectLauncherInSight(page);
  await page.waitForTimeout(500);
  await expect(page.locator('okaeri-rewards, okaeri-tier').locator('.card')).toHaveCount(0);
  await page.getByText('More').click();
  await expect(page.locator('okaeri-rewards .card').first()).toBeVisible();
  await page.evaluate(() => document.querySelector('okaeri-tier')?.removeAttribute('hidden'));
  await expect(page.locator('okaeri-tier .card').first()).toBeVisible();
});

for (const account of ['', 'mika'] as const)
  test(`no page of the demo is wider than its window, for ${account || 'a guest'}`, async ({
    page,
    baseURL,
  }) => {
    if (account) await signIn(page, account, baseURL ?? '');
    for (const path of ['/demo', '/demo/product?id=mug', '/demo/cart', '/demo/thanks']) {
      await page.goto(path);
      await expectLauncherInSight(page);
      await page.evaluate(() => document.querySelector('okaeri-questions')?.scrollIntoView());
      if (path.includes('product')) {
        await expect(page.locator('okaeri-questions:state(filled)')).toHaveCount(1);
        await expect(page.locator('okaeri-questions [aria-busy=true]')).toHaveCount(0);
        if (account) await page.locator('okaeri-questions .plain').last().click();
      }
      for (const dir of ['ltr', 'rtl'])
        for (const width of [320, 360, 1280]) {
          await page.setViewportSize({ width, height: 740 });
          await page.evaluate((way) => (document.documentElement.dir = way), dir);
          expect(await tooWide(page), `${path} ${dir} ${width}`).toBe(0);
        }
    }
  });

test('the page behind the open panel stays where it is', async ({ page, baseURL }) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, { body: '<div style="height: 5000px">A shop</div>' });
  await openPanel(page);
  const header = await page.getByRole('dialog').locator('header').boundingBox();
  const places = [
    [60, 60],
    [(header?.x ?? 0) + 40, (header?.y ?? 0) + 20],
    [(header?.x ?? 0) + 40, (header?.y ?? 0) + 400],
  ] as const;
  for (const [x, y] of places) {
    await page.mouse.move(x, y);
    for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, 300);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => scrollY), `${x} ${y}`).toBe(0);
  }
});

test('the tabs fit a phone of 320 pixels in every language', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'mika', baseURL ?? '');
  for (const language of Object.keys(WIDGET_LANGUAGES)) {
    await gotoOwnPage(page, { snippetAttributes: `data-lang="${language}"` });
    await openPanel(page);
    const tabs = page.getByRole('dialog').getByRole('tablist');
    await expect(tabs).toBeVisible();
    const over = await tabs.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(over, language).toBe(0);
  }
});

test('a line reads its own way on a page from right to left', async ({ page, baseURL }) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    htmlAttributes: 'dir="rtl"',
    body: '<p><okaeri-points></okaeri-points></p>',
  });
  await expect(page.locator('okaeri-points')).toContainText('points');
  await expect(page.locator('okaeri-points span')).toHaveCSS('direction', 'ltr');
});
