import type { Locator, Page } from '@playwright/test';
import { openAsOwner } from './console.ts';
import { bringMail, DESK_WORDS, openDesk, type Desk } from './desk.ts';
import { openMailbox, type Mailbox } from './mail-server.ts';
import { ORIGIN } from './server.ts';
import { barriers, gotoOwnPage, openAt, signIn } from './support.ts';
import { expect, test } from './test.ts';

const PHONE = { width: 360, height: 740 };
const DAY_MS = 86_400_000;

const WORDS = {
  en: {
    ...DESK_WORDS.en,
    ask: 'What is not right?',
    send: 'Send',
    solved: 'Did we put it right?',
    yes: 'Yes',
  },
  ja: {
    ...DESK_WORDS.ja,
    ask: 'お困りのことをお書きください',
    send: '送信',
    solved: '問題は解決しましたか。',
    yes: 'はい',
  },
} as const;

let mailbox: Mailbox;
test.beforeAll(() => {
  mailbox = openMailbox();
});
test.afterAll(() => mailbox.close());

/** The demo shop's cases. */
const openDemoDesk = async (page: Page): Promise<Desk> => {
  const account = (await (
    await page.request.get('/v1/account', { headers: { Origin: ORIGIN } })
  ).json()) as { shops: { id: string; name: string }[] };
  return openDesk(page, account.shops.find(({ name }) => name.includes('demo'))?.id ?? '');
};

const openHelp = async (page: Page, language: 'en' | 'ja'): Promise<Locator> => {
  await page.setViewportSize(PHONE);
  await page.context().addCookies([{ name: 'demo_language', value: language, url: ORIGIN }]);
  await signIn(page, 'jun', ORIGIN);
  await page.goto('/demo');
  await openAt(page, 'help');
  const panel = page.locator('okaeri-widget [part~=help]');
  await expect(panel).toBeVisible();
  return panel;
};

for (const language of ['en', 'ja'] as const)
  test(`a request for help is answered by mail, put right, and followed up, in ${language} (E42 to E48, E115)`, async ({
    page,
    browser,
  }) => {
    test.slow();
    const w = WORDS[language];
    const asked = `The grinder is too loud <b>at night</b> (${language})`;
    const panel = await openHelp(page, language);
    await panel.getByLabel(w.ask).fill(asked);
    await panel.getByRole('button', { name: w.send, exact: true }).first().click();
    await expect(panel.getByText(asked)).toBeVisible();
    expect(await barriers(page)).toEqual([]);

    const console = await openAsOwner(browser, { locale: language, phone: true });
    const desk = await openDemoDesk(console);
    await console.goto(desk.path);
    await console.getByRole('link').filter({ hasText: asked }).click();
    await console.getByLabel(w.reply, { exact: true }).fill('We send a quieter one.');
    await console.getByRole('button', { name: w.sendAndWait }).click();
    const head = console.getByRole('article');
    await expect(head.locator('.case-acts .badge')).toHaveText(w.waiting);
    expect(await barriers(console)).toEqual([]);

    const letters = () =>
      mailbox.mails.filter(({ text }) => text?.includes('We send a quieter one.') === true);
    const before = language === 'en' ? 0 : 1;
    await expect.poll(() => letters().length, { timeout: 20_000 }).toBe(before + 1);
    const letter = letters().at(-1);
    const to = letter?.replyTo?.value[0]?.address ?? '';
    expect(to).toMatch(/\+[0-9a-z]{26}-[0-9a-f]{16}@/);
    await bringMail(desk, {
      messageId: `<answer-${language}@mail.example>`,
      inReplyTo: letter?.messageId,
      to,
      from: 'Jun <jun@example.com>',
      text: 'Thank you, but when?\n\nOn Mon, 30 Nov 2026, Shop wrote:\n> We send a quieter one.',
      headers: {},
    });
    // Somebody else who knows the address is not heard.
    await bringMail(desk, {
      messageId: `<forged-${language}@mail.example>`,
      to,
      from: 'mallory@example.com',
      text: 'Send it to me instead',
    });

    await console.reload();
    await expect(console.getByText('Thank you, but when?')).toBeVisible();
    await expect(console.getByText('Send it to me instead')).toHaveCount(0);
    await expect(head.locator('.case-acts .badge')).toHaveText(w.open);
    // A reply that is half written is not sent along with what a dialog sends.
    const reply = console.getByLabel(w.reply, { exact: true });
    await reply.fill('We are still looking');
    await console.getByRole('button', { name: w.points }).click();
    const dialog = console.getByRole('dialog');
    await dialog.getByLabel(w.amount, { exact: true }).fill('50');
    expect(await barriers(console)).toEqual([]);
    await dialog.getByRole('button', { name: w.give }).click();
    await expect(dialog).toHaveCount(0);
    await expect(head.locator('.case-facts')).toContainText('50');
    await expect(reply).toHaveValue('We are still looking');
    await expect(head.locator('.case-acts .badge')).toHaveText(w.open);
    await console.getByRole('button', { name: w.resolve }).click();
    await console.getByRole('dialog').getByRole('button', { name: w.resolveAct }).click();
    await expect(head.locator('.case-acts .badge')).toHaveText(w.resolved);

    await desk.post('/v1/clock/advance', { byMs: 7 * DAY_MS + 60_000 });
    await openHelp(page, language);
    await expect(panel.getByText(w.solved)).toBeVisible();
    await panel.getByRole('button', { name: w.yes, exact: true }).click();
    await expect(panel.getByText(w.solved)).toHaveCount(0);
    expect(await barriers(page)).toEqual([]);
    await console.reload();
    await expect(head.locator('.case-acts .badge')).toHaveText(w.closed);
    await console.context().close();
  });

test('a case says what its shopper is to the shop, what was in the order, and what else is open', async ({
  browser,
}) => {
  const console = await openAsOwner(browser, { phone: true });
  const desk = await openDemoDesk(console);
  await console.goto(desk.path);
  await console.getByRole('link').filter({ hasText: '注文したものと違う色' }).click();
  const facts = console.locator('.case-facts');
  await expect(facts).toContainText('蓮, Sprout');
  await expect(facts.getByRole('link', { name: 'K-ren' })).toBeVisible();
  await expect(facts).toContainText('Everyday mug');
  await expect(facts).toContainText(/Spent so far¥[\d,]+, 1 order/);
  await expect(facts).toContainText(/Balance[\d,]+ points/);
  expect(await barriers(console)).toEqual([]);
  await console.goto(desk.path);
  await console.getByRole('link').filter({ hasText: '大きいマグカップ' }).click();
  await facts.getByRole('link', { name: '少し小さい' }).click();
  await expect(console.getByRole('article')).toContainText('思っていたより小さめでした');
  await console.context().close();
});

test('a case is opened by hand for a shopper who is picked by name, and stands on their page', async ({
  browser,
}) => {
  const console = await openAsOwner(browser);
  const desk = await openDemoDesk(console);
  await console.goto(desk.path);
  await console.getByRole('button', { name: 'New case' }).click();
  const dialog = console.getByRole('dialog');
  await dialog.getByLabel('Choose a shopper').fill('Mik');
  await dialog.getByRole('button', { name: /^Mika/ }).click();
  await dialog.getByLabel('What it is about').fill('She rang about a cracked lid');
  expect(await barriers(console)).toEqual([]);
  await dialog.getByRole('button', { name: 'Open case' }).click();
  await expect(console.getByRole('article')).toContainText('She rang about a cracked lid');
  await console.getByRole('article').getByRole('link', { name: 'Mika' }).click();
  await console.getByRole('link', { name: 'Cases', exact: true }).last().click();
  const row = console.getByRole('listitem').filter({ hasText: 'She rang about a cracked lid' });
  await expect(row).toContainText('Open');
  expect(await barriers(console)).toEqual([]);
  await console.context().close();
});

test('the inbox is worked through by keys, and a note says that it is given out with an export (E13)', async ({
  browser,
}) => {
  const console = await openAsOwner(browser);
  const desk = await openDemoDesk(console);
  await console.goto(desk.path);
  const current = console.locator('.case-row[aria-current]');
  await expect(current).toHaveCount(1);
  // By its address: the owner's name comes a moment later.
  const first = (await current.getAttribute('href')) ?? '';
  await console.keyboard.press('j');
  await expect(current).not.toHaveAttribute('href', first);
  await console.keyboard.press('k');
  await expect(current).toHaveAttribute('href', first);
  await expect(console.getByLabel('Reply', { exact: true })).toBeVisible();
  await console.keyboard.press('r');
  await expect(console.getByLabel('Reply', { exact: true })).toBeFocused();
  // Single keys rest while typing.
  await console.keyboard.type('jek');
  await expect(current).toHaveAttribute('href', first);
  await console.getByRole('button', { name: 'Internal note' }).click();
  await expect(console.getByText(/notes are given out with an export/)).toBeVisible();
  expect(await barriers(console)).toEqual([]);
  await console.context().close();
});

test('help stands in a page of the shop, about the order it names, and to a guest what is inside', async ({
  page,
}) => {
  const body = '<okaeri-help order-id="K-1379"><p>Sign in for help.</p></okaeri-help>';
  await gotoOwnPage(page, { body });
  await expect(page.getByText('Sign in for help.')).toBeVisible();
  await signIn(page, 'mika', ORIGIN);
  await gotoOwnPage(page, { body });
  const help = page.locator('okaeri-help');
  await expect(help.getByText('One of the two bags was open when it arrived.')).toBeVisible();
  // One case is open about it: it goes on there.
  await expect(help.getByLabel('What is not right?')).toHaveCount(0);
  await help.getByLabel('Write back').fill('It came, thank you.');
  await help.getByRole('button', { name: 'Send' }).click();
  await expect(help.getByText('It came, thank you.')).toBeVisible();
});
