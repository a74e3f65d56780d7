import { DAY_MS } from '../platform/lib/clock.ts';
import { importShop } from './imported-shop.ts';
import type { Bought } from './simulated-shop.ts';
import { TODAY } from './today.ts';
import type { World } from './world.ts';

/** Days before the tests' day on which the shop's first orders were. */
const AGE = 100;
const FIRST_DAY = Math.floor(TODAY / DAY_MS) - AGE;

/** Somebody who bought so many days before the tests' day. */
const buyer = (...ago: readonly number[]): Bought[] =>
  ago.map((days) => ({ day: AGE - days, valueMinor: 1000 }));
const many = (count: number, ...ago: readonly number[]): Bought[][] =>
  Array.from({ length: count }, () => buyer(...ago));

/**
 * A shop to which buyers come back lately: of 60 who bought in the 28 days 45 had bought before; of 60 in the 28 days
 * before them, 10.
 */
export const importChangingShop = (world: World): Promise<void> =>
  importShop(world, CHANGING, FIRST_DAY);

const CHANGING: readonly Bought[][] = [
  ...many(10, 90, 40),
  ...many(50, 40),
  ...many(45, 90, 10),
  ...many(15, 10),
];

/** A hundred more who came back in the days before: nothing has changed then. */
export const importFormerBuyers = (world: World): Promise<void> =>
  importShop(world, [...CHANGING.map(() => []), ...many(100, 95, 45)], FIRST_DAY);
