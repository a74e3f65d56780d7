import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { style } from './shop-looks.ts';
import { gotoOwnPage, signIn } from './support.ts';

/** What a page can say of letters that all below it take over. */
const PROPERTIES = [
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-indent',
  'text-align',
  'text-shadow',
  'text-rendering',
  'text-wrap-mode',
  'white-space-collapse',
  'word-break',
  'overflow-wrap',
  'hyphens',
  'direction',
  'unicode-bidi',
  'writing-mode',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'font-variant-caps',
  'font-feature-settings',
  'font-kerning',
  'font-stretch',
  'color',
  'cursor',
  'list-style-type',
  'tab-size',
  'quotes',
  '-webkit-text-fill-color',
  'border-spacing',
  'user-select',
];

const PARTS = ['reviews', 'questions', 'tier', 'rewards'] as const;
const BODY = PARTS.map((part) => `<okaeri-${part} product-id="mug"></okaeri-${part}>`).join('');

const LEAK = `letter-spacing: .06rem; word-spacing: 5px; text-transform: uppercase; text-indent: 3em; text-align: center;
  text-shadow: 1px 1px red; text-rendering: geometricPrecision; white-space: pre; word-break: break-all;
  overflow-wrap: anywhere; hyphens: auto; font: italic 700 small-caps 30px/3 Georgia; font-feature-settings: "smcp";
  font-kerning: none; cursor: wait; list-style: square; tab-size: 20; quotes: "<" ">"; border-spacing: 9px`;

/** Pages whose letters are special, and the font that the widget takes from each. */
const PAGES: Readonly<Record<string, { css: string; font: RegExp }>> = {
  'says it of its body': { css: `body { ${LEAK} }`, font: /^Georgia/ },
  'says it of everything, and means it': {
    css: `* { ${LEAK.replaceAll(/;|$/g, ' !important;')} }`,
    font: /^Georgia/,
  },
  'resets everything': {
    css: '* { all: unset !important } html, body { display: block !important } head, style, script { display: none !important }',
    font: /./,
  },
  'has a font of its own for the widget': {
    css: 'body { font-family: Georgia; --okaeri-font: "Courier New", monospace }',
    font: /^"Courier New"/,
  },
};

/** Every element that is drawn, with what it has of letters. */
const lettersOf = async (page: Page): Promise<{ letters: string[]; fonts: string[] }> => {
  for (const part of PARTS) {
    await page.evaluate((tag) => document.querySelector(tag)?.scrollIntoView(), `okaeri-${part}`);
    await expect(page.locator(`okaeri-${part}:state(filled)`)).toHaveCount(1);
  }
  await expect(page.locator('okaeri-reviews .review').first()).toBeAttached();
  await expect(page.locator('.ground [aria-busy=true]')).toHaveCount(0);
  return page.evaluate(
    ([parts, properties]) => {
      const drawn = parts.flatMap((part) => {
        const root = document.querySelector(`okaeri-${part}`)?.shadowRoot;
        return [...(root?.querySelectorAll('.ground, .ground *') ?? [])];
      });
      const letters = drawn.map((element) => {
        const computed = getComputedStyle(element);
        const said = properties.map((name) => `${name}: ${computed.getPropertyValue(name)}`);
        return `${element.localName}.${element.className} ${said.join('; ')}`;
      });
      // Where letters stand: others of the browser's own controls show none.
      const written = drawn.filter(
        (each) => each.textContent !== '' || each.matches('[type=text]'),
      );
      const fonts = written.map((each) => getComputedStyle(each).fontFamily);
      return { letters, fonts: [...new Set(fonts)] };
    },
    [PARTS, PROPERTIES] as const,
  );
};

for (const [name, { css, font }] of Object.entries(PAGES))
  test(`where the page ${name}, elements in it have its font and else the letters they have everywhere`, async ({
    page,
    baseURL,
  }) => {
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { body: BODY });
    const plain = await lettersOf(page);
    await page.unrouteAll();
    await gotoOwnPage(page, { body: BODY, ...style(css) });
    const { letters, fonts } = await lettersOf(page);
    expect(letters).toEqual(plain.letters);
    for (const each of fonts) expect(each).toMatch(font);
    await page.evaluate(() => (window as unknown as { okaeri: { open(): void } }).okaeri.open());
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('dialog')).not.toHaveCSS('font-family', /^Georgia/);
    await expect(page.getByRole('dialog')).toHaveCSS('letter-spacing', 'normal');
  });
