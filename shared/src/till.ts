import { z } from 'zod';
import type { MerchantShopper } from './shoppers.ts';
import type { Me } from './storefront.ts';

/** A shopper's card for a till, to be shown as a QR code; good for some minutes. */
export interface Card {
  readonly code: string;
  readonly expiresAt: string;
}

/** What a till sends to learn whose card it has scanned. */
export const cardInput = z.strictObject({ code: z.string().max(200) });

/** Whose card it is, and what they can have. */
export interface CardHolder {
  readonly shopper: MerchantShopper;
  readonly rewards: Me['rewards'];
  readonly vouchers: Me['vouchers'];
}
