import { z } from 'zod';
import { emailKept, lineKept, localeKept, tagsKept } from './kept-values.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { columnsOf, type Counted } from './list-parts.ts';
import { SHOPPER_COLUMNS, SHOPPER_SORTS } from './list-words.ts';
import { againGroup, rfmGroup, stage, valueGroup, type Stage } from './segments.ts';
import type { TierView } from './tiers.ts';
import { id, line, lineIfAny, locale, text, timeZone } from './values.ts';
import type { WithWarnings } from './warnings.ts';
import { cleanLine } from './words.ts';

/** What a shopper has. */
export interface Balance {
  readonly pending: number;
  readonly available: number;
  readonly held: number;
  /** What is owed after a refund under the policy `unlimited`. */
  readonly debt: number;
}

/** A shopper as the merchant sees them. */
export interface MerchantShopper {
  /** The merchant's own id; null for somebody known by an address only. */
  readonly id: string | null;
  /** For whom has no id of the merchant's: where they are found, `/v1/guests/{guestId}`. */
  readonly guestId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string | null;
  /** Null where it is not known: the programme's counts. */
  readonly timeZone: string | null;
  readonly birthday: string | null;
  readonly status: 'guest' | 'member' | 'blocked';
  readonly enrolledAt: string | null;
  readonly balance: Balance & { readonly lifetime: number };
  readonly tier: TierView | null;
  readonly stage: Stage;
  readonly tags: readonly string[];
  /** When they came here. */
  readonly createdAt: string;
  /** The same, or their oldest order, where that was before. */
  readonly knownSince: string;
}

/** The answer to `PUT /v1/shoppers/{shopperId}`. */
export interface ChangedShopper extends MerchantShopper, WithWarnings {}

/** What a list of shoppers is narrowed to: all that is named counts. */
const shopperFilters = z.object({
  /** Beginnings of words of the name, the address and the id. */
  search: z.string().overwrite(cleanLine).max(LIMITS.reviewSearchMax).optional(),
  status: z.enum(['guest', 'member', 'blocked']).optional(),
  tag: text.optional(),
  stage: stage.optional(),
  /** The id of a segment of the programme. */
  segment: id.optional(),
  /** The id of a tier of the programme. */
  tier: id.optional(),
  /** By the shop's figures: a group by how lately, how often and for how much they bought. */
  rfm: rfmGroup.optional(),
  /** What they are expected to spend in a year. */
  value: valueGroup.optional(),
  /** How likely they buy again within half a year. */
  again: againGroup.optional(),
  /** Whether they would usually have bought again by now. */
  overdue: z.literal('true').optional(),
  /** Spent at least, in minor units of the shop's currency. */
  spentFrom: z.coerce.number().int().min(0).max(LIMITS.moneyMinorMax).optional(),
});

/** `GET /v1/shoppers`: all of them, or those a search or filters leave. */
export const shoppersQuery = shopperFilters.extend({
  /** What is searched for comes in the order of the words it was found by. */
  sort: z.enum(SHOPPER_SORTS).default('newest'),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});

export type ShoppersQuery = z.output<typeof shoppersQuery>;

/** `GET /v1/exports/shoppers`: the same as a table for spreadsheets, in columns of one's choice. */
export const shopperExportQuery = shoppersQuery
  .omit({ cursor: true, limit: true, counted: true })
  .extend({ columns: columnsOf(SHOPPER_COLUMNS) });

/** A page of a list of shoppers. */
export interface ShopperList {
  readonly items: readonly ListedShopper[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}

/** A shopper in a list. */
export interface ListedShopper {
  /** The merchant's own id; null for somebody known by an address only. */
  readonly id: string | null;
  /** For whom has no id of the merchant's: where they are found, `/v1/guests/{guestId}`. */
  readonly guestId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly status: MerchantShopper['status'];
  readonly tier: Pick<TierView, 'id' | 'name'> | null;
  readonly stage: Stage;
  readonly available: number;
  readonly pending: number;
  readonly orderCount: number;
  /** Spent in the shop's currency, in minor units. */
  readonly spendMinor: number;
  readonly lastOrderAt: string | null;
  readonly tags: readonly string[];
  readonly createdAt: string;
}

const birthday = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as "02-29"')
  .refine(
    (value) => {
      const [month = 1, day = 1] = value.split('-').map(Number);
      // 2024 is a leap year: every day there is.
      return new Date(Date.UTC(2024, month - 1, day)).getUTCMonth() === month - 1;
    },
    faulty('notADay', 'must be a day of the calendar'),
  );

/** What a shopper may change of their own: `PATCH /me`. A birthday has no year: none is needed. */
export const profileChange = z.strictObject({
  name: lineIfAny,
  locale: locale.nullable().optional(),
  /** Where their nights are, so that no e-mail comes in one. */
  timeZone: timeZone.nullable().optional(),
  birthday: birthday.nullable().optional(),
  newsletter: z.boolean().optional(),
  /** Whether rewards are ordered for them. */
  personalised: z.boolean().optional(),
});
export type ProfileChange = z.infer<typeof profileChange>;

/**
 * What a merchant may change: `PUT /v1/shoppers/{shopperId}`. What is not named stays, and so does what
 * cannot be used.
 */
export const merchantProfileChange = profileChange.extend({
  name: lineKept,
  locale: localeKept,
  timeZone: timeZone.nullish().catch(null),
  birthday: birthday.nullish().catch(null),
  email: emailKept,
  tags: tagsKept.optional(),
  /** A blocked shopper keeps their points, earns nothing and redeems nothing. */
  blocked: z.boolean().optional(),
});
export type MerchantProfileChange = z.infer<typeof merchantProfileChange>;
export type MerchantProfileRequest = z.input<typeof merchantProfileChange>;

const signedPoints = z
  .int()
  .min(-LIMITS.pointsMax)
  .max(LIMITS.pointsMax)
  .refine((points) => points !== 0, faulty('isZero', 'must not be nothing'));

/** The body of an adjustment: points given or taken by hand, with the reason. */
export const adjustmentInput = z.strictObject({
  points: signedPoints,
  reason: line,
  /** For the merchant's eyes; erased with the person. */
  note: lineKept,
  /** Whether it changes what was earned in a lifetime, and counts for tiers, or only what can be spent. */
  countsForLifetime: z.boolean().default(false),
});
export type AdjustmentInput = z.infer<typeof adjustmentInput>;
export type AdjustmentRequest = z.input<typeof adjustmentInput>;

/** What an adjustment did. */
export interface AdjustmentAnswer {
  readonly id: string;
  readonly points: number;
  readonly balance: Balance;
}

/** The answer to an adjustment. */
export interface AdjustedPoints extends AdjustmentAnswer, WithWarnings {}

/** Many adjustments at once, as a file brings them. */
export const batchInput = z.strictObject({
  dryRun: z.boolean().default(false),
  adjustments: z
    .array(adjustmentInput.extend({ shopperId: id }))
    .min(1)
    .max(LIMITS.batchMax),
});
export type BatchInput = z.infer<typeof batchInput>;

/** What a batch did, or would do. Rows that cannot be done are named; the others are. */
export interface BatchAnswer {
  readonly batchId: string | null;
  readonly done: number;
  readonly points: number;
  readonly faults: readonly {
    readonly row: number;
    readonly code: string;
    readonly detail: string;
  }[];
}

/** The answer to a batch. */
export interface AdjustedMany extends BatchAnswer, WithWarnings {}

/** The shopper to merge into the one in the path. */
export const mergeInput = z.strictObject({ from: id });

/** The shop gives somebody a reward: with its points as a present, or for points they have. */
export const gift = z.strictObject({
  rewardId: id,
  /** Whether the points it costs are given with it. */
  isFree: z.boolean(),
  /** The shopper reads it, where points are given. */
  reason: line,
  note: lineKept,
});
export type GiftInput = z.output<typeof gift>;
export type GiftRequest = z.input<typeof gift>;

/** The tier somebody is lifted to, and why. */
export const tierMove = z.strictObject({ tierId: id, reason: line });
