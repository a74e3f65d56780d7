import { createRandom, seedOf } from '../platform/lib/random-rules.ts';

/** How shoppers of a made-up shop buy: by BG/NBD in weeks, each purchase worth Gamma(p, rate), rates Gamma(q, v). */
export interface Habits {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** Habits near those the literature found at a shop for music (Fader, Hardie and Lee 2005; Fader and Hardie 2013). */
export const USUAL_HABITS: Habits = { r: 0.9, alpha: 6, a: 0.8, b: 2.5, p: 6, q: 4, v: 15 };

/** What somebody bought: the number of the day, and what it was worth. */
export interface Bought {
  readonly day: number;
  readonly valueMinor: number;
}

const WEEK_DAYS = 7;

/**
 * Shoppers who have begun within the first weeks of a shop and bought as these habits have it, until its last day. The
 * same seed gives the same shop.
 */
export const simulateShop = (
  habits: Habits,
  { shoppers, days, seed }: { shoppers: number; days: number; seed: number },
): Bought[][] => {
  const chance = createRandom(seedOf(String(seed)));
  return Array.from({ length: shoppers }, () => {
    const firstDay = Math.floor((chance.uniform() * days) / 3);
    const rate = chance.gamma(habits.r) / habits.alpha;
    const [leaving, staying] = [chance.gamma(habits.a), chance.gamma(habits.b)];
    const worth = chance.gamma(habits.q) / habits.v;
    const bought: Bought[] = [];
    for (let at = firstDay; at <= days;) {
      const valueMinor = Math.max(1, Math.round((100 * chance.gamma(habits.p)) / worth));
      bought.push({ day: Math.floor(at), valueMinor });
      if (at > firstDay && chance.uniform() < leaving / (leaving + staying)) break;
      at += (WEEK_DAYS * -Math.log(1 - chance.uniform())) / rate;
    }
    return bought;
  });
};
