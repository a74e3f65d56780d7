import { expect, test } from './test.ts';
import { openAsOwner, tokenOf } from './console.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

test('a survey is made, changed, started and paused by keyboard alone, and says how many answers are missing', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/surveys`);
  await expect(page.getByText('No surveys yet')).toBeVisible();
  await page.getByRole('button', { name: 'New survey…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Brand survey');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Brand survey', level: 1 })).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  // What shoppers will see follows what is typed.
  await page.getByRole('button', { name: /^What is the main reason/ }).press('Enter');
  await page.getByLabel('Question, English').fill('Why this number?');
  await expect(page.getByRole('complementary', { name: 'Widget, 390 px' })).toContainText(
    'Why this number?',
  );
  const start = page.getByRole('button', { name: 'Start survey' });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByText('Recommendation (NPS). Version 2.')).toBeVisible();
  await start.press('Enter');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();

  // Other words are another version, and that is said before they are saved.
  await page.getByLabel('Question, English').fill('Why?');
  await expect(page.getByText('Other words are asked, so saving makes version 3.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).press('Enter');

  await page.getByRole('link', { name: 'Audience and timing' }).press('Enter');
  await expect(page.getByLabel('How often')).toHaveValue('quarter');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Results' }).press('Enter');
  await expect(page.getByText('0 of 30 needed').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Surveys' }).first().click();
  await expect(page.getByRole('row', { name: /Brand survey/ })).toContainText(
    'Not enough answers yet (0 of 30 needed)',
  );
  expect(await barriers(page)).toEqual([]);
});

test('questions change places by keyboard alone, stay so, and say where they are', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/surveys`);
  await page.getByRole('button', { name: 'New survey…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Create survey' }).press('Enter');
  await page.getByRole('button', { name: 'Add a question' }).press('Enter');
  await page.getByLabel('Question, English').fill('Anything else?');
  const heads = page.locator('.question-head');
  const last = (await heads.count()) - 1;
  const up = page.getByRole('button', { name: 'Move up: Anything else?' });
  await up.press('Enter');
  await expect(heads.nth(last - 1)).toContainText('Anything else?');
  await expect(up).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Now question' })).toHaveText(
    `Now question ${last} of ${last + 1}.`,
  );
  for (let at = last - 1; at > 0; at -= 1) await page.keyboard.press('Enter');
  await expect(heads.first()).toContainText('Anything else?');
  // At the end of the way the other button has the focus, and the keys of the row go on.
  await expect(page.getByRole('button', { name: 'Move down: Anything else?' })).toBeFocused();
  await heads.first().press('Alt+ArrowDown');
  await expect(heads.nth(1)).toContainText('Anything else?');
  await expect(heads.nth(1)).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByText('Version 2.')).toBeVisible();
  await page.reload();
  await expect(heads.nth(1)).toContainText('Anything else?');
});

test('what somebody wrote is tied to themes by keyboard alone, on a phone in Japanese too', async ({
  browser,
  request,
}) => {
  const shop = await openShop(request);
  const { keys, call } = shop;
  const survey = {
    kind: 'custom',
    name: 'Words',
    questions: [{ id: 'say', kind: 'text', text: { en: 'Tell us', ja: 'ご意見' } }],
    trigger: {
      kind: 'dates',
      opensAt: '2026-01-01T00:00:00Z',
      closesAt: '2099-01-01T00:00:00Z',
    },
  };
  const headers = { Authorization: `Bearer ${keys.secretKey}`, 'If-Match': 's0' };
  const put = await request.put('/v1/surveys/words', { headers, data: survey });
  expect(put.ok(), await put.text()).toBe(true);
  await call('POST', '/v1/surveys/words/start');
  // Of the shop’s own people: they are asked at once, and count nowhere.
  await call('PUT', '/v1/shoppers/sue', { name: 'Sue Mori', tags: ['staff'] });
  const results = await call('GET', '/v1/surveys/words/results');
  const wave = String(results['wave']);
  const bearer = { Authorization: `Bearer ${tokenOf(keys, 'sue')}` };
  const own = `/storefront/v1/${keys.publicKey}/me/surveys/words/${wave}`;
  const opened = await request.post(`${own}/open`, { headers: bearer });
  expect(opened.ok(), await opened.text()).toBe(true);
  const answers = { say: 'Came late <b>again</b>' };
  const sent = await request.put(own, { headers: bearer, data: { complete: true, answers } });
  expect(sent.ok(), await sent.text()).toBe(true);

  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/surveys/words/results`);
  await expect(page.getByText('Came late <b>again</b>')).toBeVisible();
  await page.getByRole('button', { name: 'New theme…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name, English').fill('Delivery');
  await dialog.getByLabel('Name, 日本語').fill('配送');
  await dialog.getByRole('button', { name: 'Save theme' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  const comment = page.getByRole('listitem').filter({ hasText: 'Came late' });
  // Who said it has a name, and the button says what it saves.
  await expect(comment.getByRole('link', { name: 'Sue Mori' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export answers (CSV)' })).toBeVisible();
  await comment.focus();
  await page.keyboard.press('1');
  const chip = comment.getByRole('button', { name: 'Delivery' });
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('1');
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  expect(await barriers(page)).toEqual([]);

  const phone = await openAsOwner(browser, { phone: true, locale: 'ja', colorScheme: 'dark' });
  await phone.goto(`/console/${keys.shopId}/surveys/words/results`);
  const theme = phone.getByRole('button', { name: '配送' });
  await theme.press('Enter');
  await expect(theme).toHaveAttribute('aria-pressed', 'true');
  expect(await barriers(phone)).toEqual([]);
  const over = await phone.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
});

test('answers of another tool are brought after a preview, stand beside the trend, and are taken back', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/surveys`);
  await page.getByRole('button', { name: 'New survey…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create survey' }).click();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const buffer = Buffer.from(
    'Survey type,Score,Comment,Created at,Email\nnps,9,Lovely,2026-09-01,a@example.com\nnps,12,,2026-09-01,b@example.com\n',
  );
  await page.getByLabel('File').setInputFiles({ name: 'nps.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('1 of 2 answers can come.')).toBeVisible();
  await expect(page.getByText('has a score that this survey cannot have')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 1 answers' }).press('Enter');
  await expect(page.getByText('1 answers imported.')).toBeVisible();
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByText('brought from another tool')).toBeVisible();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
});

test('every part of a time shows that it has the focus, by keyboard alone', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/surveys`);
  await page.getByRole('button', { name: 'New survey…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Create survey' }).press('Enter');
  await page.getByRole('link', { name: 'Audience and timing' }).press('Enter');
  await page.getByLabel('When', { exact: true }).selectOption('dates');
  await page.getByLabel('When', { exact: true }).focus();
  for (const part of ['Opens: date', 'Opens: time', 'Closes: date', 'Closes: time']) {
    const field = page.getByLabel(part);
    const has = (): Promise<boolean> => field.evaluate((one) => one.matches(':focus-within'));
    for (let stops = 0; stops < 6 && !(await has()); stops += 1) await page.keyboard.press('Tab');
    await expect(field).toHaveCSS('outline-style', 'solid');
  }
});
