import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { DRAW_RANGE, drawOf, seedOf } from './draw-rules.ts';

const secretKey = Buffer.alloc(32, 7);
const gift = { shopId: 'shop', giftId: 'spring' };
const seed = seedOf(secretKey, gift);

it('draws are out of a million', () => {
  expect(DRAW_RANGE).toBe(1_000_000);
});

it('a seed is the keyed digest of the shop and the gift, and the same each time it is asked for', () => {
  const digest = createHmac('sha256', secretKey).update('gift shop spring').digest('hex');
  expect([seed, seedOf(secretKey, gift)]).toEqual([digest, digest]);
});

it.each([
  ['gift', secretKey, { ...gift, giftId: 'autumn' }],
  ['shop', secretKey, { ...gift, shopId: 'other' }],
  ['server', Buffer.alloc(32, 8), gift],
])('a seed is another for another %s', (_, key, of) => {
  expect(seedOf(key, of)).not.toBe(seed);
});

it('anyone who knows the seed can draw again: the first 48 bits out of a million', () => {
  for (const orderId of ['o1', 'o2', 'o3']) {
    const digest = createHmac('sha256', Buffer.from(seed, 'hex')).update(orderId).digest('hex');
    expect(drawOf(seed, orderId)).toBe(Number.parseInt(digest.slice(0, 12), 16) % 1_000_000);
    expect(drawOf(seed, orderId)).toBe(drawOf(seed, orderId));
  }
});

it('of many draws each tenth of the range has about a tenth', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let order = 0; order < 10_000; order += 1) {
    const tenth = Math.floor(drawOf(seed, `order ${order}`) / (DRAW_RANGE / 10));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
