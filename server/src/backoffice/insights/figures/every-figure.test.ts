import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '@okaeri/shared/figures';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { importShop } from '../../../testing/imported-shop.ts';
import { simulateShop, USUAL_HABITS } from '../../../testing/simulated-shop.ts';
import { TODAY } from '../../../testing/today.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { insightsOperations } from '../operations.ts';

/** What the area answers that is no figure: the loop's own, and what a shop has said. */
const OTHERS = [
  '/v1/insights',
  '/v1/insights/settings',
  '/v1/insights/costs',
  // Alerts are changes, which are walked; who is told is no figure.
  '/v1/insights/alerts',
  '/v1/insights/mine',
];
/** Every figure there is: a new route is one, until it is named above. */
const PATHS = Object.keys(insightsOperations)
  .filter((name) => name.startsWith('GET '))
  .map((name) => name.replace('GET ', '').replace('{shopperId}', 's1'))
  .filter((path) => !OTHERS.includes(path));

/** What is estimated: beside each stands where it lies. */
const ESTIMATES = new Set([
  'value',
  'share',
  'difference',
  'medianDays',
  'mean',
  'total',
  'spendShare',
]);
/** Counts, what was asked, and what a model was fitted to or consists of: facts, that lie nowhere else. */
const FACTS = new Set(
  `people count of size closed open month day active lapsedDays from to issued redeemed outcomes days heldShare
  months weeks horizonWeeks newBuyers withinDays shoppers repeatPurchases withoutRate treated held marginShare costMinor
  r alpha a b p q v logLikelihood correlation error alive none theta smallestEffect now raised paysFromLiftMinor
  products recognised left low high spendLow spendHigh leftOut
  reach fitted costsWithoutRate
  adsMinor revenueMinor firstRevenueMinor roas firstRoas spentMinor reached reachedCostMinor before`
    .trim()
    .split(/\s+/),
);
/** Points in hand are known; those that are expected stand in an interval of their own. */
const isCeiling = (path: readonly string[]): boolean => path.includes('ceiling');

interface Found {
  readonly path: readonly string[];
  readonly name: string;
  readonly value: number | null;
  readonly beside: Readonly<Record<string, unknown>>;
}

/** Every number of an answer, with what stands beside it; null where it is not told. */
function* numbersOf(found: unknown, path: readonly string[] = []): Generator<Found> {
  if (Array.isArray(found)) {
    for (const one of found) if (typeof one !== 'number') yield* numbersOf(one, path);
    return;
  }
  if (typeof found !== 'object' || found === null) return;
  const beside = found as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(beside)) {
    if (typeof value === 'number' || (value === null && ESTIMATES.has(name)))
      yield { path: [...path, name], name, value, beside };
    else yield* numbersOf(value, [...path, name]);
  }
}

const boundsOf = ({ name, beside }: Found): unknown[] =>
  name === 'spendShare'
    ? [beside['spendLow'], beside['spendHigh']]
    : [beside['low'], beside['high']];

/** What is known of itself, and what is estimated. */
function holdNumber(found: Found): void {
  const { name, value, path } = found;
  const isAccounting = path.includes('accounting') || isCeiling(path);
  const isPoints = name === 'points' || name === 'minor';
  if (FACTS.has(name) || isAccounting) return;
  // A number that is in neither list is one nobody has thought about.
  expect([path.join('.'), ESTIMATES.has(name) || isPoints]).toEqual([path.join('.'), true]);
  if (name === 'minor') return;
  const [low, high] = boundsOf(found);
  expect([path.join('.'), low === undefined, high === undefined]).toEqual([
    path.join('.'),
    false,
    false,
  ]);
  if (value === null) return;
  if (typeof low === 'number') expect(low).toBeLessThanOrEqual(value + 1e-6);
  if (typeof high === 'number' && name !== 'mean')
    expect(high).toBeGreaterThanOrEqual(value - 1e-6);
}

describe.each(ENGINES)('every figure on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const taken = async (path: string): Promise<Figure> => {
    for (;;) {
      const answer = await world.merchant('GET', path);
      if (answer.status === 200) return (await answer.json()) as Figure;
      expect([path, answer.status]).toEqual([path, 202]);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
    const shop = simulateShop(USUAL_HABITS, { shoppers: 420, days: 365, seed: 3 });
    await importShop(world, shop, Math.floor(TODAY / DAY_MS) - 365);
  });
  afterAll(() => test.dispose());

  it.each(PATHS)(
    '%s says what it is, of how many people, and how sure it is (E71)',
    async (path) => {
      const found = await taken(path);
      expect(found.definition.length).toBeGreaterThan(40);
      expect(found.definition.endsWith('.')).toBe(true);
      expect(Number.isInteger(found.people)).toBe(true);
      expect(found.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(Number.isNaN(Date.parse(found.takenAt))).toBe(false);
      for (const number of numbersOf(found)) holdNumber(number);
    },
  );

  it.each(PATHS)('%s of fewer than thirty people tells their number alone (E71)', async (path) => {
    const found = await taken(`${path}?asOf=2025-11-20`);
    expect(found.people).toBeLessThan(30);
    for (const { name, value, path: at } of numbersOf(found))
      if (ESTIMATES.has(name)) expect([at.join('.'), value]).toEqual([at.join('.'), null]);
  });

  it('nothing but an experiment is called an effect (E71)', async () => {
    for (const path of PATHS) {
      const text = JSON.stringify(await taken(path));
      const claims = text.replaceAll('no effect', '').replaceAll('isEffect', '');
      const isExperiment = /effects|return|map/.test(path);
      expect([path, /effect/i.test(claims) && !isExperiment]).toEqual([path, false]);
    }
  });
});
