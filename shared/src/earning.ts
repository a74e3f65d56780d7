import { z } from 'zod';
import { cap } from './caps.ts';
import { audience, lineScope, ownExpiry } from './conditions.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { currency, days, id, localizedText, moneyMinor, text } from './values.ts';

/** `points` for every `amountMinor` spent. */
export const rate = z.strictObject({
  amountMinor: z.int().min(1).max(LIMITS.moneyMinorMax),
  points: z.int().min(0).max(LIMITS.ratePointsMax),
  /** Only each full `amountMinor` counts; without it a part of one counts in proportion. */
  wholeSteps: z.literal(true).optional(),
});
export type Rate = z.infer<typeof rate>;

/** How a fraction of a point becomes whole points. */
const rounding = z.enum(['floor', 'round', 'ceil']);
export type Rounding = z.infer<typeof rounding>;

export const fixedPoints = z.int().min(1).max(LIMITS.pointsMax);

/** A fixed number of points, or a rate for each currency that earns. */
export const points = z
  .strictObject({
    fixed: fixedPoints.optional(),
    per: z
      .record(currency, rate)
      .refine((rates) => Object.keys(rates).length > 0, 'must have a rate for one currency')
      .optional(),
  })
  .refine(({ fixed, per }) => (fixed === undefined) !== (per === undefined), {
    message: 'must be fixed or per amount, and not both',
  });
export type Points = z.infer<typeof points>;

/** Other points for some tiers, markets or channels. The first that fits counts. */
const variants = z
  .array(z.strictObject({ ...audience, points }))
  .max(LIMITS.variantsMax)
  .default([]);

const common = {
  id,
  enabled: z.boolean(),
  name: localizedText.optional(),
  points,
  variants,
  expiry: ownExpiry.nullable().default(null),
  limit: cap.nullable().default(null),
};

export const orderRule = z.strictObject({
  ...common,
  on: z.literal('order'),
  /** Only these lines count. */
  scope: lineScope.default({}),
  conditions: z
    .strictObject({
      ...audience,
      /** Only for the shopper's first order. */
      firstOrder: z.literal(true).optional(),
      /** What the counted lines must come to, by currency. */
      minimumBasket: z.record(currency, moneyMinor).optional(),
    })
    .default({}),
  /** Lines counted here count for no later rule. */
  exclusive: z.boolean().default(false),
  /** Whether tax counts towards the basis. */
  includeTax: z.boolean(),
  /** Whether shipping counts towards the basis. */
  includeShipping: z.boolean(),
  rounding,
  /** Points stay pending until `days` after this event. */
  hold: z.strictObject({ days, from: z.enum(['paid', 'fulfilled', 'delivered']) }),
});
export type OrderRule = z.infer<typeof orderRule>;

const act = {
  ...common,
  conditions: z.strictObject(audience).default({}),
  rounding: rounding.default('floor'),
  /** Points stay pending for so many days after the act. */
  hold: z.strictObject({ days }).default({ days: 0 }),
};

const once = (every: 'day' | 'year' | 'lifetime') => ({
  limit: cap.nullable().default({ count: 1, every }),
});

const signupRule = z.strictObject({
  ...common,
  on: z.literal('signup'),
  points: z.strictObject({ fixed: fixedPoints }),
  limit: z.strictObject({ count: z.literal(1), every: z.literal('lifetime') }),
});
export type SignupRule = z.infer<typeof signupRule>;

/** Once a year, on the day; a birthday entered later than `noticeDays` before it counts from next year. */
const birthdayRule = z.strictObject({
  ...act,
  ...once('year'),
  on: z.literal('birthday'),
  noticeDays: days.default(0),
});

/** Once, when everything named is filled in. */
const profileRule = z.strictObject({
  ...act,
  ...once('lifetime'),
  on: z.literal('profile'),
  fields: z.array(z.enum(['name', 'email', 'birthday', 'locale'])).min(1),
});

/** Each year on the day of joining. */
const anniversaryRule = z.strictObject({ ...act, ...once('year'), on: z.literal('anniversary') });
const newsletterRule = z.strictObject({
  ...act,
  ...once('lifetime'),
  on: z.literal('newsletter'),
});
/** At most once a day. */
const visitRule = z.strictObject({ ...act, ...once('day'), on: z.literal('visit') });
const url = z.url({ protocol: /^https$/ }).max(LIMITS.textLengthMax);
const shareRule = z.strictObject({
  ...act,
  ...once('lifetime'),
  on: z.literal('share'),
  network: text,
  url,
});
const followRule = z.strictObject({
  ...act,
  ...once('lifetime'),
  on: z.literal('follow'),
  network: text,
  url,
});

/**
 * Points for a review, for its photo, for a survey: given for the act and for
 * nothing in it. There is no field for stars or words, and there must be none
 * (16 CFR 465.4; reference reviews-and-surveys, section 3.6).
 */
const reviewRule = z.strictObject({ ...act, on: z.literal('review') });
const photoRule = z.strictObject({ ...act, on: z.literal('photo') });
const surveyRule = z.strictObject({ ...act, on: z.literal('survey') });

/** What the merchant's own systems report by name. */
const activityRule = z.strictObject({ ...act, on: z.literal('activity'), activity: id });

/** The friend's first order earns whoever recommended the shop, and the friend. */
export const referralRule = z.strictObject({
  ...common,
  on: z.literal('referral'),
  points: z.strictObject({ fixed: fixedPoints }),
  /** What the friend gets; null for nothing. */
  friendPoints: fixedPoints.nullable().default(null),
  minimumBasket: z.record(currency, moneyMinor).default({}),
  hold: z.strictObject({ days, from: z.enum(['paid', 'fulfilled', 'delivered']) }),
  /** Friends from one address within a week before a referral is looked at by a person. */
  sameAddressMax: z.int().min(1).max(LIMITS.capCountMax).default(3),
  /** Referrals of one shopper within a day before the next is looked at by a person. */
  perDayMax: z.int().min(1).max(LIMITS.capCountMax).default(10),
});
export type ReferralRule = z.infer<typeof referralRule>;

/** An earning rule; `on` names the act it rewards. */
export const earningRule = z.discriminatedUnion('on', [
  orderRule,
  signupRule,
  birthdayRule,
  profileRule,
  anniversaryRule,
  newsletterRule,
  visitRule,
  shareRule,
  followRule,
  reviewRule,
  photoRule,
  surveyRule,
  activityRule,
  referralRule,
]);
export type EarningRule = z.infer<typeof earningRule>;

/** Rules on single acts, as against orders, joining and referrals. */
export type ActRule = Exclude<EarningRule, { on: 'order' | 'signup' | 'referral' }>;

/** A decimal factor such as "1.5", kept as text so that it is exact. */
export const factor = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a decimal such as "1.5"')
  .refine((value) => Number(value) >= 1, faulty('tooSmall', 'must be at least 1', { min: 1 }));
