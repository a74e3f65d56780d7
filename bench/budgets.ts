import { measureSizes } from '../tooling/sizes.ts';
import { earn, readMe } from './acts.ts';
import { createFixture, growFixture } from './fixture.ts';
import type { Load } from './load.ts';
import { inTurns, openServers, ratioOf, SECONDS } from './measure.ts';
import { measureSpeed } from './measure-speed.ts';
import { measureAttacks } from './measure-attacks.ts';
import { measureLists } from './measure-lists.ts';
import { measureWritten } from './measure-written.ts';
import { measureTouches } from './measure-touches.ts';
import { measureReviews } from './measure-reviews.ts';
import type { Served } from './processes.ts';
import { report, type Line } from './table.ts';

/** From ten thousand entries to a million; to ten millions with `BENCH_GROWTH=1000`, which takes 20 GB and an hour. */
const GROWTH = Number(process.env['BENCH_GROWTH'] ?? 100);

/** Measures everything, or with `BENCH_ONLY` one part, and says whether every budget holds. */
export const measureBudgets = async (): Promise<boolean> => {
  const parts: Readonly<Record<string, () => Promise<Line[]>>> = {
    plain: () => measureSpeed('plain'),
    rich: () => measureSpeed('rich'),
    growth: measureGrowth,
    reviews: measureReviews,
    attacks: measureAttacks,
    lists: measureLists,
    written: measureWritten,
    touches: measureTouches,
    bytes: () => Promise.resolve(measureBytes()),
  };
  const only = process.env['BENCH_ONLY'];
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (only === undefined || only === name) lines.push(...(await measure()));
  return report(lines);
};

/** The same requests against a small ledger and one that has grown a hundredfold, in turns. */
const measureGrowth = async (): Promise<Line[]> => {
  const small = await createFixture();
  const large = growFixture(await createFixture(), GROWTH);
  const [a, b] = [await openServers(small), await openServers(large)];
  await Promise.all([a.byHand.stop(), b.byHand.stop()]);
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const rates = await inTurns({
    'earn, small': of(a.product, earn(small)),
    'earn, large': of(b.product, earn(large)),
    'GET /me, small': of(a.product, readMe(small)),
    'GET /me, large': of(b.product, readMe(large)),
  });
  await Promise.all([a.product.stop(), b.product.stop()]);
  small.remove();
  large.remove();
  const times = (act: string): number => ratioOf(rates, `${act}, small`, `${act}, large`);
  const grown = `at ${large.entries.toLocaleString('en')} entries, in times of ${small.entries.toLocaleString('en')}`;
  return [
    { what: `an earn ${grown}`, value: times('earn'), unit: '', budget: { atMost: 1.5 } },
    { what: `GET /me ${grown}`, value: times('GET /me'), unit: '', budget: { atMost: 1.25 } },
  ];
};

const measureBytes = (): Line[] =>
  measureSizes().map(({ what, bytes, budget }) => ({
    what: `bytes: ${what}`,
    value: bytes,
    unit: 'bytes',
    budget: { atMost: budget },
  }));
