import type { PublicProgram } from '@okaeri/shared/storefront';

/** What an order of a plain amount brings, and what that pays for. */
export interface Example {
  readonly spentMinor: number;
  readonly points: number;
  readonly worthMinor: number;
}

/** Less than this says nothing to anybody: ¥20 is told as ¥100. */
const LEAST_MINOR = 100;

/** What an order brings by the first rule that counts for all of it and for everybody; null where there is none. */
export const exampleOf = ({
  earning,
  currency,
  pointValueMinor,
}: Pick<PublicProgram, 'earning' | 'currency' | 'pointValueMinor'>): Example | null => {
  for (const rule of earning) {
    if (rule.on !== 'order' || Object.keys(rule.scope).length > 0) continue;
    const rate = rule.points.per?.[currency];
    if (rate === undefined || rate.points === 0 || Object.keys(rule.conditions).length > 0)
      continue;
    const times = Math.max(1, Math.ceil(LEAST_MINOR / rate.amountMinor));
    const points = rate.points * times;
    return { spentMinor: rate.amountMinor * times, points, worthMinor: points * pointValueMinor };
  }
  return null;
};

/** What a friend who comes with a code gets with their first order, and from which amount on. */
export const friendGiftOf = ({
  earning,
  currency,
}: Pick<PublicProgram, 'earning' | 'currency'>): {
  readonly points: number | null;
  readonly fromMinor: number;
} | null => {
  const rule = earning.find(({ on }) => on === 'referral');
  if (rule?.on !== 'referral') return null;
  return { points: rule.friendPoints, fromMinor: rule.minimumBasket[currency] ?? 0 };
};
