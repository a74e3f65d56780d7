import axe from 'axe-core';
import { expect, type Locator, type Page } from '@playwright/test';
import type { MeAndProgram, PublicProgram } from '@okaeri/shared/storefront';

/** Switches the demo shop's account, as soon as the page listens: a page opened before it was told would be of the one before. */
export const become = (page: Page, account: '' | 'mika' | 'jun'): Promise<void> =>
  expect(async () => {
    const told = page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/demo/api/account') && answer.request().method() === 'POST',
      { timeout: 5000 },
    );
    await Promise.all([told, page.getByLabel('Account').selectOption(account)]);
  }).toPass();

/** Points a line of text speaks of: "1,505 points" is 1505. */
const pointsIn = (text: string): number => Number(text.replace(/[^\d-]/g, ''));

/** What `<okaeri-points>` shows, once it shows points. */
export const available = async (page: Page): Promise<number> => {
  await expect(page.locator('okaeri-points')).toContainText('points');
  return pointsIn(await page.locator('okaeri-points span').innerText());
};

/** `1505` as the page writes it. */
export const asPoints = (points: number): string => `${points.toLocaleString('en')} points`;

/** Opens the widget from its launcher. */
export const openPanel = async (page: Page): Promise<void> => {
  await page.locator('okaeri-launcher').getByRole('button').click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

/** Takes a reward from the open panel of the demo shop, straight into the cart. */
export const takeReward = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Rewards' }).click();
  await page.getByRole('button', { name: `Apply to cart: ${name}` }).click();
};

/** Every page of the panel behind its tabs, by the name `okaeri.open` takes. */
export const PAGES = [
  'home',
  'rewards',
  'earn',
  'history',
  'wallet',
  'tiers',
  'goals',
  'friends',
  'profile',
  'consents',
  'survey',
  'help',
  'review',
] as const;

/** Opens the panel at a page, as a shop's own link would. */
export const openAt = async (page: Page, name: (typeof PAGES)[number]): Promise<void> => {
  await page.evaluate(
    (wanted) => (window as unknown as { okaeri: { open(page: string): void } }).okaeri.open(wanted),
    name,
  );
  const shown = page.locator('okaeri-widget');
  await expect(shown.locator('.place [aria-busy=true]')).toHaveCount(0);
  await expect(shown.locator('.card, .list, .notice, form, .month').first()).toBeVisible();
};

/** Pages that behave, whatever is on them, are asked the same questions. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What of it has to do with colours: another theme changes nothing else. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page, and in the frames on it. */
export const barriers = async (
  page: Page,
  runOnly: axe.RunOptions['runOnly'] = RULES,
): Promise<unknown> => {
  // Its own builder for Playwright asks twice and opens a page to join the answers: four times as long.
  for (const frame of page.frames())
    if (!(await frame.evaluate<boolean>("'axe' in window")))
      await frame.evaluate(`${axe.source};undefined`);
  const { violations } = await page.evaluate(async (only) => {
    // Behind a modal dialog nothing can be tapped, which axe knows of no dialog in a shadow root.
    const launcher = document.querySelector<HTMLElement>('okaeri-launcher');
    const widget = document.querySelector('okaeri-widget')?.shadowRoot;
    const behind = widget?.querySelector('dialog:modal') ? launcher : null;
    behind?.toggleAttribute('hidden', true);
    const results = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
      // A path to each element that is right takes half of the time, and nobody reads it.
      selectors: false,
    });
    behind?.toggleAttribute('hidden', false);
    return results;
  }, runOnly);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

/** Scrolls to what loads when it is near, until it shows something: what stands above it may grow meanwhile. */
export const scrollTo = (part: Locator, shown: Locator): Promise<void> =>
  expect(async () => {
    await part.scrollIntoViewIfNeeded();
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass();

type Change = (body: never) => unknown;

/** What is changed of answers, by page and path (a pattern): several changes of one answer come one after the other. */
const changes = new WeakMap<Page, Map<string, Change[]>>();

/** Lets the server answer, and changes one thing of what it says. */
export const changeAnswer = async <Body>(
  page: Page,
  path: string,
  change: (body: Body) => Body,
): Promise<void> => {
  const ofPage = changes.get(page) ?? new Map<string, Change[]>();
  changes.set(page, ofPage);
  const before = ofPage.get(path);
  before?.push(change);
  if (before) return;
  const all: Change[] = [change];
  ofPage.set(path, all);
  await page.route(new RegExp(`/storefront/v1/[^/]+${path}(\\?.*)?$`), async (route) => {
    const response = await route.fetch();
    const body: unknown = await response.json();
    await route.fulfill({ response, json: all.reduce((json, next) => next(json as never), body) });
  });
};

/** Lets the server's answers through as they are again. */
export const changeNothing = async (page: Page): Promise<void> => {
  changes.delete(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
};

/** The same of the programme, by itself or with what the shopper has. */
export const changeProgram = async (
  page: Page,
  change: (program: PublicProgram) => PublicProgram,
): Promise<void> => {
  await changeAnswer(page, '/program', change);
  await changeAnswer<MeAndProgram>(page, '/me', ({ program, ...me }) => ({
    ...me,
    ...(program && { program: change(program) }),
  }));
};

/** The same of reviews: of a first page, which comes with the questions, and of any other. */
export const changeReviews = async <Reviews>(
  page: Page,
  change: (reviews: Reviews) => Reviews,
): Promise<void> => {
  await changeAnswer(page, '/products/[^/]+/reviews', change);
  await changeAnswer<{ reviews: Reviews }>(page, '/products/[^/]+/posts', (posts) => ({
    ...posts,
    reviews: change(posts.reviews),
  }));
};

/** What a page of a shop is made of, for tests that need another page than the demo's. */
export interface ShopPage {
  readonly head?: string;
  readonly body?: string;
  readonly htmlAttributes?: string;
  readonly snippetAttributes?: string;
  readonly policy?: string;
  /** What stands in the place of the usual snippet, given the shop's key. */
  readonly snippet?: (publicKey: string) => string;
}

/** Where a test's own page stands: the demo's origin, at an address the demo does not have. */
const OWN_PAGE = '/own-page';

/** Puts a page of one's own on the demo shop's origin, with the snippet in it, and goes there. */
export const gotoOwnPage = async (page: Page, own: ShopPage = {}): Promise<void> => {
  const demo = await (await page.request.get('/demo', { maxRetries: 2 })).text();
  const publicKey = /data-shop="([^"]+)"/.exec(demo)?.[1] ?? '';
  const usual = `<script async src="/widget/v1/okaeri.js" data-shop="${publicKey}" data-token-url="/demo/api/token"
      ${own.snippetAttributes ?? ''}></script>`;
  const html = `<!doctype html>
<html lang="en" ${own.htmlAttributes ?? ''}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A page</title>
    ${own.head ?? ''}
    ${own.snippet?.(publicKey) ?? usual}
  </head>
  <body>${own.body ?? '<h1>A shop</h1><p>Some words.</p>'}</body>
</html>`;
  const headers = own.policy === undefined ? {} : { 'Content-Security-Policy': own.policy };
  await page.route(`**${OWN_PAGE}`, (route) =>
    route.fulfill({ body: html, headers: { 'Content-Type': 'text/html', ...headers } }),
  );
  await page.goto(OWN_PAGE);
};

/** Signs the page's visitor in before it is opened. */
export const signIn = async (
  page: Page,
  account: 'mika' | 'jun',
  baseURL: string,
): Promise<void> => {
  await page.context().addCookies([{ name: 'demo_account', value: account, url: baseURL }]);
};
