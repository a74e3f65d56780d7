import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CohortFigures,
  GapFigures,
  ForecastFigures,
  LiabilityFigures,
  RfmFigures,
  ShopperForecast,
} from '@okaeri/shared/figures';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { actsOf } from '../../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { dateOfDay, importShop } from '../../../testing/imported-shop.ts';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { programWith, rewardWith } from '../../../testing/programs.ts';
import { simulateShop, USUAL_HABITS } from '../../../testing/simulated-shop.ts';
import { TODAY } from '../../../testing/today.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import { createCohorts } from './cohort-rules.ts';
import { monthName } from './day-rules.ts';
import { countGaps } from './count-gaps.ts';
import { createGaps } from './gap-rules.ts';
import { FIGURE_FRESH_MS } from './read-figure.ts';
import { orderFigure } from './take-figure.ts';
import { survivalOf } from './survival-rules.ts';

const DAYS = 365;
const TODAY_DAY = Math.floor(TODAY / DAY_MS);
const FIRST_DAY = TODAY_DAY - DAYS;
const AS_OF = dateOfDay(TODAY_DAY);
const SHOP = simulateShop(USUAL_HABITS, { shoppers: 420, days: DAYS, seed: 11 });
/** Each shopper's days, by the rules alone. */
const SHOPPERS = SHOP.map((bought) =>
  [...new Set(bought.map(({ day }) => FIRST_DAY + day))].toSorted((a, b) => a - b),
);
const PATHS = ['cohorts', 'gaps', 'rfm', 'forecast', 'liability'] as const;

/** What the first engine answered: the second must answer the same digits. */
const answered = new Map<string, unknown>();

describe.each(ENGINES)('figures on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const get = (path: string, headers = {}) =>
    world.merchant('GET', `/v1/insights/${path}`, undefined, headers);
  const taken = async <Body>(path: string): Promise<Body> => {
    for (;;) {
      const answer = await get(path);
      const body: unknown = await answer.json();
      if (answer.status === 200) return body as Body;
      expect([answer.status, body]).toEqual([202, { isBeingTaken: true }]);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(
      test.store,
      programWith({ rewards: [rewardWith()], timeZone: 'UTC', pointValueMinor: 2 }),
    );
    await importShop(world, SHOP, FIRST_DAY);
  });
  afterAll(() => test.dispose());

  it('are being taken when they are asked for the first time, and there when they are asked again (E85)', async () => {
    const first = await get('cohorts');
    expect([first.status, await first.json()]).toEqual([202, { isBeingTaken: true }]);
    const found = await taken<CohortFigures>('cohorts');
    expect(found.takenAt).toBe(new Date(TODAY).toISOString());
  });

  it('cohorts are those of the rules alone, the latest twelve with the month that runs marked (E73)', async () => {
    const { people, asOf, cohorts, repeat } = await taken<CohortFigures>('cohorts');
    const counting = createCohorts(TODAY_DAY);
    for (const days of SHOPPERS) counting.add(days);
    const expected = counting.read();
    expect([people, asOf, repeat.count, repeat.of]).toEqual([
      SHOP.length,
      AS_OF,
      expected.repeaters,
      SHOP.length,
    ]);
    const months = expected.cohorts.filter(
      ({ month }) =>
        monthName(month) >
        AS_OF.replace(
          /^(\d+)-(\d+).*/,
          (_, year: string, of: string) => `${Number(year) - 1}-${of}`,
        ),
    );
    expect(cohorts.map(({ month, size }) => [month, size])).toEqual(
      months.map(({ month, size }) => [monthName(month), size]),
    );
    for (const [i, { cells, cumulative }] of cohorts.entries()) {
      expect(cells.map(({ count }) => count)).toEqual(months[i]?.again);
      expect(cumulative.map(({ count }) => count)).toEqual(months[i]?.cumulative);
      expect(cells.map(({ unfinished }) => unfinished).indexOf(true)).toBe(cells.length - 1);
    }
  });

  it('gaps are those of the rules alone, with the interval of their median (E74, E126)', async () => {
    const { pooled, byOrder } = await taken<GapFigures>('gaps');
    const counting = createGaps(TODAY_DAY);
    for (const days of SHOPPERS) counting.add(days);
    const expected = survivalOf(counting.read().pooled);
    expect(pooled).toMatchObject({
      medianDays: expected.medianDays,
      low: expected.low,
      high: expected.high,
      closed: expected.closed,
      open: expected.open,
    });
    expect(byOrder.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('groups hold everybody, and each is told with its journey (E75)', async () => {
    const { groups, people } = await taken<RfmFigures>('rfm');
    expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(people);
    expect(groups.find(({ name }) => name === 'lost')?.journey).toBe('winBack');
    for (const { size, spendShare, meanMinor } of groups)
      expect([spendShare === null, meanMinor.value === null]).toEqual([size < 30, size < 30]);
  });

  it('a forecast is that of the command line, with what stands beside every figure (E76 to E78)', async () => {
    const found = await taken<ForecastFigures>('forecast?horizonWeeks=39');
    expect(found).toMatchObject({ asOf: AS_OF, unit: 'week', shoppers: SHOP.length, reason: null });
    expect(found.people).toBe(SHOP.length);
    expect(found.expected?.weeks).toBe(39);
    expect(found.expected?.low).toBeLessThan(found.expected?.total ?? 0);
    expect(found.backtest.weeks).toBe(13);
  });

  it('one shopper has a range, whoever has not bought has none, and nobody else is known (E78)', async () => {
    const most = SHOPPERS.reduce(
      (best, days, i) => (days.length > (SHOPPERS[best]?.length ?? 0) ? i : best),
      0,
    );
    const found = await taken<ShopperForecast>(`shoppers/s${most}/forecast`);
    expect(found).toMatchObject({
      reason: null,
      horizonWeeks: 26,
      currency: 'USD',
      people: SHOP.length,
    });
    expect(found.alive).toBeGreaterThan(0);
    expect(found.purchases?.high).toBeGreaterThanOrEqual(found.purchases?.low ?? 0);
    expect(found.valueMinor?.high).toBeGreaterThan(0);
    expect(await taken(`shoppers/s${most}/forecast`)).toEqual(found);
    await world.merchant('PUT', '/v1/shoppers/looker', { locale: 'en' });
    const looker = await taken<ShopperForecast>('shoppers/looker/forecast');
    expect(looker).toMatchObject({ reason: 'notBought', alive: null, purchases: null });
    expect((await get('shoppers/nobody/forecast')).status).toBe(404);
  });

  it('are tables to clients that ask for that, with definition and people in every row', async () => {
    for (const path of PATHS) {
      await taken(path);
      const answer = await get(path, { accept: 'text/csv' });
      expect(answer.headers.get('content-type')).toContain('text/csv');
      const [head = '', ...rows] = (await answer.text()).trim().split('\n');
      expect(head.split(',').slice(-2)).toEqual(['people', 'definition']);
      expect(head.split(',')[0]).toBe('asOf');
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.startsWith(AS_OF)).toBe(true);
    }
  });

  it('of a past day know only what was bought by then; a day to come is refused', async () => {
    const early = dateOfDay(FIRST_DAY + 10);
    const { people, cohorts, asOf } = await taken<CohortFigures>(`cohorts?asOf=${early}`);
    expect(asOf).toBe(early);
    expect(people).toBe(SHOPPERS.filter(([day = Infinity]) => day <= FIRST_DAY + 10).length);
    expect(
      cohorts.every(({ cells }) => cells.every(({ share }) => share === null) || people >= 30),
    ).toBe(true);
    const few = await taken<GapFigures>(`gaps?asOf=${dateOfDay(FIRST_DAY)}`);
    expect(few.people).toBeLessThan(30);
    expect(few.pooled).toMatchObject({ medianDays: null, curve: [] });
    for (const asOfDay of ['2999-01-01', '2026-02-30', 'today', '1969-12-31', '0001-01-01'])
      expect((await get(`gaps?asOf=${asOfDay}`)).status).toBe(400);
  });

  it('print the same digits as the other engine', async () => {
    for (const path of PATHS) {
      const found = await taken<object>(path);
      const before = answered.get(path);
      if (before !== undefined) expect(found).toEqual(before);
      answered.set(path, found);
    }
  });

  it('stay as they are for five minutes, a forecast for a day, and are taken anew after that (E85)', async () => {
    const [gaps, forecast] = [
      await taken<GapFigures>('gaps'),
      await taken<ForecastFigures>('forecast'),
    ];
    await world.merchant('PUT', '/v1/orders/late', anOrder({ shopper: { id: 'late' } }));
    world.clock.at = TODAY + FIGURE_FRESH_MS.gaps - 1;
    expect(await taken('gaps')).toEqual(gaps);
    world.clock.at += 1;
    expect(await taken('gaps')).toEqual(gaps);
    await expect
      .poll(async () => (await taken<GapFigures>('gaps')).people, { timeout: 20_000 })
      .toBe(gaps.people + 1);
    expect(await taken('forecast')).toEqual(forecast);
  });

  it('a cancelled order, a refunded one and those of insiders change no figure (E9, invariant 18)', async () => {
    world.clock.at += FIGURE_FRESH_MS.gaps;
    await taken('rfm');
    const before = await expectFresh<RfmFigures>('rfm');
    await world.merchant('PUT', '/v1/shoppers/staff', { tags: ['insider'] });
    const at = new Date(TODAY).toISOString();
    const orders = {
      own: anOrder({ shopper: { id: 'staff' } }),
      nobody: anOrder({ shopper: null }),
      cancelled: anOrder({ shopper: { id: 's1' }, cancelledAt: at }),
      back: anOrder({ shopper: { id: 's2' }, lines: [aLine('a', 4000, { refundedMinor: 4000 })] }),
    };
    for (const [id, order] of Object.entries(orders))
      await world.merchant('PUT', `/v1/orders/${id}`, order);
    world.clock.at += FIGURE_FRESH_MS.rfm;
    const after = await expectFresh<RfmFigures>('rfm');
    expect(after.groups).toEqual(before.groups);
  });

  /** A figure that was taken at this moment. */
  const expectFresh = async <Body extends { takenAt: string }>(path: string): Promise<Body> => {
    await expect
      .poll(async () => (await taken<Body>(path)).takenAt, { timeout: 20_000 })
      .toBe(new Date(world.clock.at).toISOString());
    return taken<Body>(path);
  };
});

describe.each(ENGINES)('a shop of few who buy often, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  it('is told nothing about gaps of a single person, however many they have (E71, E74)', async () => {
    const world = await openWorld(test.store, programWith({ timeZone: 'UTC' }));
    const days = Array.from({ length: 100 }, (_, day) => ({ day, valueMinor: 500 }));
    await importShop(world, [days], FIRST_DAY);
    const order = await orderFigure(world.deps, await world.shop(), {
      asOf: undefined,
      asked: { figure: 'gaps' },
    });
    if ('refused' in order) throw new Error(order.refused.detail);
    const { people, pooled } = await countGaps(world.deps.store, order.ok);
    expect(people).toBe(1);
    expect(pooled).toEqual({
      medianDays: null,
      low: null,
      high: null,
      curve: [],
      closed: 99,
      open: 1,
    });
  });
});

describe.each(ENGINES)('what points will cost, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(
      test.store,
      programWith({ rewards: [rewardWith()], timeZone: 'UTC', pointValueMinor: 2 }),
    );
  });
  afterAll(() => test.dispose());

  it('is told with its triangle and the lines of the books once thirty have points (E79)', async () => {
    const acts = actsOf(world);
    let cost = 0;
    for (let i = 0; i < 40; i += 1) {
      const shopper = { id: `c${i}` };
      await acts.put(`o${i}`, anOrder({ shopper, lines: [aLine('a', 10_000)] }));
      if (i >= 12) continue;
      const taking = await acts.take(`k${i}`, `c${i}`);
      cost = taking.points;
      const code = taking.voucher?.code ?? '';
      if (i < 8) await world.merchant('POST', `/v1/vouchers/${code}/use`, { orderId: `v${i}` });
    }
    let answer = await world.merchant('GET', '/v1/insights/liability');
    while (answer.status === 202) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      answer = await world.merchant('GET', '/v1/insights/liability');
    }
    const found = (await answer.json()) as LiabilityFigures;
    const issued = found.triangle.reduce((sum, row) => sum + row.issued, 0);
    const inHand = issued - 8 * cost;
    expect(found.people).toBe(40);
    expect(found.ceiling).toEqual({ points: inHand, minor: 2 * inHand });
    expect(found.triangle.at(-1)?.redeemed.at(-1)).toBe(8 * cost);
    // One month alone has nothing to develop by.
    expect(found.expected).toEqual({ points: 0, low: 0, high: 0, minor: 0 });
    expect(found.breakage.points).toBe(inHand);
    const { products = 0, points = 0, recognised = 0, left = 0 } = found.accounting ?? {};
    expect(products + points).toBe(400_000);
    expect(points).toBe(recognised + left);
  });
});
