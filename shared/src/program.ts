import { z } from 'zod';
import { earningRule } from './earning.ts';
import { campaign } from './campaigns.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { badge, challenge, gift, streak } from './play.ts';
import { reward } from './rewards.ts';
import { loopThresholds, segment } from './segments.ts';
import { tier, tierPolicy } from './tiers.ts';
import { adviseOnGift, type GiftAdvice } from './premium-rules.ts';
import { programFaults } from './program-faults.ts';
import { currency, days, decimal, locale, localizedText, text, timeZone } from './values.ts';

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as "03-31"');

/** How long points last. */
export const expiryPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  /** So many days from the moment they can be spent. */
  z.strictObject({ kind: z.literal('perLot'), days: days.min(1) }),
  /** All at once, so many days after the shopper last did something that counts. */
  z.strictObject({
    kind: z.literal('inactivity'),
    days: days.min(1),
    activities: z.array(z.enum(['order', 'redemption', 'act', 'visit'])).min(1),
  }),
  /** At the end of the first such day of the calendar that leaves them `minimumDays` at least. */
  z.strictObject({
    kind: z.literal('calendar'),
    on: z.array(monthDay).min(1).max(12),
    minimumDays: days.default(0),
  }),
]);
export type ExpiryPolicy = z.infer<typeof expiryPolicy>;

/** What a refund may take back. The names are Talon.One's, in camel case. */
const refundPolicy = z.enum(['onlyPending', 'withinBalance', 'unlimited']);
export type RefundPolicy = z.infer<typeof refundPolicy>;

const unique = (items: readonly { id: string }[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length;

const OWN_IDS = faulty('notUnique', 'must have ids of their own');

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
    earning: z.array(earningRule).max(LIMITS.rulesMax).refine(unique, OWN_IDS),
    expiry: expiryPolicy,
    refunds: z.strictObject({
      policy: refundPolicy,
      returnSpentPoints: z.enum(['fullRefund', 'never']),
    }),
    campaigns: z.array(campaign).max(LIMITS.rulesMax).refine(unique, OWN_IDS).default([]),
    /** How multipliers that apply at once come together: 2 and 3 as 6, as 4, or as 3. */
    campaignStacking: z.enum(['multiply', 'add', 'best']).default('best'),
    tiers: z.array(tier).max(LIMITS.tiersMax).refine(unique, OWN_IDS).default([]),
    tierPolicy: tierPolicy.nullable().default(null),
    segments: z.array(segment).max(LIMITS.rulesMax).refine(unique, OWN_IDS).default([]),
    loop: loopThresholds.prefault({}),
    rewards: z.array(reward).max(LIMITS.rulesMax).refine(unique, OWN_IDS),
    badges: z.array(badge).max(LIMITS.rulesMax).refine(unique, OWN_IDS).default([]),
    challenges: z.array(challenge).max(LIMITS.rulesMax).refine(unique, OWN_IDS).default([]),
    streaks: z.array(streak).max(LIMITS.rulesMax).refine(unique, OWN_IDS).default([]),
    gifts: z.array(gift).max(LIMITS.rulesMax).refine(unique, OWN_IDS).default([]),
    /** Days before an expiry at which a shopper is reminded. */
    noticeDays: days.default(30),
    /** What one unit of another currency is in the programme's, where orders do not say. */
    rates: z.record(currency, decimal).default({}),
  })
  .superRefine((document, issues) => {
    for (const { path, message, fault, values } of programFaults(document))
      issues.addIssue({
        code: 'custom',
        path: [...path],
        message,
        params: { fault, ...values },
      });
  });
export type ProgramDocument = z.infer<typeof programDocument>;
/** The same as a merchant writes it: what has a usual value may be left out. */
export type ProgramRequest = z.input<typeof programDocument>;

/** What `PUT /v1/program/draft` takes: a document as `GET` gave it, whose `version` and `advice` say nothing. */
export const programInput = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { version: _version, advice: _advice, ...document } = value as Record<string, unknown>;
  return document;
}, programDocument);

/** What the law has to say on a draft, for the merchant to read. */
export const adviceOn = (document: ProgramDocument): readonly GiftAdvice[] =>
  document.currency === 'JPY'
    ? document.gifts.map((gift) => adviseOnGift(gift, document.pointValueMinor))
    : [];

/** A published programme as the API shows it. */
export type Program = { readonly version: number } & ProgramDocument;
