import { join } from 'node:path';
import { chromium, type Browser, type Page, type Route } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../tooling/ensure-browser.ts';

const SCRIPT = '/wp-content/plugins/okaeri/assets/apply.js';
const SHOP = 'https://shop.example';
const STORE = `${SHOP}/index.php?rest_route=/wc/store/v1/`;

/** jQuery as far as the script speaks by it, and what was said on the page. */
const AROUND = `<script>
  window.said = [];
  window.jQuery = () => ({ trigger: (name) => window.said.push(name) });
  addEventListener('wc-blocks_store_sync_required', ({ detail }) => window.said.push(detail.type));
</script>`;

/** The store of the cart block, as WooCommerce describes it, over the Store API. */
const BLOCKS = `<script>
  const change = (path) => async (code) => {
    const answer = await fetch('${STORE}cart/' + path, {
      method: 'POST', headers: { Nonce: 'n-1', 'Content-Type': 'application/json' }, body: JSON.stringify({ code }),
    });
    if (!answer.ok) throw await answer.json();
    window.said.push('block ' + path);
  };
  const stores = { 'wc/store/cart': { applyCoupon: change('apply-coupon'), removeCoupon: change('remove-coupon') } };
  window.wp = { data: { select: (name) => stores[name], dispatch: (name) => stores[name] } };
</script>`;

describe('a reward in the cart of WooCommerce', () => {
  let browser: Browser;
  let page: Page;
  let coupons: string[];
  beforeAll(async () => {
    const executablePath = ensureBrowser(chromium.executablePath());
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  }, 300_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    coupons = [];
    page = await browser.newPage();
  });

  /** The Store API as far as it is asked: writing takes the nonce that reading gave. */
  const answerStore = async (route: Route): Promise<void> => {
    const request = route.request();
    const path = request.url().slice(STORE.length);
    if (path !== 'cart') {
      const { code } = request.postDataJSON() as { code: string };
      const refuse = (message: string): Promise<void> =>
        route.fulfill({
          status: 400,
          json: { code: 'woocommerce_rest_cart_coupon_error', message },
        });
      if (request.headers()['nonce'] !== 'n-1') return refuse('Missing the Nonce header.');
      if (code === 'TOO-SMALL') return refuse('The minimum spend is 50.');
      coupons = coupons.filter((coupon) => coupon !== code.toLowerCase());
      if (path === 'cart/apply-coupon') coupons.push(code.toLowerCase());
    }
    const json = { coupons: coupons.map((code) => ({ code })) };
    return route.fulfill({ headers: { Nonce: 'n-1' }, json });
  };

  const show = async (blocks = ''): Promise<void> => {
    await page.route(`${SHOP}/**`, (route) => {
      const url = route.request().url();
      if (url.startsWith(STORE)) return answerStore(route);
      if (url.endsWith(SCRIPT))
        return route.fulfill({ path: join(import.meta.dirname, 'okaeri/assets/apply.js') });
      const script = `<script src="${SCRIPT}" data-store="${STORE}"></script>`;
      return route.fulfill({ contentType: 'text/html', body: AROUND + blocks + script });
    });
    await page.goto(`${SHOP}/product/mug`);
  };
  /** Calls what the script has left for the widget, as the widget does; gives what each came to. */
  const tell = (name: 'apply' | 'release', ...codes: string[]): Promise<string[]> =>
    page.evaluate(
      async ([wanted, all]) => {
        const { okaeri } = window as unknown as {
          okaeri: [string, string, (detail: object) => Promise<void>][];
        };
        const listener = okaeri.find(([on, event]) => on === 'on' && event === wanted)?.[2];
        const told = all.map(async (code) => listener?.({ rewardId: 'r', code }));
        return (await Promise.allSettled(told)).map((end) =>
          end.status === 'fulfilled' ? 'done' : (end.reason as Error).message,
        );
      },
      [name, codes] as const,
    );
  const said = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));

  const OLD = ['wc_fragment_refresh', 'wc_update_cart', 'update_checkout'];

  it('goes in and out by the Store API, and whatever shows the cart is told', async () => {
    await show();
    expect(await tell('apply', 'OK-1')).toEqual(['done']);
    expect(coupons).toEqual(['ok-1']);
    expect(await said()).toEqual(['from_@wordpress/data', ...OLD]);
    // It is there already.
    expect(await tell('apply', 'OK-1')).toEqual(['done']);
    expect(await said()).toEqual([]);
    expect(await tell('release', 'OK-1')).toEqual(['done']);
    expect(coupons).toEqual([]);
    expect(await tell('release', 'OK-1')).toEqual(['done']);
  });

  it('goes in and out by the store of the cart block where it is on the page', async () => {
    await show(BLOCKS);
    expect(await tell('apply', 'OK-1')).toEqual(['done']);
    expect(coupons).toEqual(['ok-1']);
    expect(await said()).toEqual(['block apply-coupon', ...OLD]);
    expect(await tell('release', 'OK-1')).toEqual(['done']);
    expect(await said()).toEqual(['block remove-coupon', ...OLD]);
    expect(coupons).toEqual([]);
  });

  it.each([
    ['the Store API', ''],
    ['the block', BLOCKS],
  ])('that %s refuses fails with its reason, and nothing else is lost', async (_, blocks) => {
    coupons = ['spring'];
    await show(blocks);
    expect(await tell('apply', 'TOO-SMALL')).toEqual(['The minimum spend is 50.']);
    expect(await said()).toEqual([]);
    expect(coupons).toEqual(['spring']);
    expect(await tell('apply', 'OK-1', 'OK-2')).toEqual(['done', 'done']);
    expect(coupons).toEqual(['spring', 'ok-1', 'ok-2']);
  });
});
