import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Draws are out of a million. */
export const DRAW_RANGE = 1_000_000;

const seedsByKey = new WeakMap<Buffer, LRUCache<string, string>>();

/** Seeds made with a key so far: one is asked for with every order, and they never change. */
const seedsOf = (secretKey: Buffer): LRUCache<string, string> => {
  const seeds = seedsByKey.get(secretKey) ?? new LRUCache<string, string>({ max: 1000 });
  seedsByKey.set(secretKey, seeds);
  return seeds;
};

/**
 * The seed of a gift's draws, from the server's secret: nobody can foresee a draw,
 * and whoever is told the seed afterwards can draw again and compare.
 */
export const seedOf = (secretKey: Buffer, gift: { shopId: string; giftId: string }): string => {
  const seeds = seedsOf(secretKey);
  const name = `gift ${gift.shopId} ${gift.giftId}`;
  let seed = seeds.get(name);
  if (seed === undefined) {
    seed = createHmac('sha256', secretKey).update(name).digest('hex');
    seeds.set(name, seed);
  }
  return seed;
};

/**
 * One draw: the first 48 bits of HMAC-SHA256(seed, order id), out of a million. The
 * remainder's bias is below one in 10^8.
 */
export const drawOf = (seed: string, orderId: string): number =>
  createHmac('sha256', Buffer.from(seed, 'hex')).update(orderId).digest().readUIntBE(0, 6) %
  DRAW_RANGE;
