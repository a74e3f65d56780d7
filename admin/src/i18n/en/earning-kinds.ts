import type { EarningRule } from '@okaeri/shared/earning';

interface RuleTexts {
  readonly name: string;
  readonly [text: string]: unknown;
}

/** What each kind of earning rule is called, and what only its form says. */
export const earningRules = {
  order: {
    name: 'Order',
    holdFrom: 'Pending period starting at',
    holdFroms: { paid: 'payment', fulfilled: 'dispatch', delivered: 'delivery' },
    rounding: 'Rounding',
    roundings: { floor: 'Round down', round: 'Round to nearest', ceil: 'Round up' },
    includeTax: 'Count tax',
    includeShipping: 'Count shipping',
    firstOrder: 'First order only',
  },
  signup: { name: 'Joining' },
  birthday: {
    name: 'Birthday',
    noticeDays: 'Birthday must be on file (days ahead)',
  },
  review: { name: 'Review' },
  photo: { name: 'Review photo' },
  referral: {
    name: 'Referral',
    friendPoints: 'Points for the friend',
    sameAddress: 'Referrals from one address per week before manual review',
    perDay: 'Referrals per day before manual review',
  },
  profile: {
    name: 'Completed profile',
    fieldsLabel: 'Fields to fill in',
    fields: { name: 'Name', email: 'Email', birthday: 'Birthday', locale: 'Language' },
  },
  newsletter: { name: 'Newsletter sign-up' },
  anniversary: { name: 'Membership anniversary' },
  visit: { name: 'Visit' },
  share: { name: 'Sharing' },
  follow: { name: 'Following' },
  activity: {
    name: 'Custom action',
    activity: 'Name of the action',
    activityHint: 'As your systems report it.',
  },
  survey: { name: 'Survey' },
} as const satisfies Readonly<Record<EarningRule['on'], RuleTexts>>;

declare module '../shape.ts' {
  interface EnglishMessages {
    earningRules: typeof earningRules;
  }
}
