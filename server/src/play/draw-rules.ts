import { createHmac } from 'node:crypto';

/** Draws are out of a million. */
export const DRAW_RANGE = 1_000_000;

/**
 * The seed of a gift's draws, from the server's secret: nobody can foresee a draw,
 * and whoever is told the seed afterwards can draw again and compare.
 */
export const seedOf = (secretKey: Buffer, gift: { shopId: string; giftId: string }): string =>
  createHmac('sha256', secretKey).update(`gift ${gift.shopId} ${gift.giftId}`).digest('hex');

/**
 * One draw: the first 48 bits of HMAC-SHA256(seed, order id), out of a million. The
 * remainder's bias is below one in 10^8.
 */
export const drawOf = (seed: string, orderId: string): number =>
  createHmac('sha256', Buffer.from(seed, 'hex')).update(orderId).digest().readUIntBE(0, 6) %
  DRAW_RANGE;
