import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { currency, days, id, locale, localizedText, moneyMinor, text } from './values.ts';

/** `points` for every `amountMinor` spent. */
export const rate = z.strictObject({
  amountMinor: z.int().min(1).max(LIMITS.moneyMinorMax),
  points: z.int().min(0).max(1_000_000),
});
export type Rate = z.infer<typeof rate>;

/** How a fraction of a point becomes whole points. */
export const rounding = z.enum(['floor', 'round', 'ceil']);
export type Rounding = z.infer<typeof rounding>;

const orderRule = z.strictObject({
  id,
  on: z.literal('order'),
  enabled: z.boolean(),
  points: z.strictObject({
    per: z
      .record(currency, rate)
      .refine((rates) => Object.keys(rates).length > 0, 'must have a rate for one currency'),
  }),
  /** Whether tax counts towards the basis. */
  includeTax: z.boolean(),
  /** Whether shipping counts towards the basis. */
  includeShipping: z.boolean(),
  rounding,
  /** Points stay pending until `days` after this event. */
  hold: z.strictObject({ days, from: z.enum(['paid', 'fulfilled', 'delivered']) }),
  limit: z.null(),
});
export type OrderRule = z.infer<typeof orderRule>;

const signupRule = z.strictObject({
  id,
  on: z.literal('signup'),
  enabled: z.boolean(),
  points: z.strictObject({ fixed: z.int().min(1).max(LIMITS.pointsMax) }),
  limit: z.strictObject({ count: z.literal(1), every: z.literal('lifetime') }),
});
export type SignupRule = z.infer<typeof signupRule>;

/** An earning rule; `on` names the act it rewards. */
export const earningRule = z.discriminatedUnion('on', [orderRule, signupRule]);
export type EarningRule = z.infer<typeof earningRule>;

/** How long points last: for ever, or `days` from the moment they can be spent. */
export const expiryPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('perLot'), days: days.min(1) }),
]);

/** What a refund may take back. The names are Talon.One's, in camel case. */
export const refundPolicy = z.enum(['onlyPending', 'withinBalance', 'unlimited']);
export type RefundPolicy = z.infer<typeof refundPolicy>;

/** What points can be had for. */
export const reward = z.strictObject({
  id,
  kind: z.literal('fixedDiscount'),
  enabled: z.boolean(),
  name: localizedText,
  cost: z.strictObject({ fixed: z.int().min(1).max(LIMITS.pointsMax) }),
  value: z.record(currency, moneyMinor.min(1)),
  minimumBasket: z.record(currency, moneyMinor).default({}),
  validDays: days.min(1),
  stock: z.null().default(null),
  limit: z.null().default(null),
});
export type Reward = z.infer<typeof reward>;

const timeZone = text.refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as "Asia/Tokyo"');

const unique = (items: readonly { id: string }[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length;

/** The whole programme of a shop, in one document. */
export const programDocument = z
  .strictObject({
    name: localizedText,
    pointsName: z.record(locale, z.strictObject({ one: text.optional(), other: text })),
    timeZone,
    currency,
    /** What one point is worth when it is spent, in minor units of `currency`. */
    pointValueMinor: z.int().min(0).max(LIMITS.moneyMinorMax),
    enrolment: z.enum(['automatic', 'explicit']),
    earning: z.array(earningRule).max(LIMITS.rulesMax).refine(unique, 'must have ids of their own'),
    expiry: expiryPolicy,
    refunds: z.strictObject({
      policy: refundPolicy,
      returnSpentPoints: z.enum(['fullRefund', 'never']),
    }),
    campaigns: z.array(z.never()).max(0).default([]),
    tiers: z.array(z.never()).max(0).default([]),
    rewards: z.array(reward).max(LIMITS.rulesMax).refine(unique, 'must have ids of their own'),
  })
  .refine(
    ({ earning }) => earning.filter((rule) => rule.on === 'order' && rule.enabled).length <= 1,
    { path: ['earning'], message: 'may have one enabled rule on orders' },
  );
export type ProgramDocument = z.infer<typeof programDocument>;

/** What `PUT /v1/program/draft` takes: a document as `GET` gave it, whose `version` says nothing. */
export const programInput = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { version: _version, ...document } = value as Record<string, unknown>;
  return document;
}, programDocument);

/** A published programme as the API shows it. */
export type Program = { readonly version: number } & ProgramDocument;
