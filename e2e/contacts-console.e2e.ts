import { readFile } from 'node:fs/promises';
import { openAsOwner, tokenOf } from './console.ts';
import { OWNER } from './owner.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';
import { expect, test } from './test.ts';

const SCALE = { kind: 'scale', min: 0, max: 10, required: true };
const NPS = {
  kind: 'nps',
  name: 'Recommend us',
  questions: [
    {
      id: 'score',
      ...SCALE,
      text: { en: 'Would you recommend us?' },
      lowLabel: { en: 'Not at all likely' },
      highLabel: { en: 'Extremely likely' },
    },
  ],
  trigger: { kind: 'relational', every: 'quarter' },
};

test('the log calls what was said by its name, and leads to it', async ({ browser, request }) => {
  const { call, keys } = await openShop(request);
  const headers = { authorization: `Bearer ${keys.secretKey}`, 'if-match': '"s0"' };
  const made = await request.put('/v1/surveys/nps', { headers, data: NPS });
  expect(made.ok(), await made.text()).toBe(true);
  const { now } = await call('GET', '/v1/clock');
  const at = new Date(Date.parse(String(now)) - 60 * 86_400_000).toISOString();
  await call('PUT', '/v1/orders/O-1', {
    shopper: { id: 'ada', email: 'ada@example.com', name: 'Ada Ono' },
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    deliveredAt: at,
    currency: 'USD',
    paymentStatus: 'paid',
    lines: [{ id: '1', productId: 'lamp', title: 'Paper lamp', quantity: 1, priceMinor: 4200 }],
  });
  await call('POST', '/v1/surveys/nps/start');
  const asked = async (): Promise<unknown> => {
    const answer = await request.post(`/storefront/v1/${keys.publicKey}/me/touches/next`, {
      headers: { authorization: `Bearer ${tokenOf(keys, 'ada')}` },
      data: { kinds: ['survey'] },
    });
    return ((await answer.json()) as { touch: unknown }).touch;
  };
  await expect.poll(asked).not.toBeNull();

  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/contacts`);
  const row = page.getByRole('listitem').filter({ hasText: 'Survey' });
  await expect(row).not.toContainText('nps');
  expect(await barriers(page)).toEqual([]);
  // What it is narrowed to leaves as a table (L13).
  await page.getByLabel('What').selectOption('survey');
  const taken = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await taken;
  expect(file.suggestedFilename()).toBe('contacts.csv');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines[0]).toContain('shopper,guest,name,kind');
  expect(lines.slice(1)).toEqual([expect.stringContaining('Ada Ono,survey')]);
  await row.getByRole('link', { name: 'Recommend us' }).click();
  await expect(page.getByRole('heading', { name: 'Recommend us', level: 1 })).toBeVisible();
});

test('an owner declares once that subscriptions of before were to a wording (E113)', async ({
  browser,
  request,
}) => {
  const { call, keys } = await openShop(request);
  const page = await openAsOwner(browser, { phone: true });
  const path = `/console/${keys.shopId}/contacts/wordings`;
  await page.goto(path);
  const declare = page.getByRole('button', { name: 'Declare earlier subscriptions…' });
  // Without a wording there is nothing they can have agreed to.
  await expect(declare).toHaveAttribute('aria-disabled', 'true');
  const texts = { en: 'Send me news.' };
  await call('PUT', '/v1/contacts/wordings', {
    wordings: [{ id: 'w1', purpose: 'marketing', texts }],
  });
  await page.reload();
  await declare.click();
  const dialog = page.getByRole('dialog');
  const said = 'On the form of our old shop, <i>by a link</i>.';
  await dialog.getByLabel('How, when and where they agreed').fill(said);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page.getByText(`Declared by ${OWNER.name}`)).toBeVisible();
  await expect(page.getByText(said)).toBeVisible();
  await page.reload();
  await expect(page.getByText(said)).toBeVisible();
  await expect(declare).toHaveCount(0);
  expect((await call('GET', '/v1/contacts/declaration'))['declared']).toMatchObject({
    wordingId: 'w1',
    sentence: said,
    name: OWNER.name,
  });
});

test('a case belongs to whom its reason names, and is grave by words of any language', async ({
  browser,
  request,
}) => {
  const { call, keys } = await openShop(request);
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/settings/cases`);
  await page.getByLabel('Help request').selectOption({ label: OWNER.name });
  await page.getByText('more languages').click();
  const german = page.getByLabel('Words of harm, Deutsch');
  await german.fill(`${await german.inputValue()}, Splitter`);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Case rules saved.')).toBeVisible();
  const settings = await call('GET', '/v1/cases/settings');
  expect(settings['ownerByReason']).toEqual({ help: expect.any(String) });
  expect(settings['harmWords']).toMatchObject({
    de: expect.arrayContaining(['allerg', 'Splitter']),
    ko: expect.arrayContaining(['병원']),
  });
  // Taken back it is nobody's in particular.
  await page.reload();
  await expect(page.getByLabel('Help request')).not.toHaveValue('');
  await page.getByLabel('Help request').selectOption('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => (await call('GET', '/v1/cases/settings'))['ownerByReason'])
    .toEqual({});
});
