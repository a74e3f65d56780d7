import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { openAsOwner, tokenOf } from './console.ts';
import { openMailbox } from './mail-server.ts';
import { openShop, type OwnShop } from './own-shop.ts';
import { barriers, gotoOwnPage } from './support.ts';
import { expect, test } from './test.ts';

/*
 * “You said, we did”, with somebody's own words (E49): the shop asks beside the answer, the author decides in the widget
 * under which name, others read it there, and it is gone when the yes is taken back.
 */

const DAY_MS = 86_400_000;

const WORDS = {
  en: {
    theme: 'Packaging',
    said: 'The box was far too big. The mug is lovely.',
    part: 'The box was far too big.',
    did: 'Boxes now come in three sizes.',
    ask: 'Ask to quote…',
    words: 'Words to quote',
    send: 'Ask',
    given: 'May be quoted',
    gone: 'Withdrawn by the shopper',
    asked: 'May the shop quote you?',
    name: 'A. L.',
    yes: 'Yes, quote me',
    may: 'The shop may quote you',
    back: 'Take it back',
    none: 'You are not quoted.',
    title: 'You said, we did',
  },
  ja: {
    theme: '梱包',
    said: '箱が大きすぎました。マグカップは気に入りました。',
    part: '箱が大きすぎました。',
    did: '箱を3サイズに増やしました。',
    ask: '引用の許可を依頼…',
    words: '引用する文',
    send: '依頼',
    given: '引用可',
    gone: 'お客様が取り消し',
    asked: 'あなたの回答を引用してもよいですか？',
    name: 'A. L.',
    yes: '許可する',
    may: '引用を許可しています',
    back: '許可を取り消す',
    none: '引用されません。',
    title: 'お客様の声への対応',
  },
} as const;
type Language = keyof typeof WORDS;

const NPS = {
  kind: 'nps',
  name: 'Recommend us',
  questions: [
    {
      id: 'score',
      kind: 'scale',
      min: 0,
      max: 10,
      required: true,
      text: { en: 'Would you recommend us?' },
      lowLabel: { en: 'No' },
      highLabel: { en: 'Yes' },
    },
    { id: 'more', kind: 'text', text: { en: 'Anything else?' } },
  ],
  trigger: { kind: 'relational', every: 'year' },
};

/** An order that was bought and has come at one time. */
const arrived = (at: unknown): object => ({
  updatedAt: at,
  placedAt: at,
  paidAt: at,
  deliveredAt: at,
});

/** A shop that has done something about what Ada answered. Ben has said nothing. */
const openAnsweredShop = async (request: APIRequestContext, lang: Language): Promise<OwnShop> => {
  const shop = await openShop(request);
  const { call, keys } = shop;
  const { now } = await call('GET', '/v1/clock');
  const at = new Date(Date.parse(String(now)) - 60 * DAY_MS).toISOString();
  for (const [id, name] of [
    ['ada', 'Ada Lovelace'],
    ['ben', 'Ben'],
  ] as const) {
    await call('PUT', `/v1/shoppers/${id}`, { name, email: `${id}@example.com`, locale: lang });
    await call('PUT', `/v1/orders/O-${id}`, {
      shopper: { id },
      ...arrived(at),
      currency: 'USD',
      paymentStatus: 'paid',
      lines: [{ id: '1', productId: 'mug', title: 'Mug', quantity: 1, priceMinor: 4200 }],
    });
  }
  const own = { authorization: `Bearer ${keys.secretKey}`, 'if-match': '"s0"' };
  expect((await request.put('/v1/surveys/nps', { headers: own, data: NPS })).ok()).toBe(true);
  await call('POST', '/v1/surveys/nps/start');
  const { theme, did, said } = WORDS[lang];
  await call('PUT', '/v1/themes/packaging', { name: { [lang]: theme } });
  await call('POST', '/v1/themes/packaging/outcome', { state: 'done', text: { [lang]: did } });
  const headers = { authorization: `Bearer ${tokenOf(keys, 'ada')}` };
  const mine = `/storefront/v1/${keys.publicKey}/me/surveys`;
  const wave = async (): Promise<string | undefined> =>
    ((await (await request.get(mine, { headers })).json()) as { items: { wave: string }[] })
      .items[0]?.wave;
  await expect.poll(wave, { timeout: 30_000 }).toBeDefined();
  const data = { locale: lang, answers: { score: 9, more: said } };
  const sent = await request.put(`${mine}/nps/${await wave()}`, { headers, data });
  expect(sent.ok(), await sent.text()).toBe(true);
  return shop;
};

/** The page of surveys in the widget, of somebody, on a phone. */
const openSurveys = async (
  browser: Browser,
  shop: OwnShop,
  { who, lang }: { who: string; lang: Language },
): Promise<Page> => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  const { publicKey } = shop.keys;
  const token = tokenOf(shop.keys, who);
  await gotoOwnPage(page, {
    snippet: () =>
      `<script async src="/widget/v1/okaeri.js" data-shop="${publicKey}" data-token="${token}" data-lang="${lang}"></script>`,
    body: '<h1>Shop</h1>',
  });
  await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
  await page.evaluate(() =>
    (window as unknown as { okaeri: { open(page: string): void } }).okaeri.open('survey'),
  );
  await expect(page.getByRole('dialog')).toBeVisible();
  return page;
};

for (const lang of ['en', 'ja'] as const)
  test(`words of an answer are quoted once their author says yes, and no longer than that (${lang})`, async ({
    browser,
    request,
  }) => {
    const words = WORDS[lang];
    const shop = await openAnsweredShop(request, lang);
    const desk = await openAsOwner(browser, { phone: true, locale: lang });
    await desk.goto(`/console/${shop.keys.shopId}/surveys/nps/results`);
    await desk
      .getByRole('button', { name: new RegExp(words.theme) })
      .last()
      .click();
    await desk.getByRole('button', { name: words.ask }).click();
    const ask = desk.getByRole('dialog');
    await ask.getByLabel(words.words).fill(words.part.slice(1, -1).toUpperCase() + '!');
    await expect(ask.getByRole('button', { name: words.send, exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await ask.getByLabel(words.words).fill(words.part);
    expect(await barriers(desk)).toEqual([]);
    await ask.getByRole('button', { name: words.send, exact: true }).click();
    await expect(desk.locator('.comment-quote')).toContainText(words.part);

    const ada = await openSurveys(browser, shop, { who: 'ada', lang });
    const panel = ada.getByRole('dialog');
    await expect(panel.getByRole('heading', { name: words.asked })).toBeVisible();
    // Nobody reads it before that, and the name that says least is chosen.
    await expect(panel.locator('.card blockquote')).toHaveCount(0);
    await expect(panel.getByRole('radio').first()).toBeChecked();
    await panel.getByRole('radio', { name: words.name }).check({ force: true });
    expect(await barriers(ada)).toEqual([]);
    // Renamed by the shop meanwhile: it is no yes to a name that was not shown, and the new one is.
    for (const [name, initials] of [
      ['Ada Byron', 'A. B.'],
      ['Ada Lovelace', words.name],
    ] as const) {
      await shop.call('PUT', '/v1/shoppers/ada', { name });
      await panel.getByRole('button', { name: words.yes }).click();
      await expect(panel.getByRole('alert')).toBeVisible();
      await expect(panel.getByRole('radio', { name: initials })).toBeChecked();
    }
    await panel.getByRole('button', { name: words.yes }).click();
    await expect(panel.getByRole('heading', { name: words.may })).toBeVisible();

    const ben = await openSurveys(browser, shop, { who: 'ben', lang });
    const shown = ben.getByRole('dialog').locator('.card', { hasText: words.did });
    await expect(shown.locator('blockquote')).toHaveText(words.part);
    await expect(shown.locator('figcaption')).toHaveText(words.name);
    expect(await barriers(ben)).toEqual([]);
    await desk.reload();
    await expect(desk.locator('.comment-quote')).toContainText(words.given);

    await panel.getByRole('button', { name: words.back }).focus();
    await ada.keyboard.press('Enter');
    await expect(panel.getByText(words.none)).toBeFocused();
    await ben.close();
    const again = await openSurveys(browser, shop, { who: 'ben', lang });
    await expect(again.getByRole('dialog').getByText(words.did)).toBeVisible();
    await expect(again.getByRole('dialog').locator('blockquote')).toHaveCount(0);
    await desk.reload();
    await expect(desk.locator('.comment-quote')).toContainText(words.gone);
    await expect(desk.getByRole('button', { name: words.ask })).toHaveCount(0);
  });

test('the page of a link shows the words, and takes a yes, with the code that goes to their author', async ({
  page,
  request,
}) => {
  const mailbox = openMailbox();
  const shop = await openShop(request);
  const { call, keys } = shop;
  await call('PUT', '/v1/contacts/settings', { quietHours: { from: 0, to: 0 } });
  const headers = { authorization: `Bearer ${keys.secretKey}`, 'if-match': '"s0"' };
  const csat = {
    ...NPS,
    kind: 'csat',
    trigger: { kind: 'afterArrival', afterDays: 0 },
    mailAfterDays: 1,
    questions: NPS.questions.map((one) =>
      one.kind === 'scale' ? { ...one, min: 1, max: 5 } : one,
    ),
  };
  expect((await request.put('/v1/surveys/csat', { headers, data: csat })).ok()).toBe(true);
  await call('POST', '/v1/surveys/csat/start');
  const { now: at } = await call('GET', '/v1/clock');
  await call('PUT', '/v1/orders/O-gina', {
    shopper: { email: 'gina@example.com' },
    ...arrived(at),
    currency: 'USD',
    paymentStatus: 'paid',
    lines: [{ id: '1', productId: 'mug', title: 'Mug', quantity: 1, priceMinor: 4200 }],
  });
  await expect(async () => {
    await call('POST', '/v1/clock/advance', { byMs: DAY_MS });
    await expect.poll(() => mailbox.mails.length, { timeout: 5000 }).toBe(1);
  }).toPass();
  const url = /http\S+\/survey\/[^\s&]+/.exec(mailbox.mails[0]?.text ?? '')?.[0] ?? '';
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url);
  await page.getByRole('radio', { name: '4' }).check({ force: true });
  await page.getByLabel('Anything else?').fill(WORDS.en.said);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
  const { items } = await call('GET', '/v1/surveys/csat/responses');
  const path = `/v1/surveys/csat/responses/${(items as { id: string }[])[0]?.id}`;
  await call('PUT', '/v1/themes/packaging', { name: { en: 'Packaging' } });
  await call('PUT', `${path}/themes`, { themeIds: ['packaging'] });
  const { part: text, asked, yes, may, back, none } = WORDS.en;
  await call('PUT', `${path}/quotations/packaging`, { questionId: 'more', text });

  await page.reload();
  await expect(page.getByRole('heading', { name: asked })).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show my words' }).click();
  await expect(page.getByRole('heading', { name: 'Is it you?' })).toBeFocused();
  await expect.poll(() => mailbox.mails.length, { timeout: 40_000 }).toBe(2);
  mailbox.close();
  const code = /\b\d{6}\b/.exec(mailbox.mails[1]?.text ?? '')?.[0] ?? '';
  await page.getByRole('textbox').last().fill(code);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('blockquote')).toHaveText(text);
  await page.getByRole('button', { name: yes }).click();
  await expect(page.getByRole('heading', { name: may })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: back }).click();
  await expect(page.getByText(none)).toBeFocused();
});
