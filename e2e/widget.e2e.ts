import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { asPoints, available, barriers, become, openPanel, takeReward } from './support.ts';
import { ORIGIN } from './server.ts';

const TABS = ['Home', 'Rewards', 'Earn', 'History'] as const;

test.describe('the widget', () => {
  test('needs nothing of the page but what its policy allows, and stores no cookie', async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const answer = await page.goto('/demo');
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    await become(page, 'mika');
    await available(page);
    await openPanel(page);
    for (const name of TABS) await page.getByRole('tab', { name }).click();
    await expect(page.locator('okaeri-widget [part~=transaction]').first()).toBeVisible();
    expect(complaints).toEqual([]);
    const names = (await page.context().cookies()).map(({ name }) => name);
    expect(names.filter((name) => !name.startsWith('demo_'))).toEqual([]);
  });

  test('works by keyboard alone and gives the focus back', async ({ page }) => {
    await page.goto('/demo');
    await become(page, 'mika');
    await available(page);
    const launcher = page.locator('okaeri-launcher').getByRole('button');
    await launcher.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('tab', { name: 'Home' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Rewards' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Home' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(launcher).toBeFocused();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`has no barrier axe can find, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/demo');
      await become(page, 'mika');
      await available(page);
      await openPanel(page);
      const check = async (): Promise<void> => expect(await barriers(page)).toEqual([]);
      await check();
      await takeReward(page, '¥300 off');
      await expect(page.locator('okaeri-widget code').first()).toBeVisible();
      await check();
      await page
        .getByRole('button', { name: /^Cancel, get/ })
        .first()
        .click();
      await page.getByRole('tab', { name: 'History' }).click();
      await page.locator('okaeri-widget [part~=transaction] button').first().click();
      await check();
      await page.getByRole('button', { name: 'Close' }).click();
      await become(page, '');
      await openPanel(page);
      await check();
    });

  test('moves nothing on the page', async ({ page }) => {
    await page.addInitScript(() => {
      interface Shift extends PerformanceEntry {
        readonly sources: readonly { node: Node | null }[];
      }
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as Shift[])
          shifts.push(sources.map(({ node }) => node?.nodeName ?? '?').join(' '));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shifts = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    await page.goto('/demo');
    await become(page, 'mika');
    await page.goto('/demo/product?id=mug');
    await expect(page.locator('okaeri-earn')).toHaveText('Earn 140 points');
    await available(page);
    await openPanel(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.evaluate(() =>
      (window as unknown as { okaeri: { identify(token: null): void } }).okaeri.identify(null),
    );
    await expect(page.locator('okaeri-points')).toHaveText('Rewards');
    await page.waitForTimeout(300);
    expect(await shifts()).toEqual([]);
  });

  test('says in words that a request failed, keeps its key, and takes the reward once', async ({
    page,
  }) => {
    await page.goto('/demo');
    await become(page, 'mika');
    const before = await available(page);
    await openPanel(page);
    const keys: string[] = [];
    let lose = true;
    await page.route('**/redemptions', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      // The server does its part; only the answer is lost on the way.
      const answer = await route.fetch();
      await (lose ? route.abort() : route.fulfill({ response: answer }));
    });
    await takeReward(page, '¥300 off');
    await expect(page.getByRole('alert')).toContainText('never taken twice');
    lose = false;
    await takeReward(page, '¥300 off');
    await expect(page.getByRole('dialog')).toContainText('¥300 off is in your cart');
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(before - 300));
    await page
      .getByRole('button', { name: /^Cancel, get/ })
      .first()
      .click();
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(before));
  });

  test('without the server, offers to try again, and works once it is back', async ({ page }) => {
    await page.goto('/demo');
    await become(page, 'mika');
    await available(page);
    await page.route('**/storefront/**', (route) => route.abort());
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('may be a little old');
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('cannot be reached');
    await page.unroute('**/storefront/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('okaeri-widget [part~=transaction]').first()).toBeVisible();
  });

  test('leaves nothing behind when it is destroyed, and the second copy of a snippet changes nothing', async ({
    page,
  }) => {
    await page.goto('/demo');
    await become(page, 'mika');
    await available(page);
    await page.evaluate(() => {
      const again = document.createElement('script');
      const first = document.querySelector<HTMLScriptElement>('script[data-shop]');
      again.src = first?.src ?? '';
      Object.assign(again.dataset, first?.dataset);
      document.head.append(again);
    });
    await page.waitForTimeout(300);
    await expect(page.locator('okaeri-launcher')).toHaveCount(1);
    await openPanel(page);
    await page.evaluate(() =>
      (window as unknown as { okaeri: { destroy(): void } }).okaeri.destroy(),
    );
    await expect(page.locator('[data-okaeri]')).toHaveCount(0);
    expect(await page.evaluate(() => 'okaeri' in window)).toBe(false);
    expect(await page.locator('link[rel=modulepreload]').count()).toBe(0);
    // The person who was signed in may have left: their points do not stay in the page.
    for (const line of await page.locator('okaeri-points [part=text]').allTextContents())
      expect(line).toBe('\u200b');
  });

  test('believes the shop over a token that was asked for before', async ({ page, baseURL }) => {
    const cookie = { name: 'demo_account', value: 'mika', url: baseURL ?? '' };
    await page.context().addCookies([cookie]);
    const { token } = (await (await page.request.get('/demo/api/token')).json()) as {
      token: string;
    };
    await page.route('**/api/token', async (route) => {
      await new Promise((done) => setTimeout(done, 800));
      await route.fulfill({ json: { token: null } });
    });
    await page.addInitScript((given) => {
      Object.assign(window, { okaeri: [['identify', given]] });
    }, token);
    await page.goto('/demo');
    await available(page);
    await page.waitForTimeout(1200);
    await openPanel(page);
    await page.waitForTimeout(1200);
    await available(page);
  });

  test('comes later when its first chunk is lost on the way', async ({ page }) => {
    let lost = 0;
    await page.route('**/widget/v1/first-*.js*', (route) => {
      lost += 1;
      return lost === 1 ? route.abort() : route.continue();
    });
    await page.goto('/demo');
    await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
    // Whatever else comes afterwards asks for the same chunk under its own name.
    expect(lost).toBeGreaterThanOrEqual(2);
  });

  test('shows the programme when a token does not work, and the balance once one does', async ({
    page,
  }) => {
    await page.route('**/api/token', (route) => route.fulfill({ json: { token: 'a.b.c' } }));
    await page.goto('/demo');
    await openPanel(page);
    await expect(page.getByRole('alert')).toContainText('cannot be shown right now');
    await page.getByRole('tab', { name: 'Rewards' }).click();
    await expect(page.getByRole('dialog')).toContainText('¥300 off');
    await page.unroute('**/api/token');
    await become(page, 'mika');
    await available(page);
  });

  test('leaves the page alone when it is blocked', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route('**/widget/**', (route) => route.abort());
    await page.goto('/demo/product?id=mug');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText('In the cart')).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('hears calls that came before it', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { okaeri: [['open']] });
    });
    await page.goto('/demo');
    await expect(page.getByRole('dialog')).toBeVisible();
    // And several at once, as an array takes them, before and after.
    await page.evaluate(() => {
      const { okaeri } = window as unknown as { okaeri: unknown[][] };
      okaeri.push(['close'], ['open', 'earn']);
    });
    await expect(page.getByRole('tab', { name: 'Earn', selected: true })).toBeVisible();
  });

  const openIn = async (page: Page, language: 'ja' | 'en'): Promise<void> => {
    await page.context().addCookies([
      { name: 'demo_language', value: language, url: ORIGIN },
      { name: 'demo_account', value: 'mika', url: ORIGIN },
    ]);
    await page.goto('/demo');
    await page.locator('okaeri-launcher').getByRole('button').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };

  test('speaks Japanese on a Japanese page', async ({ page }) => {
    await openIn(page, 'ja');
    await expect(page.getByRole('dialog')).toContainText('美香さん、おかえりなさい');
    await expect(page.getByRole('tab')).toHaveText(['ホーム', '特典', 'ためる', '履歴']);
  });

  test('fits a phone of 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openIn(page, 'en');
    for (const name of TABS) {
      await page.getByRole('tab', { name }).click();
      await page.waitForTimeout(150);
      const overflow = await page.evaluate(() => {
        const root = document.querySelector('okaeri-widget')?.shadowRoot;
        const box = root?.querySelector('dialog');
        return (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0);
      });
      expect(overflow).toBe(0);
    }
  });
});
