import { expect, test } from './test.ts';
import { barriers, openPanel, RULES_OF_COLOUR, scrollTo, signIn } from './support.ts';

const EXAMPLES = '/demo/examples';

test.describe('the example', () => {
  test.beforeEach(async ({ page, baseURL }) => {
    await signIn(page, 'mika', baseURL ?? '');
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  test('of a plain page shows every element, and takes a reward inside the page', async ({
    page,
  }) => {
    await page.goto(`${EXAMPLES}/plain.html`);
    await expect(page.locator('okaeri-points')).toContainText('points');
    await expect(page.locator('okaeri-earn')).toHaveText('Earn 140 points');
    await expect(page.locator('okaeri-nudge')).toContainText('How do you like what you bought?');
    const programme = page.locator('okaeri-page');
    await scrollTo(programme, programme.getByText('Welcome back, Mika'));
    const tier = page.locator('okaeri-tier');
    await scrollTo(tier, tier.getByText('You are here'));
    const referral = page.locator('okaeri-referral');
    await scrollTo(referral, referral.locator('code'));
    await expect(page.locator('okaeri-referral code')).toContainText('?okaeri=');
    const rewards = page.locator('okaeri-rewards');
    const redeem = rewards.getByRole('button', { name: 'Redeem: ¥300 off' });
    await scrollTo(rewards, redeem);
    await redeem.click();
    await rewards.getByRole('button', { name: 'Yes, redeem' }).click();
    await expect(rewards.locator('code').first()).toHaveText(/^OK-/);
    await rewards
      .getByRole('button', { name: /^Cancel, get/ })
      .first()
      .click();
    await expect(rewards.locator('.code.fresh')).toHaveCount(0);
  });

  test('of a plain page makes sense without the script', async ({ page }) => {
    await page.route('**/widget/**', (route) => route.abort());
    await page.goto(`${EXAMPLES}/plain.html`);
    await expect(page.locator('okaeri-page')).toHaveText(/Collect points with every order/);
    await expect(page.locator('okaeri-points')).toHaveText('a place in our programme');
  });

  test('of a plain page leaves the sentence around its points whole for a guest', async ({
    page,
  }) => {
    await page.goto(`${EXAMPLES}/plain.html`);
    const sentence = page.locator('p', { has: page.locator('okaeri-points') });
    await expect(sentence.locator('okaeri-points [part=text]')).toContainText('points');
    await page.evaluate(() =>
      (window as unknown as { okaeri: { identify(token: null): void } }).okaeri.identify(null),
    );
    await expect(sentence.locator('okaeri-points [part=text]')).toHaveText(
      'a place in our programme',
    );
  });

  test('of a theme is drawn with the page’s own tokens', async ({ page }) => {
    await page.goto(`${EXAMPLES}/themed.html`);
    const launcher = page.locator('okaeri-launcher').getByRole('button');
    await expect(launcher).toHaveCSS('background-color', 'rgb(122, 31, 75)');
    await openPanel(page);
    await expect(page.getByRole('dialog')).toHaveCSS('background-color', 'rgb(255, 247, 250)');
    await expect(page.getByRole('dialog')).toHaveCSS('border-radius', '3px');
    await expect(page.locator('okaeri-widget .balance')).toHaveCSS('font-style', 'italic');
  });

  const BRANDS = [
    {
      brand: 'brutalist',
      panel: { 'border-radius': '0px', 'box-shadow': 'rgb(0, 0, 0) 8px 8px 0px 0px' },
      number: { 'font-size': '52px', 'font-weight': '700' },
      button: { 'text-transform': 'uppercase', 'box-shadow': 'rgb(0, 0, 0) 0px 0px 0px 2px' },
      launcher: { 'border-radius': '0px', 'background-color': 'rgb(255, 229, 0)' },
    },
    {
      brand: 'luxury',
      panel: { 'background-color': 'rgb(251, 248, 242)', 'border-radius': '3px' },
      number: { 'font-size': '48px', 'font-weight': '400' },
      button: { 'font-size': '12px', 'border-radius': '0px' },
      launcher: { 'border-radius': '0px', 'background-color': 'rgb(29, 27, 24)' },
    },
    {
      brand: 'playful',
      panel: { 'border-radius': '33px', color: 'rgb(59, 33, 64)' },
      number: { 'font-size': '50px', 'font-weight': '700' },
      button: { 'font-weight': '700', 'background-color': 'rgb(214, 51, 108)' },
      launcher: { 'border-radius': '2178px', 'background-color': 'rgb(214, 51, 108)' },
    },
  ];
  for (const { brand, ...looks } of BRANDS)
    test(`of a ${brand} brand is drawn by tokens and parts alone`, async ({ page }) => {
      await page.goto(`${EXAMPLES}/brand-${brand}.html`);
      const launcher = page.locator('okaeri-launcher').getByRole('button');
      await expect(page.locator('okaeri-points')).toContainText('points');
      await openPanel(page);
      const places = {
        panel: page.getByRole('dialog'),
        number: page.locator('okaeri-widget .balance strong'),
        button: page.locator('okaeri-widget .step .button'),
        launcher,
      };
      for (const [place, look] of Object.entries(looks))
        for (const [property, value] of Object.entries<string | RegExp>(look))
          await expect(places[place as keyof typeof places]).toHaveCSS(property, value);
      expect(await barriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => barriers(page, RULES_OF_COLOUR)).toEqual([]);
    });

  test('of a strict page breaks none of its rules', async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${EXAMPLES}/strict.html`);
    await expect(page.locator('okaeri-page .step')).toBeVisible();
    await openPanel(page);
    expect(complaints).toEqual([]);
  });

  test('of a single page lets elements come and go, and shoppers too', async ({ page }) => {
    await page.goto(`${EXAMPLES}/single-page.html`);
    await expect(page.locator('okaeri-earn')).toHaveText('Earn 140 points');
    for (let turn = 0; turn < 2; turn += 1) {
      await page.getByRole('link', { name: 'Club' }).click();
      await expect(page.locator('okaeri-page')).toContainText('Welcome back, Mika');
      await page.getByRole('link', { name: 'Shop' }).click();
      await expect(page.locator('okaeri-page')).toHaveCount(0);
      await expect(page.locator('okaeri-earn')).toHaveText('Earn 140 points');
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    const launcher = page.locator('okaeri-launcher').getByRole('button');
    await expect(launcher).toHaveText('Rewards');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(launcher).toContainText(/\d/);
    await expect(page.locator('okaeri-launcher')).toHaveCount(1);
  });

  test('from right to left is written that way, and its text with it', async ({ page }) => {
    await page.goto(`${EXAMPLES}/rtl.html`);
    await expect(page.locator('okaeri-tier')).toContainText('أنت هنا');
    await openPanel(page);
    await expect(page.getByRole('dialog')).toHaveCSS('direction', 'rtl');
  });

  test('without the widget’s drawing takes a reward through the client', async ({ page }) => {
    await page.goto(`${EXAMPLES}/headless.html`);
    const balance = page.locator('#balance');
    await expect(balance).toHaveText(/^\d+ points$/);
    const before = Number((await balance.innerText()).split(' ')[0]);
    await page.getByRole('button', { name: '¥300 off: 300 points' }).click();
    await expect(page.locator('#code')).toHaveText(/^Your code: OK-/);
    await expect(balance).toHaveText(`${before - 300} points`);
    await page.getByRole('button', { name: 'Give it back' }).click();
    await expect(balance).toHaveText(`${before} points`);
  });

  test('in React takes a reward through the client', async ({ page }) => {
    await page.goto(`${EXAMPLES}/react.html`);
    const balance = page.locator('#balance');
    await expect(balance).toHaveText(/^\d+ points$/);
    const before = Number((await balance.innerText()).split(' ')[0]);
    await page.getByRole('button', { name: '¥300 off: 300 points' }).click();
    await expect(page.getByRole('status')).toHaveText(/^Your code: OK-/);
    await expect(balance).toHaveText(`${before - 300} points`);
    await page.getByRole('button', { name: 'Give it back' }).click();
    await expect(balance).toHaveText(`${before} points`);
  });
});
