import { describe, expect, it } from 'vitest';
import {
  drawExperiment,
  EXPERIMENT,
  LOOKED_AT,
  REACHED,
} from '../../../testing/experiment-shops.ts';
import { createRandom, seedOf, type Random } from '../../../platform/lib/random-rules.ts';
import { armsFit, newcombe } from './compare-rules.ts';
import { cuped, type Spending } from './cuped-rules.ts';
import { createExperiment } from './experiment-rules.ts';
import { returnOf } from './return-rules.ts';

/** A few each time; a thousand for `pnpm test:long`. */
const isLong = process.env['OKAERI_TEST_LONG'] !== undefined;
const SHOPS = isLong ? 1000 : 100;
/** 93 to 97 of 100 intervals hold the truth; of a hundred shops chance alone moves that further. */
const [LEAST, MOST] = isLong ? [0.93, 0.97] : [0.88, 1];

/** What a shop's holdout shows, by the rules alone, and what is true in it. */
function experimentOf(random: Random, more: number) {
  const { outcomeDays } = EXPERIMENT;
  const experiment = createExperiment({ asOf: LOOKED_AT, outcomeDays, latelyDays: 90 });
  const people = drawExperiment(random, more).map((one, i) => ({ ...one, shopperId: `s${i}` }));
  const silent = { unsubscribed: false, complained: false };
  for (const { shopperId, arm } of people)
    experiment.reach({ shopperId, arm, day: REACHED, ...silent });
  for (const { shopperId, bought } of people) experiment.bought(shopperId, bought);
  const { treated, held } = experiment.read();
  const trueSpend = people.reduce((sum, { moreMinor }) => sum + moreMinor, 0) / treated.people;
  return { treated, held, trueSpend };
}

/** How many of the intervals of many shops hold what is true in them. */
function coverage(seed: string, more: number) {
  const random = createRandom(seedOf(seed));
  let [shares, spendings, returns] = [0, 0, 0];
  for (let shop = 0; shop < SHOPS; shop += 1) {
    const { treated, held, trueSpend } = experimentOf(random, more);
    const share = newcombe(
      { count: treated.outcomes, of: treated.people },
      { count: held.outcomes, of: held.people },
    );
    const { between } = cuped(treated.spending, held.spending);
    if (between === null) throw new Error('Somebody bought in every shop.');
    const net = returnOf(between, { treated: treated.people, marginShare: 0.4, cost: 100 }).net;
    const trueNet = trueSpend * treated.people * 0.4 - 100;
    if (share.low <= more && more <= share.high) shares += 1;
    if (between.low <= trueSpend && trueSpend <= between.high) spendings += 1;
    if (net !== null && net.low <= trueNet && trueNet <= net.high) returns += 1;
  }
  return [shares / SHOPS, spendings / SHOPS, returns / SHOPS];
}

describe.each([
  ['without an effect', 0],
  ['with an effect of five points', 0.05],
])('shops %s (invariant 17)', (name, more) => {
  it('have intervals of share, spending and return that hold the truth in 93 to 97 of 100', () => {
    for (const part of coverage(name, more)) {
      expect(part).toBeGreaterThanOrEqual(LEAST);
      expect(part).toBeLessThanOrEqual(MOST);
    }
  });
});

it('90 to 10 planned and 85 to 15 found of 5,000 is refused every time (E80)', () => {
  const random = createRandom(seedOf('mismatch'));
  for (let shop = 0; shop < SHOPS; shop += 1) {
    const held = Array.from({ length: 5000 }, random.uniform).filter((x) => x < 0.15).length;
    expect(armsFit({ treated: 5000 - held, held }, 0.1).fits).toBe(false);
  }
});

it('arms drawn as planned are refused about once in a thousand times (E80)', () => {
  const random = createRandom(seedOf('as planned'));
  const refused = Array.from({ length: SHOPS }, () => {
    const held = Array.from({ length: 5000 }, random.uniform).filter((x) => x < 0.1).length;
    return armsFit({ treated: 5000 - held, held }, 0.1).fits;
  }).filter((fits) => !fits).length;
  expect(refused).toBeLessThanOrEqual(5);
});

it('a past that tells something makes the interval of spending narrower (E80)', () => {
  const random = createRandom(seedOf('cuped'));
  const drawn = (): Spending[] =>
    Array.from({ length: 800 }, () => {
      const usual = 50 * random.gamma(2);
      return { pre: usual * random.gamma(4), post: usual * random.gamma(4) };
    });
  const [treated, held] = [drawn(), drawn()];
  const plain = (group: readonly Spending[]) => group.map(({ post }) => ({ pre: null, post }));
  const width = (a: readonly Spending[], b: readonly Spending[]): number => {
    const { between } = cuped(a, b);
    return (between?.high ?? 0) - (between?.low ?? 0);
  };
  expect(width(treated, held)).toBeLessThan(0.9 * width(plain(treated), plain(held)));
});
