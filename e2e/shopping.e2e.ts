import { expect, test } from './test.ts';
import { asPoints, available, become, openPanel, takeReward } from './support.ts';

test('a shopper sees true points, takes a reward, uses it, and sees why', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  const before = await available(page);

  await page.getByText('Everyday mug').click();
  await expect(page.locator('okaeri-earn')).toHaveText('Earn 140 points');

  await openPanel(page);
  await takeReward(page, '¥300 off');
  const code = page.locator('okaeri-widget code').first();
  await expect(code).toHaveText(/^OK-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before - 300));
  const taken = await code.innerText();

  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await expect(page.getByLabel('Discount code')).toHaveValue(taken);
  await page.getByRole('button', { name: 'Pay' }).click();
  await expect(page.getByText('is on our bench')).toBeVisible();

  await openPanel(page);
  await page.getByRole('tab', { name: 'History' }).click();
  const row = page.locator('okaeri-widget [part~=transaction]').first();
  await expect(row).toContainText('Yours 14 days after dispatch');
  await row.getByRole('button').click();
  const receipt = page.locator('okaeri-widget [part~=receipt]');
  await expect(receipt).toContainText('Everyday mug: 127 points on the way.');
  // 2,800 of goods and 500 of shipping; the voucher paid 300 of all that.
  await expect(receipt).toContainText('¥2,546 ÷ ¥20');
  await receipt.getByText('The exact numbers').click();
  await expect(receipt).toContainText('1 point per ¥20');
});

test('two clicks on Pay place one order, and the button says that it is busy', async ({ page }) => {
  await page.goto('/demo/product?id=cloth');
  await become(page, 'jun');
  const sent: (string | undefined)[] = [];
  await page.route('**/demo/api/checkout', async (route) => {
    sent.push(route.request().headers()['idempotency-key']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  const buy = async (): Promise<void> => {
    await page.goto('/demo/product?id=cloth');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.goto('/demo/cart');
    await page.getByRole('button', { name: 'Pay' }).dblclick();
    await expect(page.getByRole('button', { name: 'Paying…' })).toBeDisabled();
    await expect(page.getByText('is on our bench')).toBeVisible();
  };
  await buy();
  expect(sent).toHaveLength(1);
  await buy();
  expect(new Set(sent).size).toBe(2);
});

test('a checkout sent again, at once or later, is the same order; another key is another', async ({
  request,
}) => {
  const buy = async (key: string): Promise<string> => {
    const answer = await request.post('/demo/api/checkout', {
      data: { cart: { mug: 1 } },
      headers: { 'Idempotency-Key': key },
    });
    return ((await answer.json()) as { orderId: string }).orderId;
  };
  const [first, beside] = await Promise.all([buy('one'), buy('one')]);
  expect(beside).toBe(first);
  expect(await buy('one')).toBe(first);
  expect(await buy('other')).not.toBe(first);
});

test('a wrong code is said when it is entered, and no longer once a right one is', async ({
  page,
}) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await openPanel(page);
  await takeReward(page, '¥300 off');
  const taken = await page.locator('okaeri-widget code').first().innerText();
  await page.goto('/demo/product?id=mug');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  const code = page.getByLabel('Discount code');
  await code.fill('NOPE');
  await code.press('Tab');
  await expect(page.getByRole('alert')).toHaveText('This code cannot be used.');
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Pay' }).click();
  await expect(page.getByRole('button', { name: 'Pay' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveText('This code cannot be used.');
  await code.fill(taken);
  await code.press('Tab');
  await expect(page.locator('#sums')).toContainText('−¥300');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an unused code is given back', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  const before = await available(page);
  await openPanel(page);
  await takeReward(page, '¥300 off');
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before - 300));
  await page
    .getByRole('button', { name: /^Cancel, get/ })
    .first()
    .click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before));
  // The focus has it read.
  await expect(
    page.locator('okaeri-widget p.step', { hasText: '300 points are back' }),
  ).toBeFocused();
});

test('points follow what the shop does: sent, refunded, refund undone, time passed', async ({
  page,
}) => {
  await page.goto('/demo/product?id=dripper');
  await become(page, 'jun');
  const before = await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await page.getByRole('button', { name: 'Pay' }).click();
  const outcome = page.locator('#outcome');
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await expect(outcome).toContainText('195 points: 195 pending, 0 available');
  await page.getByRole('button', { name: 'Refund one piece' }).click();
  await expect(outcome).toContainText('0 points: 0 pending');
  await page.getByRole('button', { name: 'Undo the refund' }).click();
  await expect(outcome).toContainText('195 points: 195 pending');
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before + 195));
});

test('a guest sees the programme and nothing personal', async ({ page }) => {
  await page.goto('/demo');
  await become(page, '');
  await expect(page.locator('okaeri-points')).toHaveText('Rewards');
  await openPanel(page);
  const signIn = page.getByRole('dialog').getByRole('button', { name: /Sign in/ });
  await expect(signIn).toBeVisible();
  await expect(page.getByRole('tab', { name: 'History' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Earn' }).click();
  await expect(page.getByRole('dialog')).toContainText('¥20 is 1 point');
});

test('points of a guest wait at their address until they come in with it', async ({ page }) => {
  await page.goto('/demo/product?id=cloth');
  await become(page, 'jun');
  const before = await available(page);
  await openPanel(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await become(page, '');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await page.getByLabel('E-mail').fill('jun@example.com');
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await expect(page.locator('#outcome')).toContainText('49 points: 49 pending');
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(page.locator('#outcome')).toContainText('15 days');
  await become(page, 'jun');
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before + 49));
});
