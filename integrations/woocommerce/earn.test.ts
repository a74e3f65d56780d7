import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../tooling/ensure-browser.ts';

const scriptOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, `okaeri/assets/${name}.js`), 'utf8');

const money = { currency: 'USD', digits: 2, decimals: 2 };
const shirt = {
  ...money,
  lines: [{ productId: '14', quantity: 1, net: 12, tax: 1.2 }],
  variations: { 16: { net: 18, tax: 1.8 } },
};
const lineOf = (goods: object): string =>
  `<okaeri-earn data-okaeri="${JSON.stringify(goods).replaceAll('"', '&quot;')}"></okaeri-earn>`;
const formOf = (extra = ''): string =>
  `<form class="variations_form cart" data-product_id="14"><input class="qty" name="quantity" value="1">
    <input type="hidden" name="variation_id" value="0">${extra}</form>`;
const toldOf = (netMinor: number, taxMinor: number, quantity = 1, productId = '14'): object => ({
  currency: 'USD',
  taxesIncluded: false,
  lines: [
    {
      productId,
      quantity,
      priceMinor: Math.ceil(netMinor / quantity),
      discountMinor: Math.ceil(netMinor / quantity) * quantity - netMinor,
      taxMinor,
    },
  ],
});

/** The widget's element as far as it is told something, and jQuery as far as it is heard. */
const AROUND = `
  customElements.define('okaeri-earn', class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = '<style>:host { display: inline-block }</style>Earn';
    }
    set cart(cart) { this.told = cart; }
  });
  window.jQuery = (root) => ({
    on: (names, of, hear) => names.split(' ').forEach((name) => root.addEventListener(name, (event) =>
      hear({ currentTarget: event.target.closest(of) }, event.detail))),
  });`;

describe('the line of a product or a cart', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const executablePath = ensureBrowser(chromium.executablePath());
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  }, 300_000);
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  const show = async (body: string): Promise<void> => {
    await page.setContent(body);
    await page.addStyleTag({ path: join(import.meta.dirname, 'okaeri/assets/okaeri.css') });
    await page.evaluate(AROUND);
    await page.evaluate(scriptOf('earn'));
  };
  const told = (): Promise<unknown> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const line = document.querySelector('okaeri-earn');
          setTimeout(() => resolve(line && 'told' in line ? line.told : null), 20);
        }),
    );

  it('is told the price without tax and the tax beside it', async () => {
    await show(lineOf(shirt));
    expect(await told()).toEqual(toldOf(1200, 120));
  });

  it('follows the quantity', async () => {
    await show(lineOf(shirt) + formOf());
    await page.fill('.qty', '3');
    expect(await told()).toEqual(toldOf(3600, 360, 3));
  });

  it('rounds what several pieces come to, and not the price of one', async () => {
    const beans = { productId: '14', quantity: 1, net: 11.218182, tax: 1.121818 };
    await show(lineOf({ ...shirt, lines: [beans] }) + formOf());
    await page.fill('.qty', '3');
    expect(await told()).toEqual(toldOf(3365, 337, 3));
  });

  it('follows the variation that is chosen, and goes back when the choice is taken back', async () => {
    await show(lineOf(shirt) + formOf());
    await page.fill('.qty', '3');
    // A hidden field that is set tells nobody; this is how both WooCommerce's form and its block do it.
    const choose = (id: string): Promise<void> =>
      page.$eval('[name="variation_id"]', (field, value) => field.setAttribute('value', value), id);
    await choose('16');
    expect(await told()).toEqual(toldOf(5400, 540, 3));
    await choose('');
    expect(await told()).toEqual(toldOf(3600, 360, 3));
  });

  it('knows one of many variations once WooCommerce has told of it', async () => {
    await show(lineOf({ ...shirt, variations: {} }) + formOf());
    const found = (id: number, net: number): Promise<void> =>
      page.evaluate(
        ([variation_id, price]) => {
          const field = document.querySelector<HTMLInputElement>('[name="variation_id"]');
          if (field) field.value = String(variation_id);
          const okaeri = { net: price, tax: 0 };
          const said = { bubbles: true, detail: { variation_id, okaeri } };
          document.querySelector('form')?.dispatchEvent(new CustomEvent('found_variation', said));
        },
        [id, net] as const,
      );
    await found(35, 44);
    expect(await told()).toEqual(toldOf(4400, 0));
    await found(2, 11);
    expect(await told()).toEqual(toldOf(1100, 0));
  });

  it('follows the block “Add to Cart + Options”, whose buttons tell nobody above them', async () => {
    const block = `<form class="wp-block-add-to-cart-with-options"><input name="product_id" value="14">
      <input class="qty" value="1"><input type="hidden" name="variation_id"></form>`;
    await show(lineOf(shirt) + block);
    await page.$eval('[name="variation_id"]', (field) => field.setAttribute('value', '16'));
    await page.$eval('.qty', (field) => {
      field.setAttribute('value', '2');
      field.dispatchEvent(new Event('change'));
    });
    expect(await told()).toEqual(toldOf(3600, 360, 2));
  });

  it('minds the form of its own product', async () => {
    const other = formOf().replace('"14"', '"9"').replace('value="1"', 'value="7"');
    await show(other + lineOf(shirt) + formOf());
    expect(await told()).toEqual(toldOf(1200, 120));
  });

  it('is told the lines of a cart, less what fees below zero take off them', async () => {
    const cart = {
      ...money,
      lines: [
        { productId: '1', quantity: 3, net: 10, tax: 1 },
        { productId: '2', quantity: 0.5, net: 5, tax: 0.5 },
      ],
      off: { net: 3, tax: 0.3 },
    };
    await show(lineOf(cart));
    expect(await told()).toEqual({
      currency: 'USD',
      taxesIncluded: false,
      lines: [
        { productId: '1', quantity: 3, priceMinor: 267, discountMinor: 1, taxMinor: 80 },
        { productId: '2', quantity: 1, priceMinor: 400, discountMinor: 0, taxMinor: 40 },
      ],
    });
  });

  it.each([
    ['JPY', 0, 0, { net: 1800, tax: 180 }, { priceMinor: 1800, taxMinor: 180 }],
    ['USD', 2, 0, { net: 12, tax: 1.2 }, { priceMinor: 1200, taxMinor: 100 }],
    ['KWD', 3, 2, { net: 1.235, tax: 0.1 }, { priceMinor: 1240, taxMinor: 100 }],
  ])('counts %s in its minor units, whatever decimals the shop shows', async (...given) => {
    const [currency, digits, decimals, piece, line] = given;
    const lines = [{ productId: '14', quantity: 1, ...piece }];
    await show(lineOf({ currency, digits, decimals, lines }));
    expect(await told()).toMatchObject({ currency, lines: [line] });
  });

  it('is told anew when the cart is drawn anew, and hides where nothing is in it', async () => {
    const cart = { ...money, lines: [{ productId: '14', quantity: 2, net: 40, tax: 4 }] };
    await show(`<div id="totals">${lineOf(cart)}</div>`);
    const fewer = { ...money, lines: [{ productId: '14', quantity: 1, net: 20, tax: 2 }] };
    await page.$eval('#totals', (totals, html) => (totals.innerHTML = html), lineOf(fewer));
    expect(await told()).toEqual(toldOf(2000, 200));
    const none = JSON.stringify({ ...money, lines: [] });
    await page.$eval('okaeri-earn', (line, text) => line.setAttribute('data-okaeri', text), none);
    await told();
    expect(await page.locator('okaeri-earn').isHidden()).toBe(true);
  });
});

describe('the cart block', () => {
  type Node = { type: unknown; attributes: Record<string, unknown> | null; inside: Node[] };
  type Plugin = { render: () => Node; scope: string };
  const createElement = (
    type: unknown,
    attributes: Node['attributes'],
    ...inside: Node[]
  ): Node => ({
    type,
    attributes,
    inside,
  });
  const register = (window: object): Plugin[] => {
    const plugins: Plugin[] = [];
    const registerPlugin = (_name: string, plugin: Plugin): number => plugins.push(plugin);
    const wp = { element: { createElement }, plugins: { registerPlugin } };
    runInNewContext(scriptOf('cart'), { window: { wp, ...window } });
    return plugins;
  };

  it('says under its totals what the cart’s answer brings with it', () => {
    const [plugin] = register({ wc: { blocksCheckout: { ExperimentalOrderMeta: 'place' } } });
    expect(plugin?.scope).toBe('woocommerce-checkout');
    const place = plugin?.render();
    expect(place?.type).toBe('place');
    const Line = place?.inside[0]?.type as (given: object) => Node | null;
    const goods = { ...money, lines: [] };
    const context = 'woocommerce/cart';
    const shown = JSON.stringify(Line({ extensions: { okaeri: goods }, context }));
    expect(shown).toContain('"type":"okaeri-earn"');
    expect(shown).toContain(JSON.stringify(JSON.stringify(goods)));
    // Nothing in the checkout, nor where the answer says nothing.
    expect(Line({ extensions: { okaeri: goods }, context: 'woocommerce/checkout' })).toBeNull();
    expect(Line({ extensions: {}, context })).toBeNull();
  });

  it('is left alone where it has no such place', () => {
    expect(register({ wc: {} })).toEqual([]);
    runInNewContext(scriptOf('cart'), { window: {} });
  });
});
