import type { MeanBetween } from '@okaeri/shared/figures';
import { createRandom, type Random, type RandomState } from '../../../platform/lib/random-rules.ts';
import {
  aliveOf,
  againOf,
  expectedOf,
  type BgNbd,
  type PurchaseHistory,
} from '../../../loyalty/buyers/outlook-rules.ts';
import {
  expectedValueOf,
  meanValueOf,
  type GammaGamma,
} from '../../../loyalty/buyers/worth-rules.ts';
import { quantileOf } from './spread-rules.ts';

/** Lives drawn for each set of parameters: 2,000 with 500 sets. */
const LIVES = 4;
/** What lies outside on each side: 80 of 100 lie between. */
const TAIL = 0.1;
/** Nobody buys on more days than there are. */
const WEEK_DAYS = 7;

/** One shopper: what they bought so far, and what their repeat days were worth, where that is known. */
export interface OneShopper {
  readonly history: Omit<PurchaseHistory, 'count'>;
  /** In major units; null of who bought on one day only. */
  readonly value: { readonly x: number; readonly m: number } | null;
}

export interface OneForecast {
  readonly alive: number;
  readonly none: number;
  readonly purchases: MeanBetween;
  /** In major units; null where values were not fitted. */
  readonly value: MeanBetween | null;
}

/**
 * What is to be expected of one shopper: the mean, and where 80 of 100 drawn lives end. Each life has parameters of its
 * own, then whether the shopper is still there, how fast they buy, how likely they leave after each purchase, and what
 * each is worth (E78).
 *
 * @param draws sets of parameters that may as well have been fitted; the fitted ones alone where nothing is known of them
 */
export const forecastOne = (
  fit: { readonly bgNbd: BgNbd; readonly gammaGamma: GammaGamma | null },
  shopper: OneShopper,
  by: { readonly weeks: number; readonly draws: readonly BgNbd[]; readonly seed: RandomState },
): OneForecast => {
  const { bgNbd, gammaGamma } = fit;
  const random = createRandom(by.seed);
  const lives = by.draws.flatMap((parameters) =>
    Array.from({ length: LIVES }, () => {
      const bought = drawPurchases(random, parameters, shopper.history, by.weeks);
      const worth = gammaGamma === null ? 0 : drawValue(random, gammaGamma, { ...shopper, bought });
      return { bought, worth };
    }),
  );
  const expected = expectedOf(bgNbd, shopper.history, by.weeks);
  const each = gammaGamma === null ? null : valueOf(gammaGamma, shopper.value);
  return {
    alive: aliveOf(bgNbd, shopper.history),
    none: 1 - againOf(bgNbd, shopper.history, by.weeks),
    purchases: {
      mean: expected,
      ...between(
        lives.map(({ bought }) => bought),
        Math.floor,
      ),
    },
    value:
      each === null ? null : { mean: expected * each, ...between(lives.map(({ worth }) => worth)) },
  };
};

function valueOf(parameters: GammaGamma, value: OneShopper['value']): number {
  return value === null ? meanValueOf(parameters) : expectedValueOf(parameters, value);
}

/** How many purchases come in the weeks: at a rate, until the shopper leaves after one of them. */
function drawPurchases(
  random: Random,
  parameters: BgNbd,
  history: OneShopper['history'],
  weeks: number,
): number {
  const { r, alpha, a, b } = parameters;
  const { x, T } = history;
  if (random.uniform() >= aliveOf(parameters, history)) return 0;
  const rate = random.gamma(r + x) / (alpha + T);
  const [leaving, staying] = [random.gamma(a), random.gamma(b + x)];
  const leaves = leaving / (leaving + staying);
  let bought = 0;
  let at = -Math.log(1 - random.uniform()) / rate;
  while (at < weeks && bought < weeks * WEEK_DAYS) {
    bought += 1;
    if (random.uniform() < leaves) break;
    at -= Math.log(1 - random.uniform()) / rate;
  }
  return bought;
}

/** What so many purchases of this shopper come to. */
function drawValue(
  random: Random,
  { p, q, v }: GammaGamma,
  { value, bought }: { readonly value: OneShopper['value']; readonly bought: number },
): number {
  if (bought === 0) return 0;
  const known = value ?? { x: 0, m: 0 };
  const rate = random.gamma(p * known.x + q) / (v + known.x * known.m);
  return random.gamma(p * bought) / rate;
}

function between(
  values: readonly number[],
  round: (value: number) => number = (value) => value,
): { low: number; high: number } {
  return { low: round(quantileOf(values, TAIL)), high: round(quantileOf(values, 1 - TAIL)) };
}
