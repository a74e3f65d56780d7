import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './test.ts';
import { freePorts } from './free-ports.ts';
import { joinBy, publishDraft, tokenOf } from './console.ts';
import { okaeri } from './owner.ts';
import { barriers } from './support.ts';

const [PORT = 0, shopPort = 0] = await freePorts(2);
const HOST = `http://localhost:${PORT}`;
/** Where the merchant's own pages are. */
const SHOP_PAGE = `http://localhost:${shopPort}/`;

/** Where the server and its command line find what is theirs. */
const own: Record<string, string> = {
  PUBLIC_URL: HOST,
  DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'okaeri-empty-')), 'empty.db')}`,
};
let server: ChildProcess;
let link: string;
const ownPage = { html: '' };
const pages = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(ownPage.html);
});

// A server of its own, on a database in which there is nothing.
test.beforeAll(async () => {
  pages.listen(new URL(SHOP_PAGE).port);
  server = spawn(process.execPath, ['../server/src/main.ts'], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...own, PORT: String(PORT), DEMO: 'off', LOG_LEVEL: 'warn' },
  });
  link = await new Promise<string>((resolve) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Console\s+(\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
});
test.afterAll(() => {
  server.kill();
  pages.close();
});

test('from an empty database to the widget on a page, without a word of documentation', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: HOST, locale: 'en' });
  const page = await context.newPage();
  // The address alone leads to the console, and whoever is first is told how one comes in.
  await page.goto('/');
  await expect(page.getByText('Nobody has an account here yet.')).toBeVisible();
  await expect(page.getByLabel('Command that prints the link')).toHaveValue('okaeri person first');
  expect(await barriers(page)).toEqual([]);
  expect(okaeri('person first', own)).toBe(link);
  await page.goto(link);
  await page.getByLabel('Your name').fill('Haru Tanaka');
  await page.getByLabel('Email').fill('haru@shop.example');
  await page.getByLabel('Password').fill('a long and quiet evening');
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.getByLabel('Shop name').fill('Kissa Hoshi');
  await page.getByLabel('Currency').selectOption('JPY');
  await page.getByLabel('Shop address').fill('not an address');
  await page.getByRole('button', { name: 'Create shop' }).click();
  await expect(page.getByRole('alert')).toContainText('https://shop.example');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Shop address').fill('kissa-hoshi.example');
  await page.getByRole('button', { name: 'Create shop' }).click();
  await expect(page.getByLabel('Secret key')).toHaveValue(/^okr_sk_/);
  const secretKey = await page.getByLabel('Secret key').inputValue();
  const identitySecret = await page.getByLabel('Identity secret').inputValue();
  await page.getByRole('button', { name: 'Continue' }).click();
  const setup = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Setup' });
  await expect(setup).toContainText('0 of 8');

  // Each step opens once those before it are done.
  await page.getByRole('checkbox', { name: '日本語' }).check();
  await page.getByRole('checkbox', { name: 'Deutsch' }).check();
  await page
    .getByRole('region', { name: 'Unsaved changes' })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect(setup).toContainText('1 of 8');

  const choice = page.getByRole('radio', { name: /Points, ranks/ });
  await page.getByLabel('A typical order (JPY)').fill('5000');
  await expect(page.getByText('¥5,000 earns 50 points, worth ¥50: 1% of it').first()).toBeVisible();
  await choice.check();
  await page.getByRole('button', { name: 'Use as draft' }).click();
  await expect(page.getByText('The program is in your draft.')).toBeVisible();
  await expect(page.getByText('In your draft, not published yet')).toBeVisible();
  await publishDraft(page);
  await setup.click();
  await expect(setup).toContainText('2 of 8');

  await page.getByLabel('Brand color', { exact: true }).fill('#7a2f4f');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The color is saved.')).toBeVisible();
  await expect(setup).toContainText('3 of 8');

  // What is shown is what the server takes.
  await expect(page.getByText('Listening for orders.')).toBeVisible();
  await page.getByRole('button', { name: 'API', exact: true }).click();
  const sample = await page.getByRole('region', { name: 'API' }).innerText();
  const sent = await context.request.put(/https?:\S+/.exec(sample)?.[0] ?? '', {
    headers: { Authorization: `Bearer ${secretKey}` },
    data: JSON.parse(/-d '([^']+)'/.exec(sample)?.[1] ?? '') as object,
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await expect(page.getByText('Orders have arrived.')).toBeVisible();
  // Whoever bought joins by themselves in this program: there is a member, too.
  await expect(setup).toContainText('5 of 8');

  // A token is looked at: who signed it with what, and what is wrong with it.
  const publicKey =
    /publicKey: '(okr_pk_\w+)'/.exec(
      await page.getByRole('region', { name: 'Sample for your server' }).innerText(),
    )?.[1] ?? '';
  const keys = { publicKey, identitySecret, secretKey, shopId: '' };
  const check = async (text: string, said: string): Promise<void> => {
    await page.getByLabel('Token to check').fill(text);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText(said)).toBeVisible();
  };
  await check(
    tokenOf({ ...keys, identitySecret: secretKey }, '17'),
    'The signature does not match.',
  );
  await check(tokenOf({ ...keys, publicKey: 'okr_pk_x' }, '17'), 'It is for another shop.');
  await check('http://127.0.0.1:1/token', 'The address could not be reached.');
  const token = tokenOf(keys, '17');
  await check(`{"token":"${token}"}`, 'The token is right.');
  expect(await barriers(page)).toEqual([]);

  // What a tag manager is given is what is put into the page, as it is.
  await page.getByRole('button', { name: 'Open: Put the widget on your pages' }).click();
  await page.getByLabel('Snippet', { exact: true }).first().selectOption('manager');
  const snippet = await page.getByRole('region', { name: 'Snippet' }).innerText();
  ownPage.html = `<!doctype html><html lang="en"><head><title>Kissa</title></head><body>${snippet}</body></html>`;
  const shopPage = await context.newPage();
  await shopPage.goto(SHOP_PAGE);
  const seen = page
    .getByRole('listitem')
    .filter({ hasText: SHOP_PAGE.slice(0, -1) })
    .last();
  await expect(seen).toContainText('Not allowed');
  await expect(setup).toContainText('5 of 8');
  await seen.getByRole('button', { name: 'Allow' }).click();
  await expect(seen).toContainText('The widget is live.');
  await expect(setup).toContainText('6 of 8');
  await shopPage.reload();
  await shopPage.locator('okaeri-launcher').getByRole('button').click();
  await expect(shopPage.getByRole('dialog')).toContainText('Points club');
  await shopPage.evaluate(`okaeri.identify(${JSON.stringify(token)})`);
  await expect(setup).toContainText('7 of 8', { timeout: 15_000 });

  // A page the server can look at is looked at in words.
  await page.getByLabel('Page address').fill('http://127.0.0.1:1/');
  await page.getByRole('button', { name: 'Check page' }).click();
  await expect(page.getByText('The page could not be reached from here.')).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: 'Invite someone' }).click();
  await page.getByRole('dialog').getByLabel('Email').fill('mio@shop.example');
  await page.getByRole('button', { name: 'Create invitation' }).click();
  const invitation = await page.getByRole('dialog').getByLabel('Link').inputValue();
  const other = await (await browser.newContext({ baseURL: HOST, locale: 'ja' })).newPage();
  await other.addInitScript(() => localStorage.setItem('okaeri.console.language', 'en'));
  await joinBy(other, invitation, { name: 'Mio' });
  await expect(other.locator('.shop-name').first()).toHaveText('Kissa Hoshi');

  // Who has forgotten a password here is told who can help, whether they are known or not.
  const visitor = await (await browser.newContext({ baseURL: HOST, locale: 'en' })).newPage();
  await visitor.goto('/console/new-password');
  for (const email of ['haru@shop.example', 'nobody@shop.example']) {
    await visitor.getByLabel('Email').fill(email);
    await visitor.getByRole('button', { name: 'Send the link' }).click();
    await expect(visitor.getByRole('status')).toContainText('okaeri person password');
  }
  await context.close();
});
