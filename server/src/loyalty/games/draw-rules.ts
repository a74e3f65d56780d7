import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Draws are out of a million. */
export const DRAW_RANGE = 1_000_000;

/** Gifts whose seeds are kept at hand: one is asked for with every order. */
const SEEDS_KEPT = 1000;
const seedsByKey = new WeakMap<Buffer, LRUCache<string, string>>();

/**
 * The seed of a gift's draws, from the server's secret: nobody can foresee a draw,
 * and anyone who is shown the seed afterwards can draw again and compare.
 */
export const seedOf = (secretKey: Buffer, gift: { shopId: string; giftId: string }): string => {
  const seeds = seedsOf(secretKey);
  const name = `gift ${gift.shopId} ${gift.giftId}`;
  const known = seeds.get(name);
  if (known !== undefined) return known;
  const seed = createHmac('sha256', secretKey).update(name).digest('hex');
  seeds.set(name, seed);
  return seed;
};

// Making a key of a seed takes four times as long as drawing with it.
const keys = new LRUCache<string, KeyObject>({ max: SEEDS_KEPT });

/**
 * One draw: the first 48 bits of HMAC-SHA256(seed, order id), out of a million. The
 * remainder's bias is below one in 10^8.
 */
export const drawOf = (seed: string, orderId: string): number =>
  createHmac('sha256', keyOf(seed)).update(orderId).digest().readUIntBE(0, 6) % DRAW_RANGE;

function seedsOf(secretKey: Buffer): LRUCache<string, string> {
  const seeds = seedsByKey.get(secretKey) ?? new LRUCache<string, string>({ max: SEEDS_KEPT });
  seedsByKey.set(secretKey, seeds);
  return seeds;
}

function keyOf(seed: string): KeyObject {
  const key = keys.get(seed) ?? createSecretKey(Buffer.from(seed, 'hex'));
  keys.set(seed, key);
  return key;
}
