import type { Page } from '@playwright/test';
import { SCREENS, type Screen, type Shown } from './shown-screens.ts';
import { barriers, become, changeNothing, signIn } from './support.ts';
import { expect, test } from './test.ts';

const LOOKS = [
  { name: 'in light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'in dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'in forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** An order of Mika's, and what stands in the address of somebody whom Mika has invited. */
const prepare = async (page: Page): Promise<{ orderId: string; friendCode: string }> => {
  const bought = await page.request.post('/demo/api/checkout', { data: { cart: { mug: 1 } } });
  const { orderId } = (await bought.json()) as { orderId: string };
  await page.goto('/demo');
  await become(page, 'mika');
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/me/referral'));
  await page.evaluate(`(window.okaeri ||= []).push(['open', 'friends'])`);
  const { code } = (await (await asked).json()) as { code: string };
  return { orderId, friendCode: code };
};

/** Colours that are forced are the browser's; axe reads those that the page has said. */
const NOT_WHERE_FORCED = 'color-contrast';
/** All screens are looked at, whatever was found on one; what follows a theme does so when the page is next painted. */
const soon = expect.configure({ soft: true });

/** Goes to a screen as whoever sees it does. */
const open = async (
  page: Page,
  { screen, shown, baseURL }: { screen: Screen; shown: Shown; baseURL: string },
): Promise<void> => {
  await page.context().clearCookies({ name: 'demo_account' });
  if (!screen.guest) await signIn(page, 'mika', baseURL);
  await page.goto(`/demo${screen.path?.(shown) ?? ''}`);
  await page.locator('okaeri-launcher').getByRole('button').waitFor();
  await screen.show?.(page);
};

const check = (page: Page, title: string, isForced: boolean): Promise<void> =>
  test.step(title, async () => {
    const found = async (): Promise<unknown[]> =>
      ((await barriers(page)) as [id: string, nodes: string[]][]).filter(
        ([id]) => !isForced || id !== NOT_WHERE_FORCED,
      );
    await soon.poll(found, { message: title }).toEqual([]);
  });

test('no screen of the shopper’s has a barrier axe can find, in light, in dark and in forced colours', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(900_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'mika', baseURL ?? '');
  const shown = await prepare(page);
  for (const screen of SCREENS)
    // What does not stay is opened for each look, all else once.
    for (const looks of screen.passes ? LOOKS.map((look) => [look]) : [LOOKS]) {
      await page.emulateMedia(looks[0] ?? {});
      await open(page, { screen, shown, baseURL: baseURL ?? '' });
      for (const { name, ...look } of looks) {
        await page.emulateMedia(look);
        await check(page, `${screen.name} ${name}`, look.forcedColors === 'active');
      }
      await screen.leave?.(page);
      await changeNothing(page);
      // What arrived once does not arrive again in the same browser.
      await page.evaluate(() => localStorage.clear());
    }
});
