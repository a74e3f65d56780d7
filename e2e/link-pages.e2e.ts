import { readdirSync } from 'node:fs';
import { expect, test } from './test.ts';
import { openMailbox, type Mailbox } from './mail-server.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

const DAY_MS = 86_400_000;

let mailbox: Mailbox;
test.beforeAll(() => {
  mailbox = openMailbox();
});
test.afterAll(() => mailbox.close());

/** The link of the newest message to an address that leads to one of this server's own pages. */
const linkTo = async (address: string, page: string): Promise<string> => {
  const link = (): string | undefined =>
    mailbox.mails
      .filter(({ to }) => JSON.stringify(to).includes(address))
      .flatMap(({ text }) => new RegExp(`http\\S+/${page}/\\S+`).exec(text ?? '') ?? [])
      .at(-1);
  await expect.poll(link, { timeout: 20_000 }).toBeDefined();
  return link() ?? '';
};

test('a consent is given by the button behind the link of an e-mail, and not by opening it (E25)', async ({
  page,
  request,
}) => {
  const { call } = await openShop(request);
  await call('PUT', '/v1/contacts/wordings', {
    wordings: [{ id: 'w1', purpose: 'marketing', texts: { en: 'Send me news.' } }],
  });
  await call('PUT', '/v1/shoppers/ada', { email: 'ada@example.com' });
  const consents = '/v1/shoppers/ada/consents';
  const given = { purpose: 'marketing', channel: 'email', state: 'given', wordingId: 'w1' };
  await call('POST', consents, { ...given, source: 'checkout' });
  const standing = async (): Promise<unknown> => (await call('GET', consents))['standing'];

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(await linkTo('ada@', 'consent'));
  expect(await barriers(page)).toEqual([]);
  expect(await standing()).toMatchObject([{ state: 'pending' }]);
  await page.getByRole('button', { name: 'Yes, send me email' }).click();
  await expect(page.getByRole('status')).toContainText('may now send you email');
  expect(await standing()).toMatchObject([{ state: 'given', allowed: true }]);
});

test('a case that was put right is closed by the button behind the link of an e-mail (E46)', async ({
  page,
  request,
}) => {
  const { call } = await openShop(request);
  await call('PUT', '/v1/contacts/settings', { quietHours: { from: 0, to: 0 } });
  await call('PUT', '/v1/shoppers/bea', { email: 'bea@example.com' });
  const { id } = await call('POST', '/v1/cases', {
    shopperId: 'bea',
    orderId: null,
    reason: 'byHand',
    severity: 'normal',
    text: 'The lamp came without its plug.',
  });
  const resolve = { kind: 'state', state: 'resolved', outcome: 'replaced' };
  await call('POST', `/v1/cases/${String(id)}/entries`, resolve);
  await call('POST', '/v1/clock/advance', { byMs: 7 * DAY_MS + 60_000 });

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(await linkTo('bea@', 'case'));
  await expect(page.getByRole('heading', { name: 'Did we put it right?' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Yes, it’s solved' }).click();
  await expect(page.getByRole('status')).toContainText('glad to hear it');
  expect(await call('GET', `/v1/cases/${String(id)}`)).toMatchObject({ state: 'closed' });
});

test('the pages behind e-mails speak the language of the browser, and Arabic runs from the right', async ({
  browser,
  request,
}) => {
  const { call } = await openShop(request);
  await call('PUT', '/v1/contacts/settings', { quietHours: { from: 0, to: 0 } });
  await call('PUT', '/v1/shoppers/ines', { email: 'ines@example.com', locale: 'ar' });
  const opened = { shopperId: 'ines', reason: 'byHand', text: 'The lamp came without its plug.' };
  const { id } = await call('POST', '/v1/cases', opened);
  await call('POST', `/v1/cases/${String(id)}/entries`, { kind: 'state', state: 'resolved' });
  await call('POST', '/v1/clock/advance', { byMs: 7 * DAY_MS + 60_000 });
  const links = [await linkTo('ines@', 'case'), await linkTo('ines@', 'unsubscribe')];
  for (const [locale, dir] of [
    ['ar', 'rtl'],
    ['de-AT', 'ltr'],
  ] as const) {
    const context = await browser.newContext({
      locale,
      colorScheme: dir === 'rtl' ? 'dark' : 'light',
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    for (const link of links) {
      await page.goto(link);
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
      await expect(page.locator('html')).toHaveAttribute('dir', dir);
      expect(await barriers(page)).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
    await context.close();
  }
});

/** Files that keep their name from release to release, so that no browser may keep them for long. */
const NAMED = readdirSync(new URL('../widget/dist', import.meta.url)).filter((file) =>
  /^okaeri.*\.js$|\.json$/.test(file),
);

for (const file of NAMED.filter((name) => name !== 'manifest.json'))
  test(`${file} of the release before is kept by browsers for five minutes only`, async ({
    request,
  }) => {
    const answer = await request.get(`/widget/v1/${file}`);
    expect(answer.headers()['cache-control']).toBe(
      'public, max-age=300, stale-while-revalidate=86400',
    );
  });
