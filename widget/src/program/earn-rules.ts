import type { EarningRule } from '@okaeri/shared/earning';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';

/** What a row does when it is tapped. */
type EarnAct = 'home' | 'birthday' | 'newsletter' | 'claim' | 'profile' | 'review' | 'friends';

/** Where a way to earn stands: what can be done now, what comes with orders, what comes otherwise, what is done. */
type EarnGroup = 'now' | 'orders' | 'more' | 'done';

/** A way to earn, as this shopper has it. */
export interface EarnRow {
  readonly rule: EarningRule;
  readonly group: EarnGroup;
  /** Null where there is nothing to do here. */
  readonly act: EarnAct | null;
  /** When it can be done again, where it is done for now. */
  readonly again: string | null;
}

/** What can be done here about a kind of rule; about others nothing. */
const ACTS: Readonly<Partial<Record<EarningRule['on'], EarnAct>>> = {
  signup: 'home',
  birthday: 'birthday',
  profile: 'profile',
  newsletter: 'newsletter',
  visit: 'claim',
  share: 'claim',
  follow: 'claim',
  review: 'review',
  photo: 'review',
  referral: 'friends',
};

/** All ways to earn, by what can be done with them; a guest can do nothing but join. */
export const rowsOf = (program: PublicProgram, me: Me | null): readonly EarnRow[] => {
  const needsBirthday = program.earning.some((rule) => isBirthdayAlone(rule, me));
  return program.earning.map((rule) => {
    const limit = me?.earning.find(({ ruleId }) => ruleId === rule.id)?.limit;
    const until = limit?.kind === 'limitReachedUntil' ? limit.at : null;
    const done = until !== null || limit?.kind === 'limitReachedForever';
    const act = done ? null : actOf(rule, me, needsBirthday);
    return { rule, act, again: until, group: done ? 'done' : groupOf(rule, act, me) };
  });
};

/** Whether all that is missing of a profile is the birthday, which is then asked for in place. */
const isBirthdayAlone = (rule: EarningRule, me: Me | null): boolean => {
  if (rule.on !== 'profile' || me === null || me.shopper.birthday !== null) return false;
  const { name, locale } = me.shopper;
  // Nobody tells the widget whether the shop knows an address.
  const known = { name: name !== null, locale: locale !== null, email: false, birthday: true };
  return rule.fields.includes('birthday') && rule.fields.every((field) => known[field]);
};

function actOf(rule: EarningRule, me: Me | null, needsBirthday: boolean): EarnAct | null {
  if (me?.shopper.status !== 'member')
    return rule.on === 'signup' && me?.shopper.status !== 'blocked' ? 'home' : null;
  if (rule.on === 'signup') return null;
  if (isBirthdayAlone(rule, me)) return 'birthday';
  // A birthday that is known comes by itself, and it is asked for once.
  if (rule.on === 'birthday' && (me.shopper.birthday !== null || needsBirthday)) return null;
  return ACTS[rule.on] ?? null;
}

function groupOf({ on }: EarningRule, act: EarnAct | null, me: Me | null): EarnGroup {
  if (on === 'order' || on === 'referral') return 'orders';
  // To a guest each stands where it will once they have joined.
  return act !== null || (me === null && ACTS[on] !== null) ? 'now' : 'more';
}
