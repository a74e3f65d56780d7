import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { asPoints, available, gotoOwnPage, openAt, openPanel, PAGES, signIn } from './support.ts';

/** Scripts that run before the widget, and what they do to what every script shares. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'has frozen every built-in': `
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      let value;
      try { value = globalThis[name]; } catch { continue; }
      if (typeof value === 'function' && value.prototype) { Object.freeze(value.prototype); Object.freeze(value); }
    }
    for (const each of [Math, JSON, Reflect, Intl, customElements, Object.getPrototypeOf(async () => {}),
      Object.getPrototypeOf(function* () {}).prototype, Object.getPrototypeOf([].values())]) Object.freeze(each);`,
  // As its sources have it, of 1.6.0 to 1.6.1: what it gives to all arrays and texts, and what it replaces.
  'has Prototype 1.6': `
    const toJSON = function () { return '[' + [].slice.call(this).join(', ') + ']'; };
    Array.prototype.toJSON = toJSON;
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Number.prototype.toJSON = Boolean.prototype.toJSON = function () { return String(this); };
    Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };
    Array.from = (iterable) => {
      const all = [];
      for (let i = 0; i < iterable?.length; i += 1) all.push(iterable[i]);
      return all;
    };
    Array.prototype.entries = Array.prototype.toArray = function () { return [].concat(this); };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.each = Array.prototype.forEach;
    Array.prototype.include = Array.prototype.includes;
    String.prototype.startsWith = function (text) { return this.indexOf(text) === 0; };
    Object.keys = (object) => { const all = []; for (const name in object) all.push(name); return all; };
    Object.values = (object) => { const all = []; for (const name in object) all.push(object[name]); return all; };
    const bind = Function.prototype.bind;
    Function.prototype.bind = function (to, ...given) {
      if (arguments.length < 2 && to === undefined) return this;
      const call = this;
      return function (...more) { return call.apply(to, [...given, ...more]); };
    };
    Element.prototype.remove = function () { return this; };
    Element.prototype.update = Element.prototype.replace = Element.prototype.insert = function () { return this; };
    HTMLElement.prototype.show = HTMLElement.prototype.hide = function () { return this; };`,
  'has MooTools': `
    Array.from = (item) => item == null ? [] : Array.isArray(item) ? item : [item];
    Array.prototype.each = Array.prototype.forEach;
    Array.prototype.contains = Array.prototype.includes;
    Array.prototype.flatten = function () { return [].concat(...this); };
    Array.prototype.append = function (all) { this.push(...all); return this; };
    Function.prototype.delay = function (ms) { return setTimeout(this, ms); };
    Function.prototype.bind = function (to) { const call = this; return function () { return call.apply(to, arguments); }; };
    String.prototype.contains = String.prototype.includes;
    Element.prototype.scrollTo = function (x, y) { this.scrollLeft = x; this.scrollTop = y; return this; };
    Element.prototype.dispose = function () { return this.parentNode ? this.parentNode.removeChild(this) : this; };
    HTMLElement.prototype.set = HTMLElement.prototype.get = function () { return this; };`,
  'gives every object something of its own': `
    Object.prototype.extend = function (more) { return Object.assign(this, more); };
    Object.prototype.each = function () {};
    Array.prototype.last = function () { return this[this.length - 1]; };`,
  'has promises of another library': `
    const Own = Promise;
    window.Promise = class Promise {
      constructor(work) { this.own = new Own(work); }
      then(yes, no) { const next = new window.Promise(() => {}); next.own = this.own.then(yes, no); return next; }
      catch(no) { return this.then(undefined, no); }
      static resolve(value) { return new window.Promise((yes) => yes(value)); }
      static reject(error) { return new window.Promise((_, no) => no(error)); }
      static all(all) { return window.Promise.resolve(Own.all(all)); }
      static race(all) { return window.Promise.resolve(Own.race(all)); }
    };`,
  'stands between all requests and the server': `
    const send = window.fetch;
    window.fetch = function (input, init) {
      const request = new Request(input, init);
      return send.call(window, request).then((answer) => answer.clone());
    };
    const push = history.pushState;
    history.pushState = function () { return push.apply(history, arguments); };
    const text = JSON.stringify;
    JSON.stringify = function (value, replacer, space) { return text(value, replacer, space); };`,
  'stands between all elements and the browser': `
    const define = customElements.define;
    customElements.define = function (name, type, options) {
      return define.call(customElements, name, class extends type {}, options);
    };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, delegatesFocus: true }); };
    for (const name of ['appendChild', 'insertBefore', 'removeChild', 'append']) {
      const own = (name === 'append' ? Element : Node).prototype;
      const act = own[name];
      own[name] = function () { return act.apply(this, arguments); };
    }
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const heard = typeof listener === 'function' ? function (event) { return listener.call(this, event); } : listener;
      return listen.call(this, type, heard, options);
    };
    const iterate = Array.prototype[Symbol.iterator];
    Array.prototype[Symbol.iterator] = function* () { for (let i = 0; i < this.length; i += 1) yield this[i]; };`,
};

const BODY = `<p>You have <okaeri-points></okaeri-points></p>
  <okaeri-earn product-id="mug" price="2800" currency="JPY"></okaeri-earn>
  <okaeri-stars product-id="mug"></okaeri-stars>
  <okaeri-tier></okaeri-tier>
  <okaeri-reviews product-id="mug"></okaeri-reviews>`;

const destroy = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { okaeri: { destroy(): void } }).okaeri.destroy());

for (const [name, script] of Object.entries(SCRIPTS))
  test(`on a page that ${name}, everything is drawn, a reward is taken and given back, and nothing stays behind`, async ({
    page,
    baseURL,
  }) => {
    const lines: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') lines.push(message.text());
    });
    page.on('pageerror', (error) => lines.push(`thrown: ${error.stack ?? error.message}`));
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { head: `<script>{${script}}</script>`, body: BODY });
    const points = await available(page);
    // What was kept on the device is read again.
    await page.reload();
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(points));
    await expect(page.locator('okaeri-earn')).toContainText(/Earn \d/);
    await expect(page.locator('okaeri-stars')).toContainText('★');
    await expect(page.locator('okaeri-tier [part~=tier]').first()).toBeVisible();
    await expect(page.locator('okaeri-reviews [part~=review]').first()).toBeVisible();
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
    for (const each of PAGES) await openAt(page, each);
    await openAt(page, 'rewards');
    await page.getByRole('button', { name: 'Redeem: ¥300 off' }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect(page.locator('okaeri-widget [part~=code]').first()).toContainText('OK-');
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(points - 300));
    await page
      .getByRole('button', { name: /^Cancel, get/ })
      .first()
      .click();
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(points));
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await destroy(page);
    await expect(page.locator('[data-okaeri]')).toHaveCount(0);
    expect(lines).toEqual([]);
  });

/** Ways in which a page keeps clicks and keys from everybody else. */
const SWALLOWS: Readonly<Record<string, string>> = {
  'on their way down': 'event.stopPropagation()',
  'from all that comes after': 'event.stopImmediatePropagation()',
  'and what they do': 'event.preventDefault(); event.stopImmediatePropagation()',
};

for (const [name, act] of Object.entries(SWALLOWS))
  test(`a page that stops clicks and keys ${name} keeps nobody from the panel, a reward and the way out`, async ({
    page,
    baseURL,
  }) => {
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, {
      head: `<script>for (const type of ['click', 'mousedown', 'mouseup', 'keydown', 'keyup', 'keypress'])
        document.addEventListener(type, (event) => { ${act}; }, true);</script>`,
      body: BODY,
    });
    const points = await available(page);
    const launcher = page.locator('okaeri-launcher').getByRole('button');
    await launcher.hover();
    await expect(page.locator('okaeri-widget dialog')).toBeAttached();
    await launcher.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Welcome back, Mika');
    await dialog.getByRole('tab', { name: 'Rewards' }).click();
    await page.getByRole('button', { name: 'Redeem: ¥300 off' }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect(page.locator('okaeri-widget [part~=code]').first()).toContainText('OK-');
    await page
      .getByRole('button', { name: /^Cancel, get/ })
      .first()
      .click();
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(points));
    await dialog.getByRole('tab', { name: 'Rewards' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('tab', { name: 'Earn' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await launcher.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

test('a page that stops clicks and keys on the window, before the widget is there, lets it be opened and closed', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    head: `<script>for (const type of ['click', 'keydown', 'keyup', 'keypress'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), true);</script>`,
    body: BODY,
  });
  await available(page);
  const launcher = page.locator('okaeri-launcher').getByRole('button');
  const dialog = page.getByRole('dialog');
  await launcher.click();
  await expect(dialog).toContainText('Welcome back, Mika');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await launcher.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('a page that stops no event hears of each once, and so does the panel', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    head: `<script>window.heard = 0; document.addEventListener('click', () => (window.heard += 1));</script>`,
  });
  await openPanel(page);
  await page.getByRole('dialog').getByRole('tab', { name: 'Rewards' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'In reach' }).click();
  const chip = page.getByRole('dialog').getByRole('button', { name: 'In reach' });
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => (window as unknown as { heard: number }).heard)).toBe(3);
});
