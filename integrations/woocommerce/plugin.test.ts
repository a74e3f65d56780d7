import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
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
const run = (
  steps: readonly (readonly unknown[])[],
  given: { options?: object; user?: object; cart?: number } = {},
): string => php('wordpress-stubs.php', JSON.stringify({ options: READY, ...given, run: steps }));

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
    expect(run(product)).toBe(
      '<okaeri-stars product-id="93"></okaeri-stars>' +
        '<okaeri-earn product-id="93" price="18.5" currency="USD" quantity="1"></okaeri-earn>' +
        '<okaeri-reviews product-id="93"></okaeri-reviews>',
    );
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

  it('says what the cart earns, in the old cart page and below the cart block', () => {
    const line =
      '<okaeri-earn product-id="cart" price="20" currency="USD" quantity="1"></okaeri-earn>';
    expect(run([['woocommerce_after_cart_totals']], { cart: 18.5 })).toBe(line);
    const block = [['render_block_woocommerce/cart', '<div>The cart</div>']];
    const shown = run(block, { cart: 18.5 });
    expect(shown).toContain('assets/cart.js');
    expect(shown.endsWith(`<div>The cart</div>${line}`)).toBe(true);
    expect(run(block)).toBe('<div>The cart</div>');
    expect(run(block, { cart: 18.5, options: { ...READY, hide_cart: '1' } })).toBe(
      '<div>The cart</div>',
    );
  });

  it('keeps that true while the block changes, and waits until the cart has come', () => {
    const shown: Record<string, unknown> = { price: '20' };
    const totals = {
      total_items: '2000',
      total_discount: '500',
      total_items_tax: '160',
      total_discount_tax: '40',
      currency_minor_unit: 2,
    };
    let isThere = false;
    const told: (() => void)[] = [];
    const store = { hasFinishedResolution: () => isThere, getCartTotals: () => totals };
    const line = {
      getAttribute: (name: string) => shown[name],
      setAttribute: (name: string, value: string) => (shown[name] = value),
      set hidden(isHidden: boolean) {
        shown['hidden'] = isHidden;
      },
    };
    const window = {
      wp: { data: { select: () => store, subscribe: (tell: () => void) => told.push(tell) } },
    };
    const script = readFileSync(join(HERE, 'okaeri/assets/cart.js'), 'utf8');
    runInNewContext(script, { window, document: { querySelector: () => line } });
    expect(shown).toEqual({ price: '20' });
    isThere = true;
    for (const tell of told) tell();
    expect(shown).toEqual({ price: '16.20', hidden: false });
    totals.total_items = '500';
    totals.total_items_tax = '40';
    for (const tell of told) tell();
    expect(shown).toEqual({ price: '0.00', hidden: true });
    // Where there is no such block, nothing happens.
    runInNewContext(script, { window: {}, document: { querySelector: () => null } });
  });

  it('keeps settings that can be used, and says which cannot', () => {
    const said = JSON.parse(
      run([
        [
          'sanitize',
          { host: 'http://plain.example', public_key: 'sk', identity_secret: 'x', show_earn: '1' },
        ],
      ]),
    ) as { kept: Record<string, string>; errors: string[] };
    expect(said.errors).toEqual(['host', 'key', 'secret']);
    expect(said.kept).toMatchObject({ ...READY, hide_earn: '', hide_stars: '1' });
    expect(run([['page']])).not.toContain('okr_is_');
  });
});
