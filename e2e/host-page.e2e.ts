import { chromium, type Page } from '@playwright/test';
import { wholeBrowser } from '../tooling/ensure-browser.ts';
import { expect, test } from './test.ts';
import { gotoOwnPage, openAt, openPanel, signIn, type ShopPage } from './support.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The shape of what a shopper sees: places, sizes and letters. */
const shapeOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const root = document.querySelector('okaeri-widget')?.shadowRoot;
    const shape = (element: Element | null | undefined): unknown => {
      if (!element) return null;
      const { width, height, right, bottom } = element.getBoundingClientRect();
      const { fontSize, fontWeight, color, display, backgroundColor, lineHeight } =
        getComputedStyle(element);
      const box = [width, height, innerWidth - right, innerHeight - bottom].map(Math.round);
      return { box, fontSize, fontWeight, color, display, backgroundColor, lineHeight };
    };
    const launcher = document.querySelector('okaeri-launcher')?.shadowRoot?.querySelector('button');
    const inside = [
      'dialog',
      'h2',
      '.balance strong',
      '[role=tab]',
      '.step',
      '.step button',
      '.link-row',
    ];
    return [shape(launcher), ...inside.map((selector) => shape(root?.querySelector(selector)))];
  });

const shapeOn = async (page: Page, own: ShopPage): Promise<unknown> => {
  await gotoOwnPage(page, own);
  await expect(page.locator('okaeri-launcher').getByRole('button')).toContainText(/\d/);
  await openPanel(page);
  await expect(page.locator('okaeri-widget .step')).toBeVisible();
  // What was taken back is told in a moment, above it.
  await expect(page.locator('okaeri-widget .note')).toBeVisible();
  await page.waitForTimeout(400);
  return shapeOf(page);
};

/** What Tailwind's preflight and Bootstrap's reboot do to a page, in short. */
const TAILWIND = `*,::before,::after{box-sizing:border-box;border-width:0;border-style:solid}html{line-height:1.5;font-family:serif}
  button,input,select{font:inherit;color:inherit;background:transparent;padding:0;border-radius:0}h1,h2,h3,h4{font-size:inherit;font-weight:inherit}
  ol,ul{list-style:none;margin:0;padding:0}img,svg{display:block;vertical-align:middle}[hidden]{display:none!important}dialog{padding:0}`;
const BOOTSTRAP = `*,::before,::after{box-sizing:border-box}body{margin:0;font-size:1rem;line-height:1.5}h2{font-size:2rem;margin-bottom:.5rem}
  button{border-radius:0}label{display:inline-block}progress{vertical-align:baseline}p{margin-bottom:1rem}.card{display:flex;flex-direction:column}`;

const HOSTILE: Readonly<Record<string, ShopPage>> = {
  'that unsets everything': {
    head: '<style>* { all: unset !important } okaeri-x { color: red }</style>',
  },
  'with a huge root font': { head: '<style>html { font-size: 40px; letter-spacing: 4px }</style>' },
  'that hides every div': { head: '<style>div, dialog, span, section { display: none }</style>' },
  'with Tailwind’s reset': { head: `<style>${TAILWIND}</style>` },
  'with Bootstrap’s reset': { head: `<style>${BOOTSTRAP}</style>` },
  'that fights for the top': {
    head: '<style>.top { position: fixed; inset: 0; z-index: 2147483646 }</style>',
    body: '<div class="top"></div><p>Under it</p>',
  },
  'with a body in red': { head: '<style>body { color: red; line-height: 3 }</style>' },
  'that moves and filters its body': {
    head: '<style>body { transform: translateX(30px) scale(0.9); filter: grayscale(1); contain: layout paint; will-change: transform }</style>',
    body: '<div style="height: 3000px">Much of it</div>',
  },
  'that lays its body out as a grid': {
    head: '<style>html, body { display: grid; gap: 40px } body > * { transform: rotate(3deg) !important }</style>',
  },
};

test.describe('on a page', () => {
  test.use({ reducedMotion: 'reduce' } as object);

  let plain: unknown;
  for (const [name, own] of Object.entries(HOSTILE))
    test(`${name} the widget looks the same`, async ({ page, baseURL }) => {
      await signIn(page, 'mika', baseURL ?? '');
      plain ??= await shapeOn(page, {});
      await page.unrouteAll();
      expect(await shapeOn(page, own)).toEqual(plain);
    });

  test('written from right to left it turns round', async ({ page, baseURL }) => {
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { htmlAttributes: 'dir="rtl"', snippetAttributes: 'data-lang="ar"' });
    const launcher = page.locator('okaeri-launcher').getByRole('button');
    await expect(launcher).toBeVisible();
    expect((await launcher.boundingBox())?.x).toBeLessThan(100);
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('أهلًا بعودتك');
    expect((await page.getByRole('dialog').boundingBox())?.x).toBeLessThan(100);
    for (const name of ['tiers', 'goals', 'profile'] as const) await openAt(page, name);
  });

  test('nothing of the page is changed: no style, no global but one', async ({ page, baseURL }) => {
    await signIn(page, 'mika', baseURL ?? '');
    const look = (): Promise<unknown> =>
      page.evaluate(() => {
        const styles = ['html', 'body', 'h1', 'p'].map((selector) => {
          const style = getComputedStyle(document.querySelector(selector) ?? document.body);
          return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
        });
        const globals = Object.getOwnPropertyNames(window).filter((name) => name !== 'okaeri');
        return { styles, globals, sheets: document.styleSheets.length, title: document.title };
      });
    const own = { snippetAttributes: '', body: '<h1>A shop</h1><p>Some words.</p>' };
    await page.route('**/widget/v1/okaeri.js', (route) => route.abort());
    await gotoOwnPage(page, own);
    const before = await look();
    await page.unrouteAll();
    await gotoOwnPage(page, own);
    await openPanel(page);
    for (const name of ['rewards', 'profile'] as const) await openAt(page, name);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await look()).toEqual(before);
  });

  test('with the strictest policy, Trusted Types and all, it works', async ({ page, baseURL }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, {
      policy: `${POLICY}; img-src 'self'`,
      body: '<okaeri-points></okaeri-points><okaeri-page><p>Our programme</p></okaeri-page>',
    });
    await expect(page.locator('okaeri-points')).toContainText('points');
    await expect(page.locator('okaeri-page .step')).toBeVisible();
    await openPanel(page);
    for (const name of ['rewards', 'history', 'goals', 'profile'] as const)
      await openAt(page, name);
    expect(complaints).toEqual([]);
  });

  test('that lets no pictures in, icons stand in their place', async ({ page, baseURL }) => {
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { policy: POLICY });
    await openPanel(page);
    await page.getByRole('tab', { name: 'Rewards' }).click();
    const rewards = page.locator('okaeri-widget .ticket');
    await expect(rewards.first()).toBeVisible();
    await expect(rewards.locator('img')).toHaveCount(0);
    await expect(rewards.locator('.tile svg').first()).toBeVisible();
  });

  test('that lets nothing be stored it works, and takes a reward once', async ({
    page,
    baseURL,
  }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Blocked', 'SecurityError');
          },
        });
    });
    await signIn(page, 'jun', baseURL ?? '');
    await gotoOwnPage(page);
    await openPanel(page);
    await openAt(page, 'rewards');
    await expect(page.locator('okaeri-widget .ticket').first()).toBeVisible();
  });

  test('that is left is kept by the browser, and the widget is there when it comes back', async ({
    baseURL,
  }) => {
    const executablePath = wholeBrowser(chromium.executablePath());
    test.skip(executablePath === undefined, 'The browser without windows keeps no page.');
    // The cache is off in a browser that is driven, unless it is asked for.
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await browser.newPage({ baseURL: baseURL ?? '' });
    await signIn(page, 'mika', baseURL ?? '');
    await page.goto('/demo/examples/plain.html');
    await page.evaluate(() =>
      addEventListener('pageshow', (event) => {
        document.title = event.persisted ? 'kept' : 'loaded anew';
      }),
    );
    await openPanel(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.goto('/demo/examples/themed.html');
    await page.goBack({ waitUntil: 'commit' });
    await expect(page).toHaveTitle('kept');
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
    await browser.close();
  });

  test('it leaves without a trace: no node, no listener, no timer, no global', async ({
    page,
    baseURL,
  }) => {
    await page.addInitScript(() => {
      const open = new Set<unknown>();
      Object.assign(window, { openListeners: open });
      for (const target of [window, document] as EventTarget[]) {
        const add = target.addEventListener.bind(target);
        const remove = target.removeEventListener.bind(target);
        const key = (type: string, listener: unknown): string => `${type} ${String(listener)}`;
        target.addEventListener = (...given: Parameters<EventTarget['addEventListener']>): void => {
          open.add(key(given[0], given[1]));
          add(...given);
        };
        target.removeEventListener = (
          ...given: Parameters<EventTarget['removeEventListener']>
        ): void => {
          open.delete(key(given[0], given[1]));
          remove(...given);
        };
      }
    });
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, {
      body: '<okaeri-points></okaeri-points><okaeri-page>Our programme</okaeri-page>',
    });
    await expect(page.locator('okaeri-page .step')).toBeVisible();
    await openPanel(page);
    let requests = 0;
    await page.evaluate(() =>
      (window as unknown as { okaeri: { destroy(): void } }).okaeri.destroy(),
    );
    await expect(page.locator('[data-okaeri]')).toHaveCount(0);
    await expect(page.locator('okaeri-page')).toHaveText('Our programme');
    expect(await page.evaluate(() => 'okaeri' in window)).toBe(false);
    expect(
      await page.evaluate(() => [
        ...(window as unknown as { openListeners: Set<string> }).openListeners,
      ]),
    ).toEqual([]);
    page.on('request', () => (requests += 1));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(800);
    expect(requests).toBe(0);
  });
});
