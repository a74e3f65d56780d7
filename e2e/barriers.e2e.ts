import type { Page } from '@playwright/test';
import { SCREENS } from './shown-screens.ts';
import { barriers, become, signIn } from './support.ts';
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

for (const { name, colorScheme, forcedColors } of LOOKS)
  test(`no screen of the shopper’s has a barrier axe can find, ${name}`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme, forcedColors });
    await signIn(page, 'mika', baseURL ?? '');
    const shown = await prepare(page);
    for (const screen of SCREENS) {
      await page.context().clearCookies({ name: 'demo_account' });
      if (!screen.guest) await signIn(page, 'mika', baseURL ?? '');
      await page.goto(`/demo${screen.path?.(shown) ?? ''}`);
      await page.locator('okaeri-launcher').getByRole('button').waitFor();
      await screen.show?.(page);
      const found = (await barriers(page)) as [id: string, nodes: string[]][];
      // Colours that are forced are the browser's; axe reads those that the page has said.
      const own = found.filter(([id]) => forcedColors === 'none' || id !== 'color-contrast');
      expect(own, screen.name).toEqual([]);
      await screen.leave?.(page);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
  });
