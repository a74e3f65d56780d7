import { measureSizes } from '../tooling/sizes.ts';
import { earn, emptyGet, emptyPost, readMe } from './acts.ts';
import { createFixture, growFixture, type Fixture, type Program } from './fixture.ts';
import type { Load } from './load.ts';
import { inTurns, openServers, ratioOf, SECONDS, statementsPer } from './measure.ts';
import { measureAttacks } from './measure-attacks.ts';
import { measureLists } from './measure-lists.ts';
import { measureReviews } from './measure-reviews.ts';
import type { Served } from './processes.ts';
import { report, type Line } from './table.ts';

/** From ten thousand entries to a million. */
const GROWTH = 100;

/** Measures everything, or with `BENCH_ONLY` one part, and says whether every budget holds. */
export const measureBudgets = async (): Promise<boolean> => {
  const fixture = await createFixture();
  const rich = await createFixture('rich');
  const parts: Readonly<Record<string, () => Promise<Line[]>>> = {
    plain: () => measureSpeed(fixture, 'plain'),
    rich: () => measureSpeed(rich, 'rich'),
    growth: () => measureGrowth(fixture),
    reviews: measureReviews,
    attacks: measureAttacks,
    lists: measureLists,
    bytes: () => Promise.resolve(measureBytes()),
  };
  const only = process.env['BENCH_ONLY'];
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (only === undefined || only === name) lines.push(...(await measure()));
  fixture.remove();
  rich.remove();
  return report(lines);
};

/** Earning and reading against what one would write by hand, under a plain programme or one with every kind of rule. */
const measureSpeed = async (fixture: Fixture, program: Program): Promise<Line[]> => {
  const { product, byHand } = await openServers(fixture, program);
  const under = program === 'rich' ? ', with every kind of rule' : '';
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const rates = await inTurns({
    'earn, product': of(product, earn(fixture)),
    'earn, by hand': of(byHand, earn(fixture)),
    'empty POST': of(byHand, emptyPost),
    'GET /me, product': of(product, readMe(fixture)),
    'GET /me, by hand': of(byHand, readMe(fixture)),
    'empty GET': of(byHand, emptyGet),
  });
  const ratio = (one: string, other: string): number => ratioOf(rates, one, other);
  const lines: Line[] = [
    {
      what: `earn ÷ by hand${under}`,
      value: ratio('earn, product', 'earn, by hand'),
      unit: '',
      budget: { atLeast: 0.6 },
    },
    {
      what: `earn ÷ empty POST${under}`,
      value: ratio('earn, product', 'empty POST'),
      unit: '',
    },
    {
      what: `earn by hand ÷ empty POST, the floor${under}`,
      value: ratio('earn, by hand', 'empty POST'),
      unit: '',
    },
    {
      what: `statements per earn${under}`,
      value: await statementsPer(product, earn(fixture)),
      unit: 'statements',
    },
    {
      what: `GET /me ÷ by hand${under}`,
      value: ratio('GET /me, product', 'GET /me, by hand'),
      unit: '',
      budget: { atLeast: 0.6 },
    },
    {
      what: `GET /me ÷ empty GET${under}`,
      value: ratio('GET /me, product', 'empty GET'),
      unit: '',
    },
    {
      what: `statements per GET /me${under}`,
      value: await statementsPer(product, readMe(fixture)),
      unit: 'statements',
    },
    {
      what: `start to the first 200${under}`,
      value: product.startMs,
      unit: 'ms',
      budget: { atMost: 2000 },
    },
  ];
  await Promise.all([product.stop(), byHand.stop()]);
  return lines;
};

/** The same requests against a small ledger and one that has grown a hundredfold, in turns. */
const measureGrowth = async (small: Fixture): Promise<Line[]> => {
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
  large.remove();
  const times = (act: string): number => ratioOf(rates, `${act}, small`, `${act}, large`);
  const grown = `at ${large.entries.toLocaleString('en')} entries, in times of ${small.entries.toLocaleString('en')}`;
  return [
    { what: `an earn ${grown}`, value: times('earn'), unit: '', budget: { atMost: 2 } },
    { what: `GET /me ${grown}`, value: times('GET /me'), unit: '', budget: { atMost: 1.75 } },
  ];
};

const measureBytes = (): Line[] =>
  measureSizes().map(({ what, bytes, budget }) => ({
    what: `bytes: ${what}`,
    value: bytes,
    unit: 'bytes',
    budget: { atMost: budget },
  }));
