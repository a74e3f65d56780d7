import type { PointsTime } from '@okaeri/shared/own-order';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import type { MessageKey } from '../i18n/messages.ts';

/** The reward that comes next, counting what is on the way. */
export interface Goal {
  readonly rewardId: string;
  readonly cost: number;
  /** What is missing once everything has arrived; 0 where it is enough. */
  readonly missing: number;
}

/**
 * What the shopper has chosen to collect for, else the cheapest reward that is not within reach yet; where all are, the
 * dearest of them. What is on the way counts: it will be there.
 */
export const goalOf = (
  program: Pick<PublicProgram, 'rewards'>,
  me: Pick<Me, 'rewards' | 'balance'>,
  chosenId: string | null,
): Goal | null => {
  const shown = new Set(program.rewards.map(({ id }) => id));
  const offered = me.rewards
    .filter(({ id, eligibility: { kind } }) => shown.has(id) && MATTERS.has(kind))
    .toSorted((one, other) => one.points - other.points);
  const coming = me.balance.available + me.balance.pending;
  const next =
    offered.find(({ id }) => id === chosenId) ??
    offered.find(({ points }) => points > coming) ??
    offered.at(-1);
  return next === undefined
    ? null
    : { rewardId: next.id, cost: next.points, missing: Math.max(0, next.points - coming) };
};

/** What adding a birthday brings, where the programme does something with it and does not know it. */
export const birthdayGiftOf = (
  program: Pick<PublicProgram, 'earning'>,
  { shopper, earning }: Pick<Me, 'shopper' | 'earning'>,
): { readonly pointsNow: number; readonly onTheDay: boolean } | null => {
  if (shopper.birthday !== null) return null;
  const isOpen = (ruleId: string): boolean =>
    earning.some((one) => one.ruleId === ruleId && one.limit.kind !== 'limitReachedForever');
  const known = { name: shopper.name, locale: shopper.locale, birthday: 'soon', email: null };
  let pointsNow = 0;
  let onTheDay = false;
  for (const rule of program.earning)
    if (rule.on === 'birthday') onTheDay = true;
    else if (
      rule.on === 'profile' &&
      isOpen(rule.id) &&
      rule.fields.includes('birthday') &&
      rule.fields.every((field) => known[field] !== null)
    )
      pointsNow += rule.points.fixed ?? 0;
  return pointsNow > 0 || onTheDay ? { pointsNow, onTheDay } : null;
};

/** The message that says when the points of an order are the shopper's. */
export const timeMessageOf = (time: PointsTime): MessageKey => {
  if (time.kind === 'now') return 'orderNow';
  if (time.kind === 'on') return 'orderOn';
  if (time.kind === 'never') return 'orderNever';
  return (time.days === 0 ? WHEN : AFTER)[time.event];
};

/** A text about a number, as what stands before it, the number, and what stands after. */
export const aroundNumber = (
  text: string,
  number: string,
): readonly [before: string, number: string, after: string] => {
  const at = text.indexOf(number);
  return at < 0 ? [text, '', ''] : [text.slice(0, at), number, text.slice(at + number.length)];
};

/** Of what can be had, or could be with more points. */
const MATTERS: ReadonlySet<string> = new Set(['redeemable', 'insufficientPoints']);

const WHEN = {
  paid: 'orderWhenPaid',
  fulfilled: 'orderWhenFulfilled',
  delivered: 'orderWhenDelivered',
} as const;
const AFTER = {
  paid: 'orderAfterPaid',
  fulfilled: 'orderAfterFulfilled',
  delivered: 'orderAfterDelivered',
} as const;
