import type { EarningRule } from '@okaeri/shared/earning';

interface RuleTexts {
  readonly name: string;
  readonly [text: string]: unknown;
}

/** What each kind of earning rule is called, and what only its form says. */
export const earningRules = {
  order: {
    name: 'An order',
    holdFrom: 'On hold from',
    holdFroms: { paid: 'payment', fulfilled: 'dispatch', delivered: 'delivery' },
    rounding: 'Parts of a point',
    roundings: { floor: 'are left out', round: 'are rounded', ceil: 'become a point' },
    includeTax: 'Tax counts',
    includeShipping: 'Shipping counts',
    firstOrder: 'Only the first order',
  },
  signup: { name: 'Joining' },
  birthday: {
    name: 'A birthday',
    noticeDays: 'Days a birthday must be known before',
  },
  review: { name: 'A review' },
  photo: { name: 'A photo with a review' },
  referral: {
    name: 'A recommendation',
    friendPoints: 'Points for the friend',
    sameAddress: 'Friends from one address in a week before a person looks',
    perDay: 'Friends in a day before a person looks',
  },
  profile: {
    name: 'Completing the profile',
    fieldsLabel: 'Fields to fill in',
    fields: { name: 'Name', email: 'E-mail', birthday: 'Birthday', locale: 'Language' },
  },
  newsletter: { name: 'Newsletter sign-up' },
  anniversary: { name: 'Membership anniversary' },
  visit: { name: 'A visit' },
  share: { name: 'Sharing' },
  follow: { name: 'Following' },
  activity: {
    name: 'A custom activity',
    activity: 'Name of the activity',
    activityHint: 'As your own systems report it.',
  },
  survey: { name: 'A survey' },
} as const satisfies Readonly<Record<EarningRule['on'], RuleTexts>>;

declare module '../shape.ts' {
  interface EnglishMessages {
    earningRules: typeof earningRules;
  }
}
