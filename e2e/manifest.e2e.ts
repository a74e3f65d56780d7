import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnCase } from '@okaeri/shared/cases';
import type { MySurveys } from '@okaeri/shared/surveys';
import type { Me } from '@okaeri/shared/storefront';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { collectSurface, type Surface } from './surface.ts';
import {
  available,
  changeAnswer,
  changeProgram,
  gotoOwnPage,
  openAt,
  PAGES,
  signIn,
} from './support.ts';

interface Named {
  readonly name: string;
}
interface Declared {
  readonly tagName: string;
  readonly cssParts: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly slots: readonly Named[];
  readonly events?: readonly Named[];
}

const declared = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../widget/custom-elements.json'), 'utf8')) as {
    modules: readonly { declarations: readonly Declared[] }[];
  }
).modules.flatMap(({ declarations }) => declarations);

const namesOf = (list: readonly Named[]): string[] =>
  list.map(({ name }) => name).toSorted((one, other) => (one < other ? -1 : 1));

/** Everything an element shows of itself, as the manifest says it. */
const MANIFEST: Readonly<Record<string, Surface>> = Object.fromEntries(
  declared.map(({ tagName, cssParts, cssStates, slots, cssProperties }) => [
    tagName,
    {
      parts: namesOf(cssParts),
      states: namesOf(cssStates),
      slots: namesOf(slots),
      tokens: namesOf(cssProperties),
    },
  ]),
);

const PART_ELEMENTS = [
  'rewards',
  'tier',
  'referral',
  'nudge',
  'page',
  'reviews',
  'questions',
  'order',
  'consents',
  'survey',
  'help',
] as const;

/** Help is about anything: of an order that was just placed nobody has said a word. */
const attributesOf = (name: (typeof PART_ELEMENTS)[number], orderId: string): string => {
  if (name === 'survey') return 'survey-id="recommend"';
  return name === 'order' ? `order-id="${orderId}"` : 'product-id="mug"';
};

/** Every element, the lines of text within a sentence. */
const bodyWith = (orderId: string): string => `
  <p>You have <okaeri-points></okaeri-points> to spend</p>
  <p>You <okaeri-earn product-id="mug" price="2800" currency="JPY"></okaeri-earn> with it</p>
  <p>Others say <okaeri-stars product-id="mug"></okaeri-stars> of it</p>
${PART_ELEMENTS.map((name) => `<okaeri-${name} ${attributesOf(name, orderId)}></okaeri-${name}>`).join('\n')}`;

const drawn = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const name of names) {
    const element = page.locator(`okaeri-${name}`);
    await element.scrollIntoViewIfNeeded();
    await expect(element.locator('[part]').first()).toBeVisible();
  }
};

/** What the demo shop of today has not: a recommended reward, a campaign, points that were taken back. */
const addWhatIsRare = async (page: Page): Promise<void> => {
  await changeAnswer<Me>(page, '/me', (me) => ({
    ...me,
    rewards: me.rewards.map((offer) => ({ ...offer, because: 'oftenBought' as const })),
    nudges: [{ kind: 'pointsTakenBack', points: 10, at: me.asOf }],
  }));
  // What the demo tells the shop it tells late, on a busy machine.
  await changeAnswer<{ items: OwnCase[] }>(page, '/me/cases', ({ items }) => ({
    items: [
      ...items,
      {
        id: 'ca_1',
        state: 'open',
        orderId: null,
        openedAt: '2026-11-01T00:00:00Z',
        asks: false,
        messages: [{ at: '2026-11-01T00:00:00Z', from: 'you', text: 'A bag was open.' }],
      },
    ],
  }));
  await changeAnswer<MySurveys>(page, '/me/surveys', (mine) => ({
    ...mine,
    quotations: [
      {
        id: 'qu_1',
        themeId: 'packaging',
        theme: { en: 'Packaging' },
        text: 'Less paper, please.',
        state: 'asked',
        name: null,
        names: { firstName: 'Mika' },
        endsAt: '2046-01-01T00:00:00Z',
      },
    ],
  }));
  await changeProgram(page, (program) => ({
    ...program,
    campaigns: [
      {
        id: 'double',
        name: { en: 'Double points' },
        from: '2026-01-01T00:00:00Z',
        until: '2046-01-01T00:00:00Z',
        effect: { multiplier: '2' },
      },
    ],
  }));
};

/** The panel and `<okaeri-page>` at every page, with what is behind a tap in both. */
const goThrough = async (page: Page): Promise<void> => {
  for (const name of PAGES) {
    await openAt(page, name);
    if (name === 'consents' || name === 'help')
      for (const host of ['okaeri-page', 'okaeri-widget'])
        await expect(
          page.locator(`${host} [part~=${name === 'help' ? 'case' : name}]`).first(),
        ).toBeAttached();
    if (name === 'friends')
      for (const shown of [page.locator('okaeri-page'), page.locator('okaeri-widget')]) {
        // The dialog lies over the page.
        await shown.getByRole('button', { name: 'QR code' }).dispatchEvent('click');
        await expect(shown.locator('[part~=qr]')).toBeAttached();
      }
    // What was answered in the page can be changed here.
    if (name === 'survey')
      for (const shown of [page.locator('okaeri-page'), page.locator('okaeri-widget')]) {
        await expect(shown.locator('[part~=done]')).toBeAttached();
        await shown.getByRole('button', { name: 'Change my answer' }).dispatchEvent('click');
        await expect(shown.locator('[part~=field]').last()).toBeAttached();
      }
    if (name !== 'history' && name !== 'review') continue;
    await page.evaluate('okaeri.close()');
    const [frame, panel] = [page.locator('okaeri-page'), page.locator('okaeri-widget')];
    if (name === 'history') {
      await frame.locator('[part~=transaction] button').nth(2).click();
      await expect(frame.locator('[part~=receipt]')).toBeVisible();
      await openAt(page, name);
      await panel.locator('[part~=transaction] button').nth(2).click();
      await expect(panel.locator('[part~=receipt]')).toBeVisible();
    } else {
      // The form is one for all places.
      await frame.getByRole('button', { name: 'Write a review' }).first().click();
      await expect(frame.locator('[part~=offer]')).toBeVisible();
      await openAt(page, name);
      await expect(panel.locator('[part~=offer]')).toBeVisible();
    }
  }
  await page.evaluate('okaeri.close()');
};

/** Two taps, and words between them. */
const answerSurvey = async (survey: Locator): Promise<void> => {
  await survey.getByRole('radio').last().check({ force: true });
  await expect(survey.locator('[part~=field]').first()).toBeVisible();
  await survey.getByRole('button', { name: 'Send' }).click();
  await expect(survey.locator('[part~=done]')).toBeVisible();
};

/** The launcher says so, and the home of both. */
const letPointsArrive = async (page: Page): Promise<void> => {
  await changeAnswer<Me>(page, '/me', (me) => ({
    ...me,
    asOf: new Date(Date.parse(me.asOf) + 1000).toISOString(),
    balance: { ...me.balance, available: me.balance.available + 265 },
    nudges: [{ kind: 'pointsTakenBack', points: 10, at: me.asOf }],
  }));
  await page.evaluate('okaeri.refresh()');
  await expect(page.locator('okaeri-launcher [part~=bubble]')).toBeVisible();
  await openAt(page, 'home');
  for (const name of ['news', 'coupon', 'nudge'])
    await expect(page.locator(`okaeri-widget [part~=${name}]`).first()).toBeVisible();
  await page.evaluate('okaeri.close()');
};

/** The chunks of what elements draw do not come: each says so, and offers to try again. */
const failPanels = async (page: Page): Promise<void> => {
  const chunks = JSON.parse(
    readFileSync(join(import.meta.dirname, '../widget/dist/manifest.json'), 'utf8'),
  ) as Readonly<Record<string, { readonly file: string; readonly name?: string }>>;
  // What stands below a product comes in one piece put together by hand, which has a name of its own.
  for (const [source, { file, name }] of Object.entries(chunks))
    if (/(?<!Page)Panel\.tsx$/.test(source) || name === 'product')
      await page.route(`**/${file}`, (route) => route.abort());
};

test('the manifest says of each element what it really shows: parts, states, slots, tokens', async ({
  page,
  baseURL,
}) => {
  const surface = await collectSurface(page);
  await signIn(page, 'mika', baseURL ?? '');
  const bought = await page.request.post('/demo/api/checkout', {
    data: { cart: { dripper: 1 }, email: null, voucherCode: null },
  });
  const { orderId } = (await bought.json()) as { orderId: string };
  const body = bodyWith(orderId);
  await addWhatIsRare(page);
  await gotoOwnPage(page, { body });
  await page.evaluate(`okaeri.on('apply', () => undefined)`);
  await available(page);
  await drawn(page, PART_ELEMENTS);
  await page
    .locator('okaeri-rewards')
    .getByRole('button', { name: 'Apply to cart' })
    .first()
    .click();
  await expect(page.locator('okaeri-rewards [part~=done]')).toBeVisible();
  await page.locator('okaeri-referral').getByRole('button', { name: 'QR code' }).click();
  await expect(page.locator('okaeri-referral [part~=qr]')).toBeVisible();
  await answerSurvey(page.locator('okaeri-survey'));
  await goThrough(page);
  await letPointsArrive(page);
  await surface.take();

  await changeAnswer<object>(page, '/me/contacts', () => ({ allowed: true }));
  await changeAnswer<object>(page, '/me/reviews', (mine) => ({ ...mine, prompts: [] }));
  await gotoOwnPage(page, { body });
  // The survey was answered.
  await drawn(
    page,
    PART_ELEMENTS.filter((name) => name !== 'survey'),
  );
  await expect(page.locator('okaeri-nudge [part~=next-step]')).toBeVisible();
  await surface.take();

  // Somebody who is not signed in has a home of their own.
  await gotoOwnPage(page, { body });
  await page.evaluate('okaeri.identify(null)');
  await openAt(page, 'home');
  await page.locator('okaeri-page').evaluate((element) => element.scrollIntoView());
  for (const name of ['page', 'widget'])
    await expect(page.locator(`okaeri-${name} [part~=hero]`)).toBeVisible();
  await surface.take();

  await failPanels(page);
  await gotoOwnPage(page, { body });
  for (const name of PART_ELEMENTS.filter((one) => one !== 'page')) {
    const element = page.locator(`okaeri-${name}`);
    await element.scrollIntoViewIfNeeded();
    await expect(element.getByRole('button', { name: 'Try again' })).toBeVisible();
  }
  await surface.take();
  expect(surface.all).toEqual(MANIFEST);
});

test('the manifest names the events that a page is told, and no other', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../packages/client/src/widget-api.ts'),
    'utf8',
  );
  const [events = ''] = /interface OkaeriEvents \{[\s\S]+?\n}/.exec(source) ?? [];
  const widget = declared.find(({ tagName }) => tagName === 'okaeri-widget');
  expect(namesOf(widget?.events ?? [])).toEqual(events.match(/(?<=^ {2})\w+(?=:)/gm)?.toSorted());
});
