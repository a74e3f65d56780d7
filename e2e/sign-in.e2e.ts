import { createHmac } from 'node:crypto';
import { expect, test } from './test.ts';
import { joinBy, openAsOwner, openOwnMenu } from './console.ts';
import { okaeri, OWNER, PASSWORD } from './owner.ts';
import { openShop } from './own-shop.ts';
import { ORIGIN } from './server.ts';
import { barriers } from './support.ts';

/** The six digits an authenticator shows now (RFC 6238, with SHA-1 and thirty seconds). */
const codeOf = (secret: string): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
};

test('somebody signs in with a password, with a code after it, and with a passkey', async ({
  browser,
}) => {
  await (await openAsOwner(browser)).context().close();
  const context = await browser.newContext({ baseURL: ORIGIN, locale: 'en' });
  const page = await context.newPage();
  const enter = async (password: string): Promise<void> => {
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await page.goto('/console');
  await enter('not the password');
  await expect(page.getByRole('alert')).toContainText('isn’t right');
  expect(await barriers(page)).toEqual([]);
  await enter(PASSWORD);
  await openOwnMenu(page);
  await page.getByRole('link', { name: 'Your account' }).click();

  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('dialog').getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  const secret = await page.getByLabel('Secret').inputValue();
  await page.getByLabel('Code from your authenticator').fill(codeOf(secret));
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('Two-step sign-in is on.')).toBeVisible();

  // A device that makes passkeys (https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/).
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('The passkey is added.')).toBeVisible();

  await openOwnMenu(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await enter(PASSWORD);
  await page.getByLabel('Code from your authenticator').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('isn’t right');
  await page.getByLabel('Code from your authenticator').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();

  await openOwnMenu(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await openOwnMenu(page);
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Two-step sign-in is off.')).toBeVisible();
  await context.close();
});

test('a moderator is invited, sees what is theirs, and is out at once when removed', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const owner = await openAsOwner(browser);
  await owner.goto(`/console/${keys.shopId}/settings/team`);
  await owner.getByRole('button', { name: 'Invite someone' }).click();
  await owner.getByRole('dialog').getByLabel('Email').fill('mio@shop.example');
  await owner.getByRole('dialog').getByLabel('Role').selectOption('moderator');
  await owner.getByRole('button', { name: 'Create invitation' }).click();
  const link = await owner.getByRole('dialog').getByLabel('Link').inputValue();
  await owner.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  const context = await browser.newContext({ baseURL: ORIGIN, locale: 'en' });
  const page = await context.newPage();
  await joinBy(page, link, { name: 'Mio' });
  await expect(page.getByRole('link', { name: 'Reviews' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'API keys' })).toHaveCount(0);
  await page.goto(`/console/${keys.shopId}/settings/keys`);
  await expect(page.getByText('Your role (Moderator) does not include API keys.')).toBeVisible();
  await expect(page.getByText('These roles include it: Owner.')).toBeVisible();
  await page.goto(`/console/${keys.shopId}/settings/nowhere`);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.goto(`/console/${keys.shopId}/settings/shop`);
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toHaveAttribute('title', /Your role \(Moderator\)/);

  await owner.reload();
  await owner.getByRole('button', { name: 'Remove: Mio' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(owner.getByText('Mio is removed.')).toBeVisible();
  await page.getByRole('link', { name: 'Reviews' }).click();
  await expect(page.getByRole('alert')).toContainText('signed out');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});

test('a forgotten password is chosen anew by a link', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const owner = await openAsOwner(browser);
  const headers = { Origin: ORIGIN, 'Okaeri-Shop': keys.shopId };
  const invited = await owner.request.post('/v1/team/invitations', {
    headers,
    data: { email: 'sora@shop.example', role: 'readOnly' },
  });
  const { url } = (await invited.json()) as { url: string };
  const context = await browser.newContext({ baseURL: ORIGIN, locale: 'en' });
  const page = await context.newPage();
  await joinBy(page, url, { name: 'Sora' });
  await page.goto(okaeri('person password --email sora@shop.example'));
  await page.getByLabel('New password').fill('another quiet evening');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill('sora@shop.example');
  await page.getByLabel('Password').fill('another quiet evening');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
});
