import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** What became of a referral. */
export type ReferralState = 'approved' | 'doubtful' | 'declined';

/** A check of a referral, and what it found. The list is Rivo's. */
export interface ReferralCheck {
  readonly check:
    | 'ownOrder'
    | 'emailVariant'
    | 'priorCustomer'
    | 'minimumBasket'
    | 'sameAddress'
    | 'sharedOrigin'
    | 'addressVelocity'
    | 'referrerVelocity'
    | 'merchant';
  readonly outcome: 'passed' | 'doubtful' | 'declined';
}

/** A referral as the merchant sees it. */
export interface Referral {
  /** The friend’s order; of what was brought from elsewhere, a name that is no order’s. */
  readonly orderId: string;
  /** Whether it came with a file of members: it was elsewhere, and gave nothing here. */
  readonly isBrought: boolean;
  readonly referrerId: string | null;
  readonly friendId: string | null;
  readonly state: ReferralState;
  readonly checks: readonly ReferralCheck[];
  readonly createdAt: string;
  readonly decidedAt: string | null;
}

/** A shopper's own code, and what came of it. */
export interface MyReferral {
  readonly code: string;
  readonly approved: number;
  readonly waiting: number;
}

/** `GET /v1/referrals`: those in a state, the newest first. */
export const referralsQuery = z.object({
  state: z.enum(['approved', 'doubtful', 'declined']).default('doubtful'),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
