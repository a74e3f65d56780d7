import type { Reward } from '@okaeri/shared/rewards';

/** A code to be made at a platform. */
export interface VoucherRequest {
  readonly code: string;
  readonly title: string;
  readonly reward: Reward;
  readonly valueMinor: number;
  readonly currency: string;
  /** The customer it is for; null for anyone who holds it. */
  readonly customerId: string | null;
  /** Their address, where it is known. */
  readonly email: string | null;
  readonly startsAt: number;
  readonly endsAt: number;
}
