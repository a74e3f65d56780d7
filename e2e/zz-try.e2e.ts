import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { gotoOwnPage, openAt, openPanel, signIn, PAGES } from './support.ts';

const file = (name: string) =>
  `<script>${readFileSync(`/tmp/foreign/${name}`, 'utf8').replaceAll('</script', '<\\/script')}</script>`;
const FREEZE = `<script>
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    let value; try { value = globalThis[name]; } catch { continue; }
    if (typeof value !== 'function' || !value.prototype) continue;
    if (value === Window || ['Window','EventTarget','Node'].includes(name)) continue;
    try { Object.freeze(value.prototype); Object.freeze(value); } catch {}
  }
  Object.freeze(Object.getPrototypeOf(async function(){})); Object.freeze(Object.getPrototypeOf([][Symbol.iterator]())); Object.freeze(Object.getPrototypeOf(function*(){}).prototype);
  Object.freeze(Math); Object.freeze(JSON); Object.freeze(Reflect); Object.freeze(Intl);
</script>`;
const FREEZE_ALL = FREEZE.replace(
  "if (value === Window || ['Window','EventTarget','Node'].includes(name)) continue;",
  '',
);
const ENV: Record<string, string> = {
  freeze: FREEZE,
  freezeAll: FREEZE_ALL,
  proto16: file('prototype16.js'),
  proto17: file('prototype17.js'),
  moo: file('mootools.js'),
  moo12: file('mootools12.js'),
};
for (const [name, head] of Object.entries(ENV))
  test(`try ${name}`, async ({ page, baseURL }) => {
    const lines: string[] = [];
    page.on('console', (m) => lines.push(`${m.type()}: ${m.text()}`));
    page.on('pageerror', (e) => lines.push(`thrown: ${e.stack}`));
    page.on('response', (r) => {
      if (r.status() >= 400)
        lines.push(`${r.status()} ${r.request().method()} ${r.url()} ${r.request().postData()}`);
    });
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, {
      head,
      body: '<p>You have <okaeri-points></okaeri-points></p><okaeri-earn product-id="mug" price="2800" currency="JPY"></okaeri-earn><okaeri-stars product-id="mug"></okaeri-stars><okaeri-reviews product-id="mug"></okaeri-reviews><okaeri-tier></okaeri-tier><okaeri-questions product-id="mug"></okaeri-questions>',
    });
    const step = async (what: string, act: () => Promise<unknown>) => {
      try {
        await act();
        console.log(name, 'ok', what);
      } catch (error) {
        console.log(name, 'FAIL', what, String(error).split('\n')[0]);
      }
    };
    const T = { timeout: 5000 };
    await step('launcher', () =>
      expect(page.locator('okaeri-launcher').getByRole('button')).toContainText(/\d/, T),
    );
    await step('points', () => expect(page.locator('okaeri-points')).toContainText('points', T));
    await step('earn', () => expect(page.locator('okaeri-earn')).toContainText('points', T));
    await step('stars', () => expect(page.locator('okaeri-stars')).toContainText('★', T));
    await step('reviews', () =>
      expect(page.locator('okaeri-reviews [part~=review]').first()).toBeVisible(T),
    );
    await step('tier', () => expect(page.locator('okaeri-tier')).toContainText('Grove', T));
    await step('nothing loads', () => expect(page.locator('[aria-busy=true]')).toHaveCount(0, T));
    await step('open', async () => {
      await page.locator('okaeri-launcher').getByRole('button').click(T);
      await expect(page.getByRole('dialog')).toContainText('Welcome back', T);
    });
    for (const p of PAGES)
      await step(`page ${p}`, async () => {
        await page.evaluate((w) => (window as any).okaeri.open(w), p);
        await expect(page.locator('okaeri-widget .place [aria-busy=true]')).toHaveCount(0, T);
        await expect(
          page.locator('okaeri-widget').locator('.card, .notice, form').first(),
        ).toBeVisible(T);
      });
    await step('redeem', async () => {
      await page.evaluate(() => (window as any).okaeri.open('rewards'));
      await page
        .getByRole('button', { name: 'Get it: ¥300 off' })
        .click(T)
        .catch(() =>
          page
            .getByRole('button', { name: /¥300 off/ })
            .first()
            .click(T),
        );
      await page.getByRole('button', { name: 'Yes' }).click(T);
      await expect(page.locator('okaeri-widget [part~=code]').first()).toContainText('OK-', T);
      await page
        .locator('okaeri-widget')
        .getByRole('button', { name: /^Cancel, get/ })
        .first()
        .click(T);
      await expect(page.locator('okaeri-widget')).toContainText('are back', T);
    });
    await step('escape', async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden(T);
    });
    await step('destroy', async () => {
      await page.evaluate(() => (window as any).okaeri.destroy());
      await expect(page.locator('[data-okaeri]')).toHaveCount(0, T);
    });
    console.log(name, JSON.stringify([...new Set(lines)], null, 1));
  });
