import { expect, type Page } from '@playwright/test';

/** Switches the demo shop's account. */
export const become = async (page: Page, account: '' | 'mika' | 'jun'): Promise<void> => {
  await page.getByLabel('Account').selectOption(account);
};

/** Points a line of text speaks of: "1,505 points" is 1505. */
const pointsIn = (text: string): number => Number(text.replace(/[^\d-]/g, ''));

/** What `<okaeri-points>` shows, once it shows points. */
export const available = async (page: Page): Promise<number> => {
  await expect(page.locator('okaeri-points')).toContainText('points');
  return pointsIn(await page.locator('okaeri-points span').innerText());
};

/** `1505` as the page writes it. */
export const asPoints = (points: number): string => `${points.toLocaleString('en')} points`;

/** Opens the widget from its launcher. */
export const openPanel = async (page: Page): Promise<void> => {
  await page.locator('okaeri-launcher').getByRole('button').click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

/** Takes a reward from the open panel, with the question before it. */
export const takeReward = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Rewards' }).click();
  await page.getByRole('button', { name: `Redeem: ${name}` }).click();
  await page.getByRole('button', { name: 'Yes, redeem' }).click();
};
