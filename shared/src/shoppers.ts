import { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { Stage } from './segments.ts';
import type { TierView } from './tiers.ts';
import { email, locale, text } from './values.ts';

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
  readonly id: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string | null;
  readonly birthday: string | null;
  readonly status: 'guest' | 'member' | 'blocked';
  readonly enrolledAt: string | null;
  readonly balance: Balance & { readonly lifetime: number };
  readonly tier: TierView | null;
  readonly stage: Stage;
  readonly tags: readonly string[];
  readonly createdAt: string;
}

const birthday = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as "02-29"')
  .refine((value) => {
    const [month = 1, day = 1] = value.split('-').map(Number);
    // 2024 is a leap year: every day there is.
    return new Date(Date.UTC(2024, month - 1, day)).getUTCMonth() === month - 1;
  }, 'must be a day of the calendar');

/** What a shopper may change of their own: `PATCH /me`. A birthday has no year: none is needed. */
export const profileChange = z.strictObject({
  name: text.nullable().optional(),
  locale: locale.nullable().optional(),
  birthday: birthday.nullable().optional(),
  newsletter: z.boolean().optional(),
  /** Whether rewards are ordered for them. */
  personalised: z.boolean().optional(),
});
export type ProfileChange = z.infer<typeof profileChange>;

/** What a merchant may change: `PUT /v1/shoppers/{shopperId}`. What is not named stays. */
export const merchantProfileChange = profileChange.extend({
  email: email.nullable().optional(),
  tags: z.array(text).max(LIMITS.tagsMax).optional(),
  /** A blocked shopper keeps their points, earns nothing and redeems nothing. */
  blocked: z.boolean().optional(),
});
export type MerchantProfileChange = z.infer<typeof merchantProfileChange>;
