import { expect, test } from './test.ts';
import { theme } from '@okaeri/shared/appearance';
import { toPublicAppearance } from '@okaeri/shared/public-appearance';
import { BRAND_COLOURS } from '@okaeri/shared/testing/brand-colours';
import {
  barriers,
  changeProgram,
  gotoOwnPage,
  openAt,
  openPanel,
  RULES_OF_COLOUR,
  signIn,
} from './support.ts';

test.describe.configure({ mode: 'parallel' });

for (const colorScheme of ['light', 'dark'] as const)
  test(`can be read in twenty brand colours, in ${colorScheme}`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn(page, 'mika', baseURL ?? '');
    let accent = '';
    await changeProgram(page, (program) => ({
      ...program,
      appearance: toPublicAppearance({ theme: theme.parse({ accent }), texts: {} }),
    }));
    for (accent of BRAND_COLOURS) {
      await gotoOwnPage(page);
      await openPanel(page);
      await openAt(page, 'rewards');
      // The rest is the same in every colour (`widget.e2e.ts`).
      const found = await barriers(page, { type: 'rule', values: RULES_OF_COLOUR });
      expect(found, accent).toEqual([]);
    }
  });
