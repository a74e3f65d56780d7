import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../tooling/ensure-browser.ts';

const SCRIPT = join(import.meta.dirname, 'extensions/okaeri/assets/okaeri-cart.js');
const SHOP = 'https://shop.example';

/** A cart of the shop: what is in it, and which codes count for it. */
interface Cart {
  pieces: number;
  codes: string[];
  readonly refuses?: readonly string[];
  readonly status?: number;
  kept?: string;
  loads: number;
}

/** Codes as both of Shopify's ways give them back. */
const codesOf = ({ codes, refuses = [] }: Cart): { code: string; applicable: boolean }[] =>
  codes.map((code) => ({ code, applicable: !refuses.includes(code) }));

/** `Shopify.actions` as its reference describes them, over the cart of the test. */
const ACTIONS = `window.Shopify = { routes: { root: '/ja/' }, actions: {
  getCart: async () => ({ cart: await window.readCart() }),
  updateCart: ({ discountCodes }) => window.writeCodes(discountCodes),
} };`;

describe.each(['Shopify’s actions', 'the Cart API'])('a reward in the cart, by %s', (by) => {
  let browser: Browser;
  let page: Page;
  let cart: Cart;
  beforeAll(async () => {
    const executablePath = ensureBrowser(chromium.executablePath());
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  }, 300_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    cart = { pieces: 2, codes: [], loads: 0 };
    page = await browser.newPage();
  });

  const cartApiAnswer = () => ({ item_count: cart.pieces, discount_codes: codesOf(cart) });

  const show = async (path = '/ja/products/mug'): Promise<void> => {
    await page.route(`${SHOP}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const { status = 200 } = cart;
      if (pathname.startsWith('/ja/discount/')) cart.kept = pathname.split('/').at(-1) ?? '';
      if (pathname === '/ja/cart/update.js' && status === 200) {
        const { discount } = route.request().postDataJSON() as { discount: string };
        cart.codes = discount === '' ? [] : discount.split(',');
      }
      if (!pathname.endsWith('.js') && !pathname.startsWith('/ja/discount/')) {
        cart.loads += 1;
        const root = "<script>window.Shopify = { routes: { root: '/ja/' } }</script>";
        await route.fulfill({ contentType: 'text/html', body: root });
        return;
      }
      await route.fulfill({ status, json: cartApiAnswer() });
    });
    await page.exposeFunction('readCart', () => ({
      totalQuantity: cart.pieces,
      discountCodes: codesOf(cart),
    }));
    await page.exposeFunction('writeCodes', (codes: string[]) => {
      if (cart.status !== undefined) return { userErrors: [{ message: 'not now' }] };
      cart.codes = codes;
      return { cart: { discountCodes: codesOf(cart) } };
    });
    await page.goto(SHOP + path);
    if (by === 'Shopify’s actions') await page.evaluate(ACTIONS);
    await page.addScriptTag({ path: SCRIPT });
  };
  /** Calls what the script has left for the widget, as the widget does; gives what it would tell the shopper. */
  const tell = (name: 'apply' | 'release', ...codes: string[]): Promise<string[]> =>
    page.evaluate(
      async ([wanted, all]) => {
        const { okaeri } = window as unknown as {
          okaeri: [string, string, (detail: object) => Promise<void>][];
        };
        const listener = okaeri.find(([on, event]) => on === 'on' && event === wanted)?.[2];
        const told = all.map(async (code) => listener?.({ rewardId: 'r', code }));
        return (await Promise.allSettled(told)).map(({ status }) => status);
      },
      [name, codes] as const,
    );

  it('goes in beside the codes that are there, and comes out alone', async () => {
    cart.codes = ['SPRING'];
    await show();
    expect(await tell('apply', 'OK-1')).toEqual(['fulfilled']);
    expect(cart.codes).toEqual(['SPRING', 'OK-1']);
    expect(await tell('apply', 'ok-1')).toEqual(['fulfilled']);
    expect(cart.codes).toEqual(['SPRING', 'ok-1']);
    expect(await tell('release', 'OK-1')).toEqual(['fulfilled']);
    expect(cart.codes).toEqual(['SPRING']);
    expect(await tell('release', 'OK-1')).toEqual(['fulfilled']);
  });

  it('that does not count fails, and leaves the codes as they were', async () => {
    cart = { ...cart, codes: ['SPRING'], refuses: ['OK-1'] };
    await show();
    expect(await tell('apply', 'OK-1')).toEqual(['rejected']);
    expect(cart.codes).toEqual(['SPRING']);
  });

  it('fails where the shop gives no answer, and the next one goes in', async () => {
    cart = { ...cart, status: 500 };
    await show();
    expect(await tell('apply', 'OK-1')).toEqual(['rejected']);
    delete (cart as { status?: number }).status;
    expect(await tell('apply', 'OK-2')).toEqual(['fulfilled']);
    expect(cart.codes).toEqual(['OK-2']);
  });

  it('of an empty cart is kept for the one to come', async () => {
    cart.pieces = 0;
    await show();
    expect(await tell('apply', 'OK 1')).toEqual(['fulfilled']);
    expect(cart.kept).toBe('OK%201');
    cart = { ...cart, status: 404 };
    expect(await tell('apply', 'OK-2')).toEqual(['rejected']);
  });

  it('waits for the one before it, so that none is lost', async () => {
    await show();
    expect(await tell('apply', 'OK-1', 'OK-2', 'OK-3')).toEqual(Array(3).fill('fulfilled'));
    expect(cart.codes).toEqual(['OK-1', 'OK-2', 'OK-3']);
  });

  it.runIf(by === 'the Cart API')('loads the page of the cart anew, and no other', async () => {
    await show('/ja/cart');
    await Promise.all([page.waitForEvent('load'), tell('apply', 'OK-1')]);
    expect(cart.loads).toBe(2);
  });
});
