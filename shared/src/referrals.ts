import { z } from 'zod';

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
  readonly orderId: string;
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

/** `?state=` of the list of referrals. */
export const referralStateQuery = z.enum(['approved', 'doubtful', 'declined']).default('doubtful');
