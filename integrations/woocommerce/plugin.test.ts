import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { currencyDigits } from '../../shared/src/currencies.ts';
import { ensurePhp } from '../../tooling/ensure-php.ts';

const HERE = import.meta.dirname;
const READY = {
  host: 'https://loyalty.example',
  public_key: 'okr_pk_TEST',
  identity_secret: 'okr_is_test',
};
const MIKA = { ID: 42, user_email: 'mika@example.com', display_name: 'Mika "M" <Aalto>' };

const php = (...parameters: string[]): string =>
  execFileSync('php', parameters, { cwd: HERE, encoding: 'utf8' });

/** Runs the plugin in as much of WordPress as it calls, and gives what it prints. */
const run = (steps: readonly (readonly unknown[])[], given: Record<string, unknown> = {}): string =>
  php('wordpress-stubs.php', JSON.stringify({ options: READY, ...given, run: steps }));

/** What the line of a page is told, out of its markup. */
const goodsIn = (page: string): unknown => {
  const [, text = 'null'] = /<okaeri-earn data-okaeri="([^"]*)"><\/okaeri-earn>/.exec(page) ?? [];
  return JSON.parse(text.replaceAll('&quot;', '"'));
};

/** Saves what a form of the settings page sends, as WordPress does. */
const save = (
  form: object,
  given: Record<string, unknown> = {},
): { kept: Record<string, string>; errors: string[] } =>
  JSON.parse(run([['save', form]], given)) as { kept: Record<string, string>; errors: string[] };

describe('the WordPress plugin', () => {
  beforeAll(ensurePhp, 300_000);

  it('is PHP, and written as PSR-12 has it', () => {
    for (const name of readdirSync(join(HERE, 'okaeri/src')))
      expect(php('-l', `okaeri/src/${name}`)).toContain('No syntax errors');
    expect(php('-l', 'okaeri/okaeri.php')).toContain('No syntax errors');
    const sniffed = execFileSync('phpcs', ['--standard=phpcs.xml', 'okaeri'], { cwd: HERE });
    expect(sniffed.toString()).toBe('');
  });

  it('puts the snippet into the page, without a token', () => {
    const page = run([['wp_enqueue_scripts']]);
    expect(page).toContain('src="https://loyalty.example/widget/v1/okaeri.js"');
    expect(page).toContain('data-shop="okr_pk_TEST"');
    expect(page).toContain('data-token-url="/wp-admin/admin-ajax.php?action=okaeri_token"');
    expect(page).not.toContain('okr_is_');
    expect(run([['wp_enqueue_scripts']], { options: {} })).toBe('');
  });

  it('puts the script into the page that brings rewards into the cart, without a nonce', () => {
    const page = run([['wp_enqueue_scripts']]);
    expect(page).toMatch(
      /<script data-store="https:\/\/shop.example\/wp-json\/wc\/store\/v1\/" src="[^"]+assets\/apply.js"/,
    );
    expect(page).not.toContain('nonce');
  });

  it('says nobody is there to guests, and where it has no secret', () => {
    expect(run([['wp_ajax_nopriv_okaeri_token']])).toBe('{"token":null}');
    const options = { ...READY, identity_secret: '' };
    expect(run([['wp_ajax_okaeri_token']], { options, user: MIKA })).toBe('{"token":null}');
  });

  it('places elements where they are wanted, and escapes what stands in them', () => {
    const product = [
      ['woocommerce_single_product_summary'],
      ['woocommerce_after_single_product_summary'],
    ];
    const page = run(product);
    expect(page).toContain('<okaeri-stars product-id="93"></okaeri-stars>');
    expect(page).toContain('<okaeri-reviews product-id="93"></okaeri-reviews>');
    expect(page).toContain('assets/earn.js');
    const hidden = { ...READY, hide_earn: '1', hide_stars: '1', hide_reviews: '1' };
    expect(run(product, { options: hidden })).toBe('');
    expect(run([['shortcode okaeri', { element: 'stars', product: '"><script>' }]])).toBe(
      '<okaeri-stars product-id="&quot;&gt;&lt;script&gt;"></okaeri-stars>',
    );
    expect(run([['shortcode okaeri', { element: 'script' }]])).toBe('');
    const menu = run([
      ['woocommerce_account_menu_items', { orders: 'Orders', 'customer-logout': 'Out' }],
    ]);
    expect(Object.keys(JSON.parse(menu) as object)).toEqual([
      'orders',
      'okaeri-points',
      'customer-logout',
    ]);
    expect(run([['woocommerce_account_okaeri-points_endpoint']])).toContain('<okaeri-page>');
  });

  it('shows on the page of an order what it brings, and nothing for what is no order', () => {
    const element = '<okaeri-order order-id="1412"></okaeri-order>';
    expect(run([['woocommerce_thankyou', 1412]])).toBe(element);
    expect(run([['woocommerce_view_order', '1412']])).toBe(element);
    expect(run([['woocommerce_thankyou', '"><script>']])).toBe('');
    expect(run([['shortcode okaeri', { element: 'order', order: 1412 }]])).toBe(element);
  });

  const money = { currency: 'USD', digits: 2, decimals: 2 };

  it('tells the line of a product its price without tax, and the tax, as the order will', () => {
    const shown = [['woocommerce_single_product_summary']];
    const line = { productId: '93', quantity: 1, net: 18, tax: 1.8 };
    expect(goodsIn(run(shown))).toEqual({ ...money, lines: [line], variations: {} });
    // Neither price nor tax is rounded by the piece: three of 12.34 are 3.70 of tax, and not 3.69.
    for (const [net, tax] of [
      [12.34, 1.234],
      [11.218182, 1.121818],
    ])
      expect(goodsIn(run(shown, { net }))).toMatchObject({ lines: [{ net, tax }] });
    const yen = { currency: 'JPY', decimals: 0, net: 1800 };
    expect(goodsIn(run(shown, yen))).toMatchObject({ digits: 0, lines: [{ net: 1800, tax: 180 }] });
  });

  it('tells it the price of each variation, or of the one WooCommerce brings where they are many', () => {
    const shown = [['woocommerce_single_product_summary']];
    const of = (count: number): Record<string, unknown> => ({
      product: { type: 'variable', children: Array.from({ length: count }, (_, id) => id + 1) },
    });
    const piece = { net: 18, tax: 1.8 };
    expect(goodsIn(run(shown, of(30)))).toMatchObject({ variations: { 1: piece, 30: piece } });
    expect(goodsIn(run(shown, of(31)))).toHaveProperty('variations', {});
    const variation = JSON.parse(run([['variation']])) as object;
    expect(variation).toEqual({ variation_id: 16, okaeri: piece });
    const options = { ...READY, hide_earn: '1' };
    expect(JSON.parse(run([['variation']], { options }))).toEqual({ variation_id: 16 });
  });

  it('promises nothing of what cannot be bought here', () => {
    const shown = [['woocommerce_single_product_summary']];
    expect(run(shown, { product: { purchasable: false } })).not.toContain('okaeri-earn');
    const placed = (product: string): string =>
      run([['shortcode okaeri', { element: 'earn', product }]]);
    expect(goodsIn(placed('12'))).toMatchObject({ lines: [{ productId: '12' }] });
    expect(goodsIn(placed(''))).toMatchObject({ lines: [{ productId: '93' }] });
    expect(placed('404')).toBe('');
  });

  it('tells the lines of the cart in the old page and in the answer of the cart block', () => {
    const cart = [
      { product_id: 93, variation_id: 16, quantity: 3, line_total: 51.296, line_tax: 5.1296 },
      { product_id: 12, quantity: 1, line_total: 4, line_tax: 0 },
    ];
    const fees = [
      { total: -3, tax: -0.3 },
      { total: 4, tax: 0.4 },
    ];
    const goods = {
      ...money,
      lines: [
        { productId: '93', quantity: 3, net: 51.3, tax: 5.13 },
        { productId: '12', quantity: 1, net: 4, tax: 0 },
      ],
      off: { net: 3, tax: 0.3 },
    };
    expect(goodsIn(run([['woocommerce_after_cart_totals']], { cart, fees }))).toEqual(goods);
    const answer = JSON.parse(run([['woocommerce_blocks_loaded']], { cart, fees })) as unknown;
    expect(answer).toEqual(['cart', 'okaeri', goods]);
    const block = [['render_block_woocommerce/cart', '<div>The cart</div>']];
    const shown = run(block, { cart });
    expect(shown).toMatch(/earn\.js.*cart\.js.*<div>The cart<\/div>$/s);
    const options = { ...READY, hide_cart: '1' };
    expect(run([...block, ['woocommerce_blocks_loaded']], { cart, options })).toBe(
      '<div>The cart</div>',
    );
    expect(run([['woocommerce_after_cart_totals']])).toBe('');
  });

  it('counts in the minor units the server counts in, of every currency', () => {
    const currencies = [...Intl.supportedValuesOf('currency'), 'UYW', 'XXX'];
    expect(JSON.parse(run([['digits', currencies]]))).toEqual(currencies.map(currencyDigits));
  });

  it('has its scripts fetched anew with each version of it', () => {
    const header = /Version: (\S+)/.exec(
      readFileSync(join(HERE, 'okaeri/okaeri.php'), 'utf8'),
    )?.[1];
    const version = /VERSION = '(.+)'/.exec(
      readFileSync(join(HERE, 'okaeri/src/Widget.php'), 'utf8'),
    );
    expect(version?.[1]).toBe(header);
  });

  it('shows everything after its first save, which WordPress sanitises twice', () => {
    const places = ['earn', 'stars', 'reviews', 'cart', 'account'];
    const ticked = Object.fromEntries(places.map((place) => [`show_${place}`, '1']));
    const form = { ...READY, ...ticked };
    const shown = Object.fromEntries(places.map((place) => [`hide_${place}`, '']));
    const first = save(form, { options: undefined });
    expect(first).toEqual({ kept: { ...READY, ...shown }, errors: [] });
    // One that is unticked is off, at first and later.
    const { show_cart: _unticked, ...fewer } = form as Record<string, string>;
    for (const options of [undefined, first.kept])
      expect(save(fewer, { options }).kept).toEqual({ ...READY, ...shown, hide_cart: '1' });
  });

  it('says a fault of the first save once', () => {
    const said = save({ host: 'http://plain.example', public_key: 'sk' }, { options: undefined });
    expect(said.errors).toEqual(['host', 'key']);
  });

  it('keeps settings that can be used, and says which cannot', () => {
    const said = save({
      host: 'http://plain.example',
      public_key: 'sk',
      identity_secret: 'x',
      show_earn: '1',
    });
    expect(said.errors).toEqual(['host', 'key', 'secret']);
    expect(said.kept).toMatchObject({ ...READY, hide_earn: '', hide_stars: '1' });
    expect(run([['page']])).not.toContain('okr_is_');
  });
});
