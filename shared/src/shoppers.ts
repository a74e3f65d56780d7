import type { Stage } from './segments.ts';
import type { TierView } from './tiers.ts';

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
