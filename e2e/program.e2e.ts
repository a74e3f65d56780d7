import { expect, test } from './test.ts';
import { openAsOwner, writeReview } from './console.ts';
import { OWNER } from './owner.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

test('a programme is changed, published, and restored', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program`);
  await page.getByLabel('Name (English)').first().fill('The Quiet Circle');
  await page.getByRole('link', { name: 'Rewards' }).click();
  await page.getByText('Add a reward').click();
  await page.getByRole('button', { name: 'Discount', exact: true }).click();
  await page.getByLabel('Cost (points)').last().fill('nothing');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').first()).toContainText('1 problem to fix');
  // A part of a point stays as it was typed and is refused, where it could be rounded unseen.
  await page.getByLabel('Cost (points)').last().fill('1.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter a whole number.').first()).toBeVisible();
  await expect(page.getByLabel('Cost (points)').last()).toHaveValue('1.5');
  await page.getByLabel('Cost (points)').last().fill('800');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  const mark = page.getByRole('navigation', { name: 'Menu' }).getByText('Draft', { exact: true });
  await expect(mark).toBeVisible();

  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“Circle” → “The Quiet Circle”');
  await expect(dialog.getByRole('img', { name: 'Added' })).toBeVisible();
  await dialog.getByLabel('Note for the team (optional)').fill('A quieter name');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();
  // The menu knows at once that nothing waits to be published.
  await expect(mark).toHaveCount(0);

  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByText('A quieter name')).toBeVisible();
  await page.locator('.versions').getByRole('button', { name: 'Compare' }).first().click();
  await expect(page.getByText('What version 2 changed')).toBeVisible();
  await expect(page.locator('.differences')).toContainText('“Circle” → “The Quiet Circle”');
  await page.getByRole('button', { name: 'Restore as draft…' }).click();
  await dialog.getByRole('button', { name: 'Restore as draft' }).click();
  await expect(page.getByText('Draft restored from version 1.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Basics' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Circle');
});

test('of two who change the draft, the second is told, shown, and loses nothing', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const address = `/console/${keys.shopId}/program`;
  const one = await openAsOwner(browser);
  const two = await openAsOwner(browser);
  await one.goto(address);
  await two.goto(address);
  await one.getByLabel('Name (English)').first().fill('By the first');
  await one.getByRole('link', { name: 'Earning' }).click();
  await one.getByRole('button', { name: 'Edit Order' }).click();
  await one.getByLabel('Pending period (days)').first().fill('30');
  await two.getByLabel('Name (English)').first().fill('By the second');
  await two.getByRole('link', { name: 'Rewards' }).click();
  await two
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  await two.getByLabel('Cost (points)').first().fill('750');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(one.getByText('Saved.', { exact: true })).toBeVisible();
  await two.getByRole('button', { name: 'Save' }).click();
  const dialog = two.getByRole('dialog');
  await expect(dialog).toContainText('Someone else saved this');
  await expect(dialog).toContainText(`Saved by ${OWNER.name}, `);
  await expect(dialog).toContainText('“Circle” → “By the first”');
  await expect(dialog).toContainText('“Circle” → “By the second”');
  await expect(dialog).toContainText(
    'pending for 14 days after dispatch → pending for 30 days after dispatch',
  );
  await expect(dialog).toContainText('500 points → 750 points');
  await expect(dialog).toContainText('1 place was changed by both');
  expect(await barriers(two)).toEqual([]);

  // Leaving in the middle of it loses nothing either.
  await two.reload();
  await expect(dialog).toContainText('500 points → 750 points');
  await dialog.getByRole('button', { name: 'Merge both' }).click();
  await expect(two.locator('.entity').first()).toContainText('750 points');
  await two.getByRole('link', { name: 'Earning' }).click();
  await expect(two.locator('.entity').first()).toContainText('pending for 30 days');
  await two.getByRole('link', { name: 'Basics' }).click();
  await expect(two.getByLabel('Name (English)').first()).toHaveValue('By the first');
  await two.getByRole('button', { name: 'Save' }).click();
  await expect(two.getByText('Saved.', { exact: true })).toBeVisible();
});

test('what was not saved is still there after leaving', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program`);
  await page.getByLabel('Name (English)').first().fill('Half a thought');
  await page.getByRole('link', { name: 'Reviews' }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Program' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Half a thought');
  await expect(page.getByText('Not saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Circle');
});

test('a draft is scheduled for a time of the shop’s clock, and the schedule is cancelled', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program/earning`);
  await page.getByRole('button', { name: 'Edit Order' }).click();
  await page.getByLabel('Points', { exact: true }).first().fill('3');
  // Each change leads to its field.
  await page
    .getByRole('complementary', { name: 'What changes' })
    .getByRole('link', { name: /^Order/ })
    .click();
  await expect(page.getByRole('checkbox', { name: /^Order/ })).toBeInViewport();
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'At a set time' }).check();
  await dialog.getByLabel('Publish at: date').fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Schedule version 2' }).click();
  // What is wrong is said where it is mended.
  await expect(dialog.getByRole('alert')).toHaveText('This time has passed. Choose a later one.');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByLabel('Publish at: date').fill('2099-01-01');
  await dialog.getByRole('button', { name: 'Schedule version 2' }).click();
  await expect(page.getByText(/is published on Jan 1, 2099/)).toBeVisible();
  expect(await call('GET', '/v1/program')).toMatchObject({ version: 1 });
  await page.getByRole('button', { name: 'Cancel schedule' }).click();
  await expect(page.getByText('Nothing is scheduled anymore.')).toBeVisible();
  expect(await call('GET', '/v1/program/status')).toMatchObject({ schedule: null });
});

test('the time machine says what a draft would have cost', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  await writeReview(request, keys, { sub: 'eve', title: 'Good', body: 'Calm and round.' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program/earning`);
  await page.getByRole('button', { name: 'Edit Order' }).click();
  await page.getByLabel('Points', { exact: true }).first().fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Simulation' }).click();
  const rate = page.getByLabel('Expected redemption rate (%)');
  await rate.fill('abc');
  await page.getByRole('button', { name: 'Run simulation' }).click();
  await expect(page.getByText('Enter a number.')).toBeVisible();
  await rate.fill('70');
  await page.getByRole('button', { name: 'Run simulation' }).click();
  await expect(page.getByText('1 order from 1 shopper')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Points issued' })).toContainText('18');
  await expect(page.getByRole('row', { name: 'Points issued' })).toContainText('54');
  expect(await barriers(page)).toEqual([]);
});

test('campaigns, segments, tiers, goals and gifts are made in forms, and the server takes them', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program/tiers`);
  const add = (name: string): Promise<void> => page.getByRole('button', { name }).click();
  const tab = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Program' }).getByRole('link', { name }).click();
  await add('Add a tier');
  await add('Add a tier');
  await expect(page.getByRole('heading', { name: 'Qualification' })).toBeVisible();
  await page.getByLabel('Benefits (English)').last().fill('Free shipping\nFirst to know');
  await page.getByLabel('Benefits (日本語)').last().fill('送料無料');

  await tab('Segments');
  await add('Add a segment');
  await expect(page.getByText('Its size is counted a few minutes after you publish')).toBeVisible();
  await page.getByLabel('Orders, at least', { exact: true }).fill('3');
  await page.getByLabel('Loyal from (orders)').fill('5');
  await page.getByLabel('Spent, at least (USD)').fill('100.50');
  const stages = page.getByRole('group', { name: 'At any of these stages' });
  await stages.getByLabel('Loyal', { exact: true }).check();

  await tab('Campaigns');
  await add('Add a campaign');
  for (const name of ['From', 'Until'])
    await expect(page.getByRole('group', { name }).locator('input[type=time]')).toHaveValue(
      '00:00',
    );
  await page.getByLabel('Effect').selectOption('Adds points');
  await page.getByLabel('Points', { exact: true }).fill('250');
  await page.getByText('More settings').click();
  await page.getByLabel('Segment 1').check();
  await page.getByLabel('Limit for each shopper').selectOption('Per month');
  await page.getByLabel('Expiry of these points').selectOption('After a set time');

  await tab('Challenges');
  await add('Add a badge');
  await add('Add a challenge');
  await page.getByLabel('What counts').selectOption('Money spent');
  await page.getByLabel('Target (USD)').fill('75');
  await page.getByLabel('Badge', { exact: true }).selectOption('Badge 1');
  await add('Add a streak');
  await add('Add a gift');
  await page.getByLabel('Chance per order (%)').fill('2.5');

  await tab('Earning');
  await page.getByText('Add a way to earn').click();
  await add('Birthday');
  await tab('Rewards');
  await page.getByText('Add a reward').click();
  await add('Percentage off');
  await page.getByLabel('Discount (%)').fill('15');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await call('GET', '/v1/program/draft')).toMatchObject({
    tiers: [
      { entry: 0 },
      { entry: 1000, perks: [{ en: 'Free shipping', ja: '送料無料' }, { en: 'First to know' }] },
    ],
    loop: { loyalOrders: 5 },
    tierPolicy: { metric: 'points' },
    segments: [{ orders: { min: 3 }, spendMinor: { min: 10_050 }, stages: ['loyal'] }],
    campaigns: [
      {
        effect: { bonus: 250 },
        segmentIds: ['segments1'],
        limit: { count: 1, every: 'month' },
        expiry: { kind: 'perLot', days: 30 },
      },
    ],
    challenges: [{ metric: 'spend', target: 7500, badgeId: 'badges1' }],
    streaks: [{ every: 'month', length: 3 }],
    gifts: [{ probabilityPpm: 25_000 }],
  });

  // What is taken away although something else names it is said, where it stands.
  await tab('Segments');
  await page.getByRole('button', { name: 'Remove Segment 1' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').first()).toContainText(
    'This uses something that was removed',
  );
});
