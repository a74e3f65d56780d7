import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id, locale, localizedText, text } from './values.ts';

/** A question about the product beside the stars, such as how it fits. */
const reviewAttribute = z.strictObject({
  id,
  name: localizedText,
  /** The answers there are, in their order: "too small", "as expected", "too large". */
  choices: z
    .array(z.strictObject({ id, name: localizedText }))
    .min(2)
    .max(LIMITS.reviewChoicesMax),
  /** Asked about these products only; about all when none is named. */
  productIds: z.array(id).max(LIMITS.listMax).default([]),
});
export type ReviewAttribute = z.infer<typeof reviewAttribute>;

/** How a shop asks for reviews and what it takes: `PUT /v1/reviews/settings`. */
export const reviewSettings = z.strictObject({
  /** Who may write: whoever bought the product, or every member (shown as not verified). */
  from: z.enum(['buyers', 'members']).default('buyers'),
  /** Days between delivery and the first prompt. */
  askAfterDays: z.int().min(0).max(LIMITS.askAfterDaysMax).default(7),
  /** Days a parcel takes where nobody reports its delivery. */
  transitDays: z.int().min(0).max(LIMITS.askAfterDaysMax).default(5),
  /** The same where the order went abroad: to a market that is none of `homeMarkets`. */
  transitDaysAbroad: z.int().min(0).max(LIMITS.askAfterDaysMax).default(14),
  homeMarkets: z.array(text).max(LIMITS.listMax).default([]),
  /** How many of all orders are asked about, by lot: a share, never a choice of whom. */
  askedShare: z.number().min(0).max(1).default(1),
  /** Whether shoppers are asked by e-mail too. In some countries that is advertising, which needs their consent. */
  byEmail: z.boolean().default(false),
  /** E-mails that follow the first while nothing was written, and the days before each. */
  reminders: z.int().min(0).max(LIMITS.requestRemindersMax).default(1),
  remindAfterDays: z.int().min(1).max(LIMITS.contactDaysMax).default(10),
  /** What the e-mail says before the products, in the shop's own words; what is offered is said by itself. */
  requestText: localizedText.nullable().default(null),
  /** The address of a product's page, with `{productId}` in it; feeds need it. */
  productUrl: z
    .string()
    .max(LIMITS.textLengthMax)
    .regex(
      /^https:\/\/[^\s"<>]*\{productId\}[^\s"<>]*$/,
      'must be https and have {productId} in it',
    )
    .nullable()
    .default(null),
  /** Tags of shoppers who belong to the shop: their reviews say so and earn nothing. */
  insiderTags: z.array(text).max(LIMITS.tagsMax).default(['staff', 'family', 'insider']),
  /** The languages of the shop: what is written in other letters is looked at first. Any, when none is named. */
  languages: z.array(locale).max(LIMITS.listMax).default([]),
  attributes: z.array(reviewAttribute).max(LIMITS.reviewAttributesMax).default([]),
});
export type ReviewSettings = z.infer<typeof reviewSettings>;
