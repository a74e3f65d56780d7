import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { writeReview } from './console.ts';
import type { OwnShop } from './own-shop.ts';

/** Screens that depend on data: neither the menu nor a tab of a page in it leads to them. */
const DATA_SCREENS = [
  '/shoppers/eve',
  '/shoppers/nobody',
  '/shoppers?stage=lapsed',
  '/orders/o-eve',
  '/surveys/words',
] as const;

/** What the walk must have found by the menu (its first and last page) and by tabs. */
const FOUND = ['/shoppers', '/settings/account', '/program/versions', '/settings/cases'] as const;

/** Goes to a screen by its address, as a link from outside does. */
const goTo = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
};

/** Goes to a screen of another page as a link in the console does: nothing of the page before is left. */
const follow = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => {
    for (const title of document.querySelectorAll('h1')) title.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await expect(page.locator('h1[data-left]')).toHaveCount(0);
};

/** The page of a path: `/program` of `/program/tiers`. */
const pageOf = (path: string): string => path.split(/[/?]/)[1] ?? '';

/** A screen of the page that has the most left, but for one: so that these never remain alone. */
const nextOfAnother = (left: readonly string[], page: string): string | undefined => {
  const byPage = Map.groupBy(left, pageOf);
  byPage.delete(page);
  const [most] = [...byPage.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0];
};

/**
 * Goes to every screen of the console, below the shop's address: those that depend on data, and whatever
 * the menu and the tabs of a screen lead to. A new page is walked through without being named here.
 *
 * @param within whether the console goes there itself, as far as the next screen is one of another page
 * @param more further screens that depend on data, by their addresses
 */
export const walk = async (
  page: Page,
  { shopId, within, more = [] }: { shopId: string; within: boolean; more?: readonly string[] },
  visit: (path: string) => Promise<void>,
): Promise<void> => {
  const base = `/console/${shopId}`;
  const known = new Set<string>(['', ...DATA_SCREENS, ...more]);
  const left = new Set(known);
  let path = '';
  await goTo(page, base);
  for (;;) {
    left.delete(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton, .is-loading')).toHaveCount(0);
    const links = await page
      .locator('.side nav a, nav.settings a, nav.tabs a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const href of links) {
      const found = href.slice(base.length);
      if (!href.startsWith(base) || known.has(found)) continue;
      known.add(found);
      left.add(found);
    }
    await visit(path);
    const ofAnother = within ? nextOfAnother([...left], pageOf(path)) : undefined;
    const [next] = ofAnother === undefined ? left : [ofAnother];
    if (next === undefined) break;
    await (ofAnother === undefined ? goTo : follow)(page, base + next);
    path = next;
  }
  const ofData = more.length > 0 ? ['/shoppers/eve/widget', '/surveys/words/results'] : [];
  expect([...known]).toEqual(expect.arrayContaining([...FOUND, ...ofData]));
};

/**
 * Somebody who has bought, written and asked for help, a code, and a survey, so that there is something to see. Gives the
 * addresses of the screens that are called by ids of the server.
 */
export const fillShop = async (
  { keys, call }: OwnShop,
  request: APIRequestContext,
): Promise<readonly string[]> => {
  const body = 'Calm and round. More at https://eve.example';
  await writeReview(request, keys, { sub: 'eve', title: 'Good', body });
  const headers = { Authorization: `Bearer ${keys.secretKey}`, 'If-Match': 's0' };
  const put = await request.put('/v1/surveys/words', { headers, data: SURVEY });
  expect(put.ok(), await put.text()).toBe(true);
  await call('POST', '/v1/surveys/words/start');
  const text = 'Late parcel';
  const asked = await call('POST', '/v1/cases', { shopperId: 'eve', text });
  await call('POST', '/v1/shoppers/eve/adjustments', { points: 5000, reason: 'Welcome' });
  const { rewards } = await call('GET', '/v1/program');
  const [reward] = rewards as { id: string }[];
  const taken = await call('POST', '/v1/redemptions', { shopperId: 'eve', rewardId: reward?.id });
  return [`/cases/${String(asked['id'])}`, `/codes/${String(taken['id'])}`];
};

const SURVEY = {
  kind: 'custom',
  name: 'Words',
  questions: [{ id: 'say', kind: 'text', text: { en: 'Tell us', ja: 'ご意見' } }],
  trigger: { kind: 'relational', every: 'quarter' },
};
