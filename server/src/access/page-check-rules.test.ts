import { describe, expect, it } from 'vitest';
import { checksOf, missingDirectives } from './page-check-rules.ts';

const HOST = new URL('https://okaeri.example/widget/v1/okaeri.js');
const PAGE = new URL('https://shop.example/tea');
const ALL = ['script-src', 'connect-src', 'img-src'];

const missing = (policy: string, host = HOST, page = PAGE): string[] =>
  missingDirectives([policy], host, page);

describe('what a policy of a page keeps from the widget', () => {
  it.each([
    // What is not said is allowed.
    ['', []],
    [';; ;', []],
    ["frame-ancestors 'none'", []],
    ["default-src 'none'", ALL],
    ['default-src', ALL],
    ["default-src 'self'", ALL],
    ['default-src *', []],
    ['default-src https:', []],
    ['default-src HTTPS:', []],
    ['default-src data:', ALL],
    ['default-src okaeri.example', []],
    ['default-src OKAERI.example', []],
    ['default-src https://okaeri.example', []],
    ['default-src https://okaeri.example/widget/', []],
    ['default-src other.example okaeri.example', []],
    ['default-src other.example', ALL],
    ['default-src okaeri.example.evil', ALL],
    ['default-src xokaeri.example', ALL],
    ['default-src *.example', []],
    ['default-src https://*.example', []],
    ['default-src *.okaeri.example', ALL],
    ['script-src other.example', ['script-src']],
    ['connect-src other.example', ['connect-src']],
    ['img-src other.example', ['img-src']],
    ['style-src other.example', []],
    // The narrower directive counts, whatever the wider one says.
    ['default-src *; img-src other.example', ['img-src']],
    ["default-src 'none'; img-src *", ['script-src', 'connect-src']],
    ["script-src 'none'; script-src-elem okaeri.example", []],
    ['script-src okaeri.example; script-src-elem other.example', ['script-src']],
    // Of two of one name the first counts.
    ['img-src okaeri.example; img-src other.example', []],
    ['img-src other.example; IMG-SRC okaeri.example', ['img-src']],
    ['  SCRIPT-SRC\tother.example  ', ['script-src']],
    // By a nonce no host counts; whether it has one, a browser sees.
    ["script-src 'nonce-abc'", []],
    ["script-src 'strict-dynamic'", []],
    ["script-src 'NONCE-abc'", []],
    ["script-src 'unsafe-inline'", ['script-src']],
    ["script-src 'sha256-nonce-'", ['script-src']],
  ])('by "%s" is %j', (policy, directives) => {
    expect(missing(policy)).toEqual(directives);
  });

  it.each([
    ['http:', []],
    ['http://okaeri.example', []],
    ['http://*.example', []],
    ['http://other.example', ['img-src']],
  ])('by the source "%s" is %j, as what HTTP may HTTPS may too', (source, directives) => {
    expect(missing(`img-src ${source}`)).toEqual(directives);
  });

  it.each([
    ['http:', []],
    ['http://localhost:8787', []],
    ['localhost:8787', []],
    ['localhost', ['img-src']],
    ['https:', ['img-src']],
    ['https://localhost:8787', ['img-src']],
  ])('by the source "%s" is %j for a widget that is served by HTTP', (source, directives) => {
    const host = new URL('http://localhost:8787/widget/v1/okaeri.js');
    expect(missing(`img-src ${source}`, host)).toEqual(directives);
  });

  it('is nothing by the page’s own source where the widget is served from there', () => {
    const page = new URL('https://okaeri.example/shop');
    expect(missing("default-src 'self'", HOST, page)).toEqual([]);
    expect(missing("default-src 'self'", HOST, new URL('http://okaeri.example/'))).toEqual(ALL);
  });

  it('is what any of several policies keeps', () => {
    const policies = ['default-src *', "img-src 'self'", 'connect-src other.example'];
    expect(missingDirectives(policies, HOST, PAGE)).toEqual(['connect-src', 'img-src']);
    expect(missingDirectives([], HOST, PAGE)).toEqual([]);
  });
});

describe('what is checked of a page', () => {
  const OURS = { src: HOST.href, shop: 'pk_1' };
  const check = (change: Partial<Parameters<typeof checksOf>[0]> = {}) =>
    Object.fromEntries(
      checksOf({
        scripts: [OURS],
        policies: [],
        loaderUrl: HOST.href,
        publicKey: 'pk_1',
        origins: ['https://shop.example'],
        pageUrl: PAGE.href,
        ...change,
      }).map(({ name, ok, detail }) => [name, [ok, detail]]),
    );

  it('is all as it must be on a page that has the snippet', () => {
    expect(check()).toEqual({
      reached: [true, null],
      snippet: [true, null],
      key: [true, 'pk_1'],
      origin: [true, 'https://shop.example'],
      policy: [true, null],
    });
  });

  const NONE = [null, null];
  it.each([
    ['no script', [], null, NONE],
    ['another script', [{ src: 'https://okaeri.example/other.js', shop: 'pk_1' }], null, NONE],
    ['a script that is no address', [{ src: 'https://', shop: 'pk_1' }], null, NONE],
    [
      'its key in the address',
      [{ src: `${HOST.href}?shop=pk_1`, shop: undefined }],
      true,
      [true, 'pk_1'],
    ],
    [
      'another key in it',
      [{ src: `${HOST.href}?shop=pk_2`, shop: undefined }],
      true,
      [false, 'pk_2'],
    ],
    ['another key', [{ ...OURS, shop: 'pk_2' }], true, [false, 'pk_2']],
    ['no key', [{ ...OURS, shop: undefined }], true, [false, null]],
    ['ours beside another', [{ ...OURS, shop: 'pk_2' }, OURS], true, [true, 'pk_2']],
  ])('says of a page with %s what it has', (_what, scripts, snippet, key) => {
    const checks = check({ scripts });
    expect(checks).toMatchObject({ snippet: [snippet, null], key });
  });

  it('finds a snippet whose address is relative to the page', () => {
    const pageUrl = 'https://okaeri.example/shop/tea';
    const scripts = [{ src: '/widget/v1/okaeri.js', shop: 'pk_1' }];
    expect(check({ scripts, pageUrl })['snippet']).toEqual([true, null]);
    expect(check({ scripts })['snippet']).toEqual([null, null]);
  });

  it.each([
    ['https://shop.example/', true],
    ['https://okaeri.example/', true],
    ['https://www.shop.example/', false],
    ['http://shop.example/', false],
    ['https://shop.example:8443/', false],
  ])('has the origin of %s among those that are allowed: %s', (pageUrl, ok) => {
    expect(check({ pageUrl })['origin']).toEqual([ok, new URL(pageUrl).origin]);
  });

  it('names the directives that its policies keep from the widget', () => {
    const policies = ["connect-src 'self'", "img-src 'self'"];
    expect(check({ policies })['policy']).toEqual([false, 'connect-src, img-src']);
  });
});
