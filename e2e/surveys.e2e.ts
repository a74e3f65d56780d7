import type { APIRequestContext, Page } from '@playwright/test';
import { tokenOf } from './console.ts';
import { openMailbox } from './mail-server.ts';
import { openShop, publishWith, type OwnShop } from './own-shop.ts';
import { barriers, gotoOwnPage, openAt } from './support.ts';
import { expect, test } from './test.ts';

const DAY_MS = 86_400_000;

const both = (en: string, ja: string): { en: string; ja: string } => ({ en, ja });
const SCORE = {
  id: 'score',
  kind: 'scale',
  required: true,
  text: both('Would you recommend us?', 'ご友人にすすめたいですか。'),
  lowLabel: both('Not at all likely', 'まったくない'),
  highLabel: both('Extremely likely', 'とても高い'),
};
const NPS = {
  kind: 'nps',
  name: 'Recommend us',
  questions: [
    { ...SCORE, min: 0, max: 10 },
    {
      id: 'why',
      kind: 'text',
      text: both('What went wrong?', '残念だった点をお聞かせください。'),
      showIf: { questionId: 'score', op: 'atMost', value: 6 },
    },
  ],
  trigger: { kind: 'relational', every: 'year' },
};
const CSAT = {
  kind: 'csat',
  name: 'Your parcel',
  questions: [{ ...SCORE, min: 1, max: 5 }],
  trigger: { kind: 'afterArrival', afterDays: 0 },
  mailAfterDays: 1,
};

/** A shop that pays for answers and asks a survey, with somebody whose first parcel came long ago. */
const openAskingShop = async (request: APIRequestContext): Promise<OwnShop> => {
  const shop = await openShop(request);
  await shop.call('PUT', '/v1/contacts/settings', { quietHours: { from: 0, to: 0 } });
  await publishWith(shop, request, {
    earning: [{ id: 'survey', on: 'survey', enabled: true, points: { fixed: 20 } }],
  });
  return shop;
};

const runSurvey = async (
  shop: OwnShop,
  request: APIRequestContext,
  [id, survey]: [string, object],
): Promise<void> => {
  const headers = { authorization: `Bearer ${shop.keys.secretKey}`, 'if-match': '"s0"' };
  const made = await request.put(`/v1/surveys/${id}`, { headers, data: survey });
  expect(made.ok(), await made.text()).toBe(true);
  await shop.call('POST', `/v1/surveys/${id}/start`);
};

const deliver = async (shop: OwnShop, who: string, daysAgo: number): Promise<void> => {
  const { now } = await shop.call('GET', '/v1/clock');
  const at = new Date(Date.parse(String(now)) - daysAgo * DAY_MS).toISOString();
  await shop.call('PUT', `/v1/orders/O-${who}`, {
    shopper: { id: who, email: `${who}@example.com` },
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    deliveredAt: at,
    currency: 'USD',
    paymentStatus: 'paid',
    lines: [{ id: '1', productId: 'lamp', title: 'Paper lamp', quantity: 1, priceMinor: 4200 }],
  });
};

const goAsked = async (
  page: Page,
  shop: OwnShop,
  { who, lang, element }: { who: string; lang: string; element: string },
): Promise<void> => {
  const { publicKey } = shop.keys;
  const token = tokenOf(shop.keys, who);
  await page.setViewportSize({ width: 360, height: 740 });
  await gotoOwnPage(page, {
    snippet: () =>
      `<script async src="/widget/v1/okaeri.js" data-shop="${publicKey}" data-token="${token}" data-lang="${lang}"></script>
       <script>window.told = []; (window.okaeri ||= []).push(['on', 'survey', (one) => window.told.push(one.state)]);</script>`,
    body: `<h1>Your order has arrived</h1>${element}`,
  });
};

const balanceOf = async ({ call }: OwnShop, who: string): Promise<number> => {
  const { balance } = await call('GET', `/v1/shoppers/${who}`);
  return (balance as { available: number }).available;
};

const WORDS = {
  en: {
    nine: '9',
    send: 'Send',
    thanks: 'Thank you.',
    withdraw: 'Withdraw it',
    withdrawn: 'Your answer is withdrawn.',
    again: 'Answer again',
    wrong: 'What went wrong?',
    heard: 'Somebody at the shop will look into it.',
    private: '20 points, whatever you say.',
  },
  ja: {
    nine: '9',
    send: '送信する',
    thanks: 'ありがとうございます。',
    withdraw: '回答を取り消す',
    withdrawn: '回答を取り消しました。',
    again: 'もう一度回答する',
    wrong: '残念だった点をお聞かせください。',
    heard: 'ショップの担当者が確認いたします。',
    private: '内容を問わず20',
  },
} as const;

for (const lang of ['en', 'ja'] as const)
  test(`a recommendation is answered in two taps in the page of a phone, and withdrawn (${lang})`, async ({
    page,
    request,
  }) => {
    const shop = await openAskingShop(request);
    await deliver(shop, 'ada', 60);
    await runSurvey(shop, request, ['nps', NPS]);
    const element = '<okaeri-survey survey-id="nps"></okaeri-survey>';
    await goAsked(page, shop, { who: 'ada', lang, element });
    const words = WORDS[lang];
    const survey = page.locator('okaeri-survey');
    await expect(survey.getByRole('radiogroup', { name: SCORE.text[lang] })).toBeVisible();
    await expect(survey).toContainText(words.private);
    expect(await barriers(page)).toEqual([]);

    await survey.getByRole('radio', { name: words.nine }).check({ force: true });
    await survey.getByRole('button', { name: words.send }).click();
    await expect(survey.getByText(words.thanks)).toBeVisible();
    // What came of it is focused, and so read once.
    await expect(survey.locator('.told-line')).toBeFocused();
    expect(await balanceOf(shop, 'ada')).toBe(20);
    // The points arrive at the launcher meanwhile, which counts up.
    await expect.poll(() => barriers(page)).toEqual([]);

    await survey.getByRole('button', { name: words.withdraw }).click();
    await expect(survey.getByText(words.withdrawn)).toBeVisible();
    expect(await balanceOf(shop, 'ada')).toBe(0);
    expect(await page.evaluate('told')).toEqual(['complete', 'withdrawn']);

    // Given again, by the keyboard alone: a low score asks for more, and somebody will look.
    await survey.getByRole('button', { name: words.again }).click();
    await survey.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expect(survey.getByRole('radio').nth(1)).toBeChecked();
    await survey.getByLabel(words.wrong).fill('It was late.');
    await survey.getByRole('button', { name: words.send }).focus();
    await page.keyboard.press('Enter');
    await expect(survey).toContainText(words.heard);
    expect(await balanceOf(shop, 'ada')).toBe(20);

    // Answered, it is not asked again; the panel shows it, to be changed or withdrawn.
    await page.reload();
    await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
    await expect(page.locator('okaeri-survey:state(filled)')).toHaveCount(0);
    await page.evaluate(() =>
      (window as unknown as { okaeri: { open(page: string): void } }).okaeri.open('survey'),
    );
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: words.withdraw })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });

for (const lang of ['en', 'ja'] as const)
  test(`what a shop did about what somebody said stands in their widget (${lang}, E49)`, async ({
    page,
    request,
  }) => {
    const shop = await openAskingShop(request);
    await deliver(shop, 'dan', 60);
    await runSurvey(shop, request, ['nps', NPS]);
    const name = both('Delivery', '配送');
    const did = both('We send from <b>two</b> places.', '発送拠点を<b>2か所</b>にしました。');
    await shop.call('PUT', '/v1/themes/delivery', { name, rules: { en: ['late'], ja: ['遅'] } });
    const element = '<okaeri-survey survey-id="nps"></okaeri-survey>';
    await goAsked(page, shop, { who: 'dan', lang, element });
    const survey = page.locator('okaeri-survey');
    await survey.getByRole('radio').first().check({ force: true });
    await survey.getByLabel(WORDS[lang].wrong).fill(both('It was late.', '遅かったです。')[lang]);
    await survey.getByRole('button', { name: WORDS[lang].send }).click();
    await expect(survey).toContainText(WORDS[lang].heard);
    await shop.call('POST', '/v1/themes/delivery/outcome', { state: 'done', text: did });
    await expect(async () => {
      await page.reload();
      await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
      await openAt(page, 'survey');
      const told = page.getByRole('dialog').getByText(did[lang]);
      await expect(told).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(page.getByRole('dialog')).toContainText(name[lang]);
    expect(await barriers(page)).toEqual([]);
    // While it is on its way, the panel says so.
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/\/me\/surveys$/, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.reload();
    await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
    await openAt(page, 'survey');
    const place = page.getByRole('dialog').locator('.place');
    await expect(place.locator('[aria-busy="true"]')).toBeVisible();
    arrive();
    await expect(place.getByText(did[lang])).toBeVisible();
    await expect(place.locator('[aria-busy="true"]')).toHaveCount(0);
  });

test('an element of an order asks about that order alone, and not now means not again', async ({
  page,
  request,
}) => {
  const shop = await openAskingShop(request);
  await runSurvey(shop, request, ['csat', CSAT]);
  await deliver(shop, 'bea', 0);
  const of = { who: 'bea', lang: 'en' };
  const filled = page.locator('okaeri-survey:state(filled)');
  const other = '<okaeri-survey order-id="O-other">Nothing</okaeri-survey>';
  await goAsked(page, shop, { ...of, element: other });
  await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
  await expect(page.locator('okaeri-survey')).toContainText('Nothing');
  await expect(async () => {
    await goAsked(page, shop, {
      ...of,
      element: '<okaeri-survey order-id="O-bea"></okaeri-survey>',
    });
    await expect(filled).toHaveCount(1, { timeout: 3000 });
  }).toPass();
  await page.locator('okaeri-survey').getByRole('button', { name: 'Not now' }).click();
  await expect(filled).toHaveCount(0);
  await page.reload();
  await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
  await expect(filled).toHaveCount(0);
});

test('the link of an e-mail opens the form with the point that was tapped, and only a tap sends', async ({
  page,
  request,
}) => {
  const mailbox = openMailbox();
  const shop = await openAskingShop(request);
  await runSurvey(shop, request, ['csat', CSAT]);
  await deliver(shop, 'cleo', 0);
  await expect
    .poll(async () => (await shop.call('GET', '/v1/shoppers/cleo/affairs'))['surveyInvitations'])
    .toHaveLength(1);
  await shop.call('POST', '/v1/clock/advance', { byMs: 2 * DAY_MS });
  await expect.poll(() => mailbox.mails.length, { timeout: 40_000 }).toBe(1);
  mailbox.close();
  const [letter] = mailbox.mails;
  const url = /http\S+\/survey\/\S+score=4/.exec(letter?.text ?? '')?.[0] ?? '';
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url);
  await expect(page.getByRole('radio', { name: '4' })).toBeChecked();
  expect(await barriers(page)).toEqual([]);
  expect(await balanceOf(shop, 'cleo')).toBe(0);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
  expect(await balanceOf(shop, 'cleo')).toBe(20);
});
