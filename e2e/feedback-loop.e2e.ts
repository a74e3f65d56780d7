import type { APIRequestContext, Browser, Page } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { openAsOwner } from './console.ts';
import { bringMail, DESK_WORDS, openDesk } from './desk.ts';
import { openMailbox, type Mailbox } from './mail-server.ts';
import { openShop, publishWith, type OwnShop } from './own-shop.ts';
import { barriers } from './support.ts';
import { expect, test } from './test.ts';

/*
 * The whole loop once, by what people see and the mail server is given: somebody is asked, is not pleased, is answered
 * and answers, is given points, and is asked whether it was put right.
 */

const DAY_MS = 86_400_000;
const PHONE = { width: 360, height: 740 };

const WORDS = {
  en: {
    ...DESK_WORDS.en,
    asked: 'Would you recommend us?',
    why: 'What went wrong?',
    answer: 'The lid <b>cracked</b> on day one.',
    send: 'Send',
    heard: 'Somebody at the shop will look into it.',
    yes: 'Yes, it’s solved',
    glad: 'We’re glad to hear it.',
    first: 'We are sorry. Which colour was it?',
    back: 'The green one, thank you.',
    second: 'A new one leaves today.',
  },
  ja: {
    ...DESK_WORDS.ja,
    asked: 'ご友人にすすめたいですか。',
    why: '残念だった点をお聞かせください。',
    answer: '初日にふたが<b>割れ</b>ました。',
    send: '送信する',
    heard: 'ショップの担当者が確認いたします。',
    yes: 'はい、解決しました',
    glad: 'お役に立てて何よりです。',
    first: '申し訳ございません。何色でしょうか。',
    back: '緑です。よろしくお願いします。',
    second: '本日、新しいものをお送りします。',
  },
} as const;
type Language = keyof typeof WORDS;

const both = (key: keyof (typeof WORDS)['en']): Record<string, string> => ({
  en: WORDS.en[key],
  ja: WORDS.ja[key],
});

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
      text: both('asked'),
      lowLabel: { en: 'Not at all likely', ja: 'まったくない' },
      highLabel: { en: 'Extremely likely', ja: 'とても高い' },
    },
    {
      id: 'why',
      kind: 'text',
      text: both('why'),
      showIf: { questionId: 'score', op: 'atMost', value: 6 },
    },
  ],
  trigger: { kind: 'afterArrival', afterDays: 0 },
  mailAfterDays: 1,
};

/** A shop that asks only those who agreed to be asked: Ada has, Ben has not. */
const openAskingShop = async (request: APIRequestContext, locale: string): Promise<OwnShop> => {
  const shop = await openShop(request);
  const { call, keys } = shop;
  const rules = { quietHours: { from: 0, to: 0 }, consentNeededFor: ['surveys'] };
  await call('PUT', '/v1/contacts/settings', { ...rules, imprint: 'Letter Shop, 1 Mill Lane' });
  const texts = { en: 'Ask me how it was.', ja: 'アンケートを受け取ります。' };
  await call('PUT', '/v1/contacts/wordings', {
    wordings: [{ id: 'w1', purpose: 'surveys', texts }],
  });
  await publishWith(shop, request, {
    earning: [{ id: 'survey', on: 'survey', enabled: true, points: { fixed: 20 } }],
  });
  const headers = { authorization: `Bearer ${keys.secretKey}`, 'if-match': '"s0"' };
  const made = await request.put('/v1/surveys/nps', { headers, data: NPS });
  expect(made.ok(), await made.text()).toBe(true);
  await call('POST', '/v1/surveys/nps/start');
  for (const who of ['ada', 'ben']) {
    await call('PUT', `/v1/shoppers/${who}`, { email: `${who}@example.com`, locale });
    await call('PUT', `/v1/orders/O-${who}`, await arrivedOrder(shop, who));
  }
  const given = { purpose: 'surveys', channel: 'email', state: 'given', wordingId: 'w1' };
  await call('POST', '/v1/shoppers/ada/consents', { ...given, source: 'checkout' });
  return shop;
};

const arrivedOrder = async ({ call }: OwnShop, who: string): Promise<object> => {
  const { now: at } = await call('GET', '/v1/clock');
  const line = { id: '1', productId: 'jar', title: 'Tea jar', quantity: 1, priceMinor: 4200 };
  const times = { updatedAt: at, placedAt: at, paidAt: at, deliveredAt: at };
  const of = { shopper: { id: who }, currency: 'USD', paymentStatus: 'paid' };
  return { ...of, ...times, lines: [line] };
};

let mailbox: Mailbox;
test.beforeEach(() => {
  mailbox = openMailbox();
});
test.afterEach(() => mailbox.close());

/** The newest message with these words, once the mail server has it. */
const letterWith = async (words: RegExp | string): Promise<ParsedMail> => {
  const find = (): ParsedMail | undefined =>
    mailbox.mails.findLast(({ text, to }) => {
      const isTo = JSON.stringify(to).includes('ada@example.com');
      return isTo && (text ?? '').search(words) >= 0;
    });
  await expect.poll(() => find() !== undefined, { timeout: 40_000 }).toBe(true);
  const letter = find();
  if (letter === undefined) throw new Error('no such message');
  return letter;
};

const linkIn = ({ text }: ParsedMail, link: RegExp): string => link.exec(text ?? '')?.[0] ?? '';

/** What lets a mail program stop messages with one click (RFC 8058). */
const oneClickOf = ({ headerLines }: ParsedMail): string | undefined => {
  const line = (key: string): string =>
    (headerLines.find((one) => one.key === key)?.line ?? '').replaceAll(/\s+/g, ' ');
  if (line('list-unsubscribe-post') === '') return undefined;
  expect(line('list-unsubscribe-post')).toMatch(/: List-Unsubscribe=One-Click$/);
  return /<(http[^>]+)>/.exec(line('list-unsubscribe'))?.[1];
};

/** A page of the shopper's own phone. */
const openPhone = async (browser: Browser, locale: Language): Promise<Page> => {
  const context = await browser.newContext({ locale, viewport: PHONE, reducedMotion: 'reduce' });
  return context.newPage();
};

/** Taps the 2 in the message, says why, and sends it. */
const answerBadly = async (page: Page, language: Language): Promise<void> => {
  const w = WORDS[language];
  const letter = await letterWith(/\/survey\//);
  expect(oneClickOf(letter)).toMatch(/\/unsubscribe\//);
  expect(letter.text).toContain('1 Mill Lane');
  await page.goto(linkIn(letter, /http\S+\/survey\/\S+score=2\b/));
  await expect(page.getByRole('radio', { name: '2', exact: true })).toBeChecked();
  await page.getByLabel(w.why).fill(w.answer);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: w.send, exact: true }).click();
  await expect(page.getByText(w.heard)).toBeVisible();
};

/** Writes from the console; gives the message as the mail server has it. */
const reply = async (desk: Page, language: Language, text: string): Promise<ParsedMail> => {
  const w = WORDS[language];
  await desk.getByLabel(w.reply, { exact: true }).fill(text);
  await desk.getByRole('button', { name: w.sendAndWait }).click();
  await expect(desk.getByRole('article').locator('.case-acts .badge')).toHaveText(w.waiting);
  return letterWith(text);
};

for (const language of ['en', 'ja'] as const)
  test(`a detractor is asked by mail, answered by mail, given points and asked whether it was put right, on a phone (${language})`, async ({
    browser,
    request,
  }) => {
    test.slow();
    const w = WORDS[language];
    const shop = await openAskingShop(request, language);
    const { call, keys } = shop;
    const invited = async (): Promise<unknown> =>
      (await call('GET', '/v1/shoppers/ada/affairs'))['surveyInvitations'];
    await expect.poll(invited).toHaveLength(1);
    await call('POST', '/v1/clock/advance', { byMs: 2 * DAY_MS });
    const phone = await openPhone(browser, language);
    await answerBadly(phone, language);

    const console = await openAsOwner(browser, { locale: language, phone: true });
    const desk = openDesk(console, keys.shopId);
    const badge = console.getByRole('article').locator('.case-acts .badge');
    const cases = async (): Promise<unknown> => (await call('GET', '/v1/cases'))['items'];
    await expect.poll(cases).toHaveLength(1);
    await console.goto(desk.path);
    await console.getByRole('link').filter({ hasText: w.answer }).click();
    await expect(console.getByRole('article')).toContainText('2 / 10');
    expect(await barriers(console)).toEqual([]);

    // The answer to the answer comes back into the case, and the next message goes on in the same thread.
    const first = await reply(console, language, w.first);
    expect(oneClickOf(first)).toBeUndefined();
    expect(first.inReplyTo).toBeUndefined();
    const answerId = `<answer-${language}@mail.example>`;
    await bringMail(desk, {
      messageId: answerId,
      inReplyTo: first.messageId,
      to: first.replyTo?.value[0]?.address,
      from: 'Ada <ada@example.com>',
      text: `${w.back}\n\nOn Mon, 30 Nov 2026, Shop wrote:\n> ${w.first}`,
      headers: {},
    });
    await console.reload();
    await expect(console.getByText(w.back)).toBeVisible();
    await expect(badge).toHaveText(w.open);
    const second = await reply(console, language, w.second);
    expect(second.inReplyTo).toBe(answerId);
    expect(second.references).toEqual([first.messageId, answerId]);
    expect(second.subject).toBe(`Re: ${first.subject ?? ''}`);

    await console.getByRole('button', { name: w.points }).click();
    const dialog = console.getByRole('dialog');
    await dialog.getByLabel(w.amount, { exact: true }).fill('50');
    await dialog.getByRole('button', { name: w.give }).click();
    await expect(console.locator('.case-facts')).toContainText('50');
    // 20 for the answer, whatever it said, and 50 for what went wrong.
    expect((await call('GET', '/v1/shoppers/ada'))['balance']).toMatchObject({ available: 70 });
    await console.getByRole('button', { name: w.resolve }).click();
    await console.getByRole('dialog').getByRole('button', { name: w.resolveAct }).click();
    await expect(badge).toHaveText(w.resolved);

    await call('POST', '/v1/clock/advance', { byMs: 7 * DAY_MS + 60_000 });
    const asks = await letterWith(/\/case\//);
    const stop = oneClickOf(asks) ?? '';
    await phone.goto(linkIn(asks, /http\S+\/case\/\S+/));
    await phone.getByRole('button', { name: w.yes }).click();
    await expect(phone.getByRole('status')).toContainText(w.glad);
    expect(await barriers(phone)).toEqual([]);
    await console.reload();
    await expect(badge).toHaveText(w.closed);

    // Nothing went to somebody who had not agreed, and one click of a mail program takes an agreement back.
    const { items } = await call('GET', '/v1/shoppers/ben/touches');
    expect(items).toMatchObject([{ kind: 'survey', decision: 'dropped', reason: 'noConsent' }]);
    expect(JSON.stringify(mailbox.mails.map(({ to }) => to))).not.toContain('ben@');
    const form = { 'List-Unsubscribe': 'One-Click' };
    expect((await request.post(stop, { form })).ok()).toBe(true);
    const standing = (await call('GET', '/v1/shoppers/ada/consents'))['standing'];
    expect(standing).toMatchObject([{ purpose: 'surveys', state: 'withdrawn', allowed: false }]);
    for (const page of [phone, console]) await page.context().close();
  });
