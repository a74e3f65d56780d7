import type { Locator, Page } from '@playwright/test';
import { MEMBERS, type StepsOf } from './merchant-tasks.ts';
import type { Hand } from './tasks-hand.ts';

/** How the console of this tree does each task. */
export const NOW: StepsOf = {
  async open(hand, { keep }) {
    const { page } = hand;
    await hand.type(page.getByLabel('Shop name'), 'Alder & Ash');
    await hand.type(page.getByLabel('Shop address'), 'alder-ash.example');
    await hand.click(page.getByRole('button', { name: 'Create shop' }));
    const secretKey = await page.getByLabel('Secret key').inputValue();
    keep({ secretKey, identitySecret: await page.getByLabel('Identity secret').inputValue() });
    await hand.click(page.getByRole('button', { name: 'Continue' }));
    await hand.see(page.getByRole('heading', { name: 'Setup', level: 1 }));
  },
  async template(hand) {
    const { page } = hand;
    await goTo(hand, 'Setup');
    await hand.click(page.getByRole('button', { name: 'Open: Starting program' }));
    await hand.click(page.getByRole('radio', { name: /Points, ranks/ }));
    await hand.click(page.getByRole('button', { name: 'Review and publish…' }));
    await confirm(hand);
  },
  async rate(hand) {
    const { page } = hand;
    await goTo(hand, 'Program');
    await hand.click(tab(page, 'Earning'));
    const points = page.getByLabel('Points', { exact: true }).first();
    await hand.click(page.getByRole('button', { name: 'Edit Order' }));
    const before = await points.inputValue();
    await hand.type(points, '3');
    await publish(hand);
    await hand.type(points, before);
    await publish(hand);
  },
  async tier(hand) {
    const { page } = hand;
    await goTo(hand, 'Program');
    await hand.click(tab(page, 'Tiers'));
    await hand.click(page.getByRole('button', { name: 'Add a tier' }));
    await hand.type(page.getByLabel('Name (English)').last(), 'Founders');
    await hand.type(page.getByLabel(/^Entry/).last(), '5000');
    await publish(hand);
  },
  async picture(hand) {
    const { page } = hand;
    await goTo(hand, 'Program');
    await hand.click(tab(page, 'Rewards'));
    await hand.click(page.getByText('Add a reward'));
    await hand.click(page.getByRole('button', { name: 'Discount', exact: true }));
    await hand.type(page.getByLabel('Name (English)').last(), 'A cup on us');
    await hand.click(page.getByRole('button', { name: /Choose a picture for/ }).last());
    const buffer = await page.screenshot();
    const file = dialog(page).locator('input[type=file]');
    await hand.give(file, { name: 'cup.png', mimeType: 'image/png', buffer });
    await dialog(page).waitFor({ state: 'hidden' });
    await publish(hand);
  },
  async connect(hand) {
    const { page } = hand;
    await goTo(hand, 'Settings');
    await hand.click(page.getByRole('link', { name: /^Store/ }));
    await hand.type(page.getByLabel('Shopify address'), 'alder.myshopify.com');
    await hand.type(page.getByLabel('App client secret'), 'the secret of the app');
    await hand.click(page.getByRole('button', { name: 'Connect', exact: true }));
    await hand.see(page.getByLabel('Where the platform sends its messages'));
  },
  async snippet(hand, { paste }) {
    const { page } = hand;
    await hand.click(page.getByRole('link', { name: 'Show me how' }));
    await hand.click(page.getByRole('button', { name: 'Copy', exact: true }).last());
    await paste(await page.getByRole('region', { name: 'Snippet' }).innerText());
    await hand.click(page.getByRole('button', { name: /^Allow/ }));
    await hand.see(page.getByText('The widget is live.'));
  },
  async import(hand) {
    const { page } = hand;
    await goTo(hand, 'Shoppers');
    await hand.click(page.getByRole('link', { name: 'Import members' }));
    await hand.give(page.getByLabel('File'), MEMBERS);
    await hand.click(page.getByRole('button', { name: 'Import 2 lines' }));
    await hand.click(page.getByRole('status').getByRole('button', { name: 'Undo import' }));
    await hand.see(page.getByText('The import is undone.'));
  },
  async order(hand) {
    await find(hand, '#1307', /K-1307/);
    await hand.see(hand.page.getByRole('heading', { name: 'Order K-1307', level: 1 }));
  },
  async zero(hand) {
    await find(hand, '#1307', /K-1307/);
    await hand.see(hand.page.getByText('Not part of any earning rule').filter({ visible: true }));
  },
  async give(hand) {
    const { page } = hand;
    await find(hand, 'Ada', /Ada Byron/);
    await hand.click(page.getByRole('button', { name: 'Adjust points…' }));
    await hand.type(dialog(page).getByLabel('Points', { exact: true }), '500');
    await hand.type(dialog(page).getByLabel('Reason'), 'Sorry for the delay');
    await hand.press('Enter');
    await hand.see(page.getByText('500 points given.'));
  },
  async correct(hand) {
    const { page } = hand;
    await find(hand, 'Ada', /Ada Byron/);
    await hand.click(page.getByRole('button', { name: 'Undo…' }));
    await hand.type(dialog(page).getByLabel('Reason'), 'It came in time');
    await hand.press('Enter');
    await hand.see(page.getByText('The adjustment is undone.'));
  },
  async release(hand) {
    const { page } = hand;
    await goTo(hand, 'Codes');
    await hand.click(
      page
        .getByRole('row', { name: /Ben Ito/ })
        .getByRole('link')
        .first(),
    );
    await hand.click(page.getByRole('button', { name: 'Release code…' }));
    await hand.type(dialog(page).getByLabel('Reason'), 'Asked by phone');
    await hand.press('Enter');
    await hand.see(page.getByText('The code is released.'));
  },
  async reward(hand) {
    const { page } = hand;
    await find(hand, 'Ben', /Ben Ito/);
    await hand.click(page.getByRole('button', { name: 'Give reward…' }));
    await hand.type(dialog(page).getByLabel('Reason'), 'For the wait');
    await hand.press('Enter');
    await hand.see(page.getByText('The reward is given.'));
  },
  async merge(hand) {
    const { page } = hand;
    await find(hand, 'Ben', /Ben Ito/);
    await more(hand, 'Merge with another');
    await hand.type(dialog(page).getByLabel('Shopper to merge in'), 'cem');
    await hand.click(dialog(page).getByRole('button', { name: /Cem Kaya/ }));
    await hand.click(dialog(page).getByRole('button', { name: 'Merge', exact: true }));
    await hand.see(page.getByText('The shoppers are merged.'));
  },
  async erase(hand) {
    const { page } = hand;
    await find(hand, 'Ben', /Ben Ito/);
    await more(hand, 'Erase…');
    await hand.type(dialog(page).getByLabel('Type ben to go on'), 'ben');
    await hand.press('Enter');
    await hand.see(page.getByText('The shopper is erased.'));
  },
  async moderate(hand) {
    const { page } = hand;
    await find(hand, 'reviews', /^Reviews/);
    await hand.see(page.locator('main [aria-current=true]'));
    await hand.press('p');
    await hand.see(page.getByText('The review is published.'));
    await hand.press('w');
    await hand.see(dialog(page).getByRole('radio'));
    await hand.press('1');
    await hand.press('Enter');
    await hand.see(page.getByText('The review is withheld.'));
    await hand.press('p');
    await hand.see(page.getByText('Nothing waits for you'));
  },
  async answer(hand) {
    const { page } = hand;
    await goTo(hand, 'Questions');
    await hand.click(page.getByRole('link', { name: 'Unanswered' }));
    await hand.click(page.getByRole('button', { name: 'Reply' }));
    const answer = page.getByLabel('Your answer, for everybody to read');
    await hand.type(answer, 'No, it is black.');
    await hand.click(page.getByRole('button', { name: 'Publish the answer' }));
    await hand.see(page.getByText(/^Your answer is published/));
    await hand.click(page.getByRole('link', { name: 'All questions' }));
    await hand.click(page.getByRole('link', { name: 'Is it green?' }));
    await hand.click(page.getByRole('button', { name: 'Edit the answer' }));
    await hand.type(answer, 'No, it is black tea.');
    await hand.click(page.getByRole('button', { name: 'Publish the answer' }));
    await hand.see(page.getByText('Your answer is changed.'));
  },
  async simulate(hand) {
    const { page } = hand;
    await goTo(hand, 'Program');
    await hand.click(tab(page, 'Simulation'));
    await hand.click(page.getByRole('button', { name: 'Run simulation' }));
    await hand.see(page.getByRole('row', { name: 'Points issued' }));
  },
  async export(hand) {
    const { page } = hand;
    await goTo(hand, 'Shoppers');
    await hand.click(page.getByRole('button', { name: 'Filter', exact: true }));
    await hand.choose(dialog(page).getByLabel('Filter by'), 'Tier');
    await hand.choose(dialog(page).getByLabel('Value'), { index: 1 });
    await hand.click(dialog(page).getByRole('button', { name: 'Apply' }));
    const file = page.waitForEvent('download');
    await hand.click(page.getByRole('button', { name: 'Export CSV' }));
    await file;
  },
};

const dialog = (page: Page): Locator => page.getByRole('dialog');

function tab(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Program' }).getByRole('link', { name });
}

function goTo({ page, click }: Hand, name: string): Promise<void> {
  return click(page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name }));
}

/** Searches from wherever one is, and opens what is found. */
async function find(hand: Hand, text: string, found: RegExp): Promise<void> {
  const { page } = hand;
  await hand.press('/');
  await hand.type(page.getByRole('combobox', { name: 'Search or go to' }), text);
  await hand.see(page.getByRole('option', { name: found }));
  await hand.press('Enter');
}

async function more(hand: Hand, act: string): Promise<void> {
  await hand.click(hand.page.locator('.table-menu summary', { hasText: 'More' }));
  await hand.click(hand.page.getByRole('button', { name: act }));
}

async function publish(hand: Hand): Promise<void> {
  await hand.click(hand.page.getByRole('button', { name: 'Publish…' }));
  await confirm(hand);
}

/** In the dialog that says what is different. */
async function confirm(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.click(dialog(page).getByRole('button', { name: /^Publish version/ }));
  await dialog(page).waitFor({ state: 'hidden' });
  await hand.see(page.getByText(/^Version \d+ is published/).last());
}
