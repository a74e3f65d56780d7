import type { Locator, Page } from '@playwright/test';
import { MEMBERS, type StepsOf } from './merchant-tasks.ts';
import type { Hand } from './tasks-hand.ts';

/** How the console of revision 071fbb8 does each task. */
export const BEFORE: StepsOf = {
  async open(hand, { keep }) {
    const { page } = hand;
    await hand.click(page.getByRole('link', { name: 'Open a shop' }));
    await hand.type(page.getByLabel('Name of the shop'), 'Alder & Ash');
    await hand.type(page.getByLabel('Address of the shop'), 'alder-ash.example');
    await hand.click(page.getByRole('button', { name: 'Open the shop' }));
    const secretKey = await page.getByLabel('Secret key').inputValue();
    keep({ secretKey, identitySecret: await page.getByLabel('Identity secret').inputValue() });
    await hand.click(page.getByRole('button', { name: 'Go on' }));
    await hand.see(page.getByRole('heading', { name: 'Set-up', level: 1 }));
  },
  async template(hand) {
    const { page } = hand;
    await goTo(hand, 'Set-up');
    await hand.click(page.getByRole('radio', { name: /Points, ranks/ }));
    await hand.click(page.getByRole('button', { name: 'Publish this programme' }));
    await hand.see(page.getByText('The programme is published.'));
  },
  async rate(hand) {
    const { page } = hand;
    await goTo(hand, 'Programme');
    await hand.click(tab(page, 'Earning'));
    const points = page.getByLabel('Points', { exact: true }).first();
    const before = await points.inputValue();
    await hand.type(points, '3');
    await publish(hand);
    await hand.type(points, before);
    await publish(hand);
  },
  async tier(hand) {
    const { page } = hand;
    await goTo(hand, 'Programme');
    await hand.click(tab(page, 'Tiers'));
    await hand.click(page.getByRole('button', { name: 'Add a tier' }));
    await hand.type(page.getByLabel('Name (English)').last(), 'Founders');
    await hand.type(page.getByLabel(/^From/).last(), '5000');
    await publish(hand);
  },
  picture: 'no pictures of rewards',
  async connect(hand) {
    const { page } = hand;
    await goTo(hand, 'Integrations');
    await hand.type(page.getByLabel('Address at Shopify'), 'alder.myshopify.com');
    await hand.type(page.getByLabel('Client secret of the app'), 'the secret of the app');
    await hand.click(page.getByRole('button', { name: 'Connect', exact: true }));
    await hand.see(page.getByLabel('Where the platform sends its messages'));
  },
  async snippet(hand, { paste }) {
    const { page } = hand;
    await goTo(hand, 'Set-up');
    await hand.click(page.getByRole('button', { name: 'Copy', exact: true }));
    await paste(await page.getByRole('region', { name: 'Snippet' }).innerText());
    const allow = page.getByRole('button', { name: /^Allow/ });
    for (let tries = 0; tries < 10 && (await allow.count()) === 0; tries += 1) {
      await hand.click(page.getByRole('button', { name: 'Look again' }));
      await allow.waitFor({ timeout: 500 }).catch(() => undefined);
    }
    await hand.click(allow);
    await hand.see(page.getByText('The widget is live.'));
  },
  async import(hand) {
    const { page } = hand;
    await goTo(hand, 'Bring members');
    await hand.give(page.getByLabel('File'), MEMBERS);
    await hand.click(page.getByRole('button', { name: 'Bring 2 lines' }));
    await hand.click(page.getByRole('button', { name: 'Take back' }));
    await hand.click(dialog(page).getByRole('button', { name: 'Take back' }));
    await hand.see(page.getByText('They are taken back.'));
  },
  order: 'no order can be found or opened',
  zero: 'no order’s lines are shown',
  async give(hand) {
    await adjust(hand, '500');
    await hand.see(hand.page.getByText('500 points given.'));
  },
  async correct(hand) {
    await adjust(hand, '-500');
    await hand.see(hand.page.getByText('500 points taken.'));
  },
  release: 'codes are only listed',
  reward: 'rewards are taken by shoppers alone',
  async merge(hand) {
    const { page } = hand;
    await openShopper(hand, 'Ben Ito');
    await hand.click(page.getByRole('button', { name: 'Merge another' }));
    await hand.type(dialog(page).getByLabel('Id of the shopper to merge'), 'cem');
    await hand.press('Enter');
    await hand.see(page.getByText('The shoppers are merged.'));
  },
  async erase(hand) {
    const { page } = hand;
    await openShopper(hand, 'Ben Ito');
    await hand.click(page.getByRole('button', { name: 'Erase' }));
    await hand.type(dialog(page).getByLabel('Type ben to go on'), 'ben');
    await hand.press('Enter');
    await hand.see(page.getByText('The shopper is erased.'));
  },
  async moderate(hand) {
    const { page } = hand;
    await hand.press('Control+k');
    await hand.type(page.getByRole('combobox', { name: /^Type a page/ }), 'reviews');
    await hand.press('Enter');
    await hand.see(page.locator('main [aria-current=true]'));
    await hand.press('p');
    await hand.see(page.getByText('The review is published.'));
    await hand.press('w');
    await hand.see(dialog(page).getByRole('radio'));
    await hand.press('1');
    const withhold = dialog(page).getByRole('button', { name: 'Withhold' });
    while (!(await withhold.evaluate((node) => node === document.activeElement)))
      await hand.press('Tab');
    await hand.press('Enter');
    await hand.see(page.getByText('The review is withheld.'));
    await hand.press('p');
    await hand.see(page.getByText('Nothing waits for you'));
  },
  answer: 'an answer is not shown again, and cannot be mended',
  async simulate(hand) {
    const { page } = hand;
    await goTo(hand, 'Programme');
    await hand.click(tab(page, 'Time machine'));
    await hand.click(page.getByRole('button', { name: 'Replay' }));
    await hand.see(page.getByRole('row', { name: 'Points issued' }));
  },
  export: 'no list of shoppers leaves the console',
};

const dialog = (page: Page): Locator => page.getByRole('dialog');

function tab(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Programme' }).getByRole('link', { name });
}

function goTo({ page, click }: Hand, name: string): Promise<void> {
  return click(page.getByRole('link', { name, exact: true }).first());
}

async function openShopper(hand: Hand, name: string): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Shoppers');
  await hand.type(page.getByRole('searchbox'), name);
  await hand.click(page.getByRole('link', { name }));
}

async function adjust(hand: Hand, points: string): Promise<void> {
  const { page } = hand;
  await openShopper(hand, 'Ada Byron');
  await hand.click(page.getByRole('button', { name: 'Adjust points' }));
  await hand.type(dialog(page).getByLabel('Points', { exact: true }), points);
  await hand.type(dialog(page).getByLabel('Reason, for the shopper to read'), 'A late parcel');
  await hand.press('Enter');
}

async function publish(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.click(page.getByRole('button', { name: 'Publish…' }));
  await hand.click(dialog(page).getByRole('button', { name: 'Publish' }));
  await dialog(page).waitFor({ state: 'hidden' });
  await hand.see(page.getByText(/^Version \d+ is published/).last());
}
