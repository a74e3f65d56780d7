import { gotoOwnPage, signIn } from './support.ts';
import { expect, test } from './test.ts';

/** Blocks that once moved within the place that was kept for them, and that place on a phone, in pixels. */
const BLOCKS = { page: 1000, questions: 1200, tier: 900, reviews: 2400 } as const;

for (const [block, heightPx] of Object.entries(BLOCKS))
  test(`<okaeri-${block}> in its place moves nothing of the page and of itself, on the first visit and the second`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, 'mika', baseURL ?? '');
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] });
      new PerformanceObserver((list) => {
        const { shifts } = window as unknown as { shifts: number[] };
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (let visit = 0; visit < 2; visit += 1) {
      await gotoOwnPage(page, {
        head: `<style>okaeri-${block} { display: block; min-block-size: ${heightPx}px }</style>`,
        body: `<h1>A shop</h1><okaeri-${block} product-id="mug"></okaeri-${block}><p>What stands beneath it.</p>`,
      });
      const element = page.locator(`okaeri-${block}`);
      await expect(page.locator(`okaeri-${block}:state(filled)`)).toHaveCount(1);
      await expect(element.locator('[aria-busy=true]')).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('shifts')).toEqual([]);
    }
  });
