import { programDocument, type ProgramDocument } from '@okaeri/shared/program';
import { formatMoney } from '@okaeri/shared/money-format';

/** What a discount is called after its value: `$5 off`, `$5.50 off`. */
export const discountName = (valueMinor: number, currency: string): Record<string, string> => {
  const format = (language: string): string => formatMoney(valueMinor, currency, language);
  return { en: `${format('en')} off`, ja: `${format('ja')}引き` };
};

/**
 * A template in a shop's own currency. Amounts stay as many minor units: a cent of one
 * currency stands for a cent, or for a unit where there are no cents, of the other. That
 * is near enough to begin with, and said so; a merchant looks at the numbers anyway.
 */
export const adaptTemplate = (document: ProgramDocument, currency: string): ProgramDocument => {
  const from = document.currency;
  if (from === currency) return document;
  const moved = programDocument.parse({
    ...renamed(document, from, currency),
    currency,
  });
  const rewards = moved.rewards.map((reward) => {
    if (reward.kind !== 'fixedDiscount') return reward;
    const valueMinor = reward.value[currency];
    return valueMinor === undefined
      ? reward
      : { ...reward, name: discountName(valueMinor, currency) };
  });
  return { ...moved, rewards };
};

function renamed(value: object, from: string, to: string): Record<string, unknown> {
  const within = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(within);
    return typeof one === 'object' && one !== null ? renamed(one, from, to) : one;
  };
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key === from ? to : key, within(one)]),
  );
}
