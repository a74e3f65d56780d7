import type { Page } from '@playwright/test';
import { changeAnswer, openAt, type PAGES } from './support.ts';

/** What a screen needs to know of the shop it is taken in. */
export interface Shown {
  /** An order of Mika's, just placed. */
  readonly orderId: string;
  /** What stands in the address of somebody whom Mika has invited. */
  readonly friendCode: string;
}

/** A screen of the shopper's side, with the number of its mock-up. */
export interface Screen {
  readonly mockup: string;
  readonly name: string;
  /** Where it is, below `/demo`; the shop's first page when not said. */
  readonly path?: (shown: Shown) => string;
  /** Whether a guest sees it. */
  readonly guest?: true;
  /** What leads to it from there; the page as it is when not said. */
  readonly show?: (page: Page) => Promise<void>;
  /** Whether what is shown goes by itself after some seconds. */
  readonly passes?: true;
  /** What leaves everything as it was, once the picture is taken. */
  readonly leave?: (page: Page) => Promise<void>;
}

const panel = (page: Page) => page.locator('okaeri-widget');

const at = (mockup: string, name: (typeof PAGES)[number], called: string = name): Screen => ({
  mockup,
  name: called,
  show: (page) => openAt(page, name),
});

/** A brand that is drawn by tokens and parts alone. */
const brand = (name: string): Screen => ({
  mockup: '13',
  name,
  path: () => `/examples/brand-${name}.html`,
  show: (page) => openAt(page, 'home'),
});

/** Scrolls to an element until what it draws is there: what stands above it grows meanwhile. */
const scrolledTo =
  (element: string, drawn: string) =>
  async (page: Page): Promise<void> => {
    const shown = page.locator(element);
    await shown.scrollIntoViewIfNeeded();
    await shown.locator(drawn).first().waitFor();
    await shown.evaluate((node) => node.scrollIntoView({ block: 'start' }));
  };

const product = (): string => '/product?id=dripper';

/** Points arrive: the server says more of them than the page has seen. */
const arrive = async (page: Page): Promise<void> => {
  await changeAnswer<{ asOf: string; balance: { available: number } }>(page, '/me', (me) => ({
    ...me,
    asOf: new Date(Date.parse(me.asOf) + 1000).toISOString(),
    balance: { ...me.balance, available: me.balance.available + 265 },
  }));
  await page.evaluate('okaeri.refresh()');
  await page.locator('okaeri-launcher [part~=bubble]').waitFor();
};

const takeReward = async (page: Page): Promise<void> => {
  await openAt(page, 'rewards');
  await panel(page).locator('[part~=reward] .button').first().click();
  await panel(page).locator('[part~=done]').waitFor();
};

const giveBack = async (page: Page): Promise<void> => {
  await page.evaluate('okaeri.open("wallet")');
  await panel(page).locator('[part~=code] .plain').last().click();
  await panel(page).locator('[part~=code]').waitFor({ state: 'detached' });
};

const fillCart = async (page: Page): Promise<void> => {
  await page.evaluate(`localStorage.setItem('demo-cart', '{"dripper":1,"mug":2}')`);
  await page.reload();
  await page.locator('okaeri-earn span').first().waitFor();
};

const openGuest = async (page: Page): Promise<void> => {
  await page.locator('okaeri-launcher').getByRole('button').click();
  await panel(page).locator('.hero').waitFor();
};

/** Every screen; last those that leave something in the history. */
export const SCREENS: readonly Screen[] = [
  { mockup: '01', name: 'thanks', path: ({ orderId }) => `/thanks?order=${orderId}` },
  { mockup: '01', name: 'arrival', show: arrive, passes: true },
  at('02', 'home'),
  at('03', 'rewards'),
  at('04', 'earn'),
  at('05', 'history'),
  { mockup: '05', name: 'receipt', show: openReceipt },
  at('06', 'tiers'),
  at('06', 'goals'),
  { mockup: '07', name: 'guest', guest: true, show: openGuest },
  {
    mockup: '07',
    name: 'invited',
    guest: true,
    path: ({ friendCode }) => `?okaeri=${friendCode}`,
    show: openGuest,
  },
  at('09', 'survey'),
  // Two that have no mock-up of their own: the kit is theirs.
  at('00', 'consents'),
  at('00', 'help'),
  at('12', 'friends'),
  brand('brutalist'),
  brand('luxury'),
  brand('playful'),
  at('14', 'profile'),
  at('16', 'review', 'to-review'),
  { mockup: '16', name: 'write-review', show: writeReview },
  { mockup: '08', name: 'reviews', path: product, show: scrolledTo('okaeri-reviews', '.review') },
  {
    mockup: '16',
    name: 'questions',
    path: product,
    show: scrolledTo('okaeri-questions', '.button'),
  },
  { mockup: '17', name: 'shop' },
  { mockup: '17', name: 'product', path: product },
  { mockup: '17', name: 'cart', path: () => '/cart', show: fillCart },
  { mockup: '03', name: 'reward-in-cart', show: takeReward, leave: giveBack, passes: true },
  { mockup: '03', name: 'wallet', show: showWallet, leave: giveBack },
];

async function showWallet(page: Page): Promise<void> {
  await takeReward(page);
  await openAt(page, 'wallet');
}

async function openReceipt(page: Page): Promise<void> {
  await openAt(page, 'history');
  await panel(page)
    .locator('[part~=transaction] button', { has: page.locator('img') })
    .first()
    .click();
  await panel(page).locator('[part~=receipt]').first().waitFor();
}

async function writeReview(page: Page): Promise<void> {
  await openAt(page, 'review');
  await panel(page).locator('[part~=prompt] button').first().click();
  await panel(page).locator('.place form').waitFor();
}
