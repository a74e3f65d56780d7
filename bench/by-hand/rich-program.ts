import { database, type Shopper } from './database.ts';

/*
 * The same under `rich-program.ts`: what that programme asks of this order is
 * written out, in New York's time, which is five hours behind in winter.
 */

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 5 * HOUR_MS;
export const WINDOW_DAYS = 365;
export const SILVER_MINOR = 50_000;
export const GOLD_MINOR = 1_000_000;

export const selectUsages = database.prepare(
  `select subject, period_at, times, points from usages
   where shop_id = cast(? as text) and shopper_id = cast(? as text) and (period_at = 0 or period_at >= ?)`,
);
export const selectShared = database.prepare(
  `select times, points from usages
   where shop_id = cast(? as text) and shopper_id = '' and subject = cast(? as text) and period_at = 0`,
);
export interface Usage {
  readonly subject: string;
  readonly period_at: number;
  readonly times: number;
  readonly points: number;
}
export interface Standing {
  tier: number;
  reached: number;
  since: number;
  day: number;
  shortSince: number | null;
  days: [day: number, value: number][];
}

export const dayOf = (at: number): number => Math.floor((at - OFFSET_MS) / DAY_MS);
export const startOf = (day: number): number => day * DAY_MS + OFFSET_MS;
export const weekOf = (at: number): number =>
  startOf(dayOf(at) - ((local(at).getUTCDay() + 6) % 7));
export const monthOf = (at: number): number =>
  Date.UTC(local(at).getUTCFullYear(), local(at).getUTCMonth(), 1) + OFFSET_MS;
export const yearStart = (at: number): number =>
  Date.UTC(local(at).getUTCFullYear(), 0, 1) + OFFSET_MS;

export const usedOf = (usages: readonly Usage[], subject: string, since: number): Usage => {
  const sum = { subject, period_at: since, times: 0, points: 0 };
  for (const usage of usages)
    if (usage.subject === subject && usage.period_at >= since) {
      sum.times += usage.times;
      sum.points += usage.points;
    }
  return sum;
};

export const standingOf = (shopper: Shopper, day: number): Standing => {
  const standing = JSON.parse(shopper.standing ?? 'null') as Standing;
  return { ...standing, days: standing.days.filter(([at]) => at > day - WINDOW_DAYS) };
};
export const valueOf = (standing: Standing): number =>
  standing.days.reduce((sum, [, value]) => sum + value, 0);

function local(at: number): Date {
  return new Date(at - OFFSET_MS);
}
