import type { EarningRule } from '@okaeri/shared/earning';

/** The words of the ways to earn, which come with their panel. */
export interface EarnMessages {
  readonly earnOrder: (points: string, money: string) => string;
  readonly earnOrderHold: (days: number, from: 'paid' | 'fulfilled' | 'delivered') => string;
  /** What a rule without a name of its own is called. */
  readonly acts: Readonly<Record<Exclude<EarningRule['on'], 'order'>, string>>;
  readonly more: (points: string) => string;
  readonly limitUntil: (day: string) => string;
  readonly expiryIdle: (days: number) => string;
  readonly expiryCalendar: string;
  readonly done: string;
  readonly perPoints: (points: string) => string;
  readonly expiryNever: string;
  readonly expiryDays: (days: number) => string;
}
