import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { forecastOf } from '../backoffice/insights/forecast/forecast-rules.ts';
import { takeForecast } from '../backoffice/insights/forecast/take-forecast.ts';
import { createTally } from '../backoffice/insights/forecast/tally-rules.ts';
import { DAY_MS, isoOf } from '../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { importShop } from '../testing/imported-shop.ts';
import { aLine, anOrder } from '../testing/order-states.ts';
import { runOkaeri, type Ran } from '../testing/run-okaeri.ts';
import { simulateShop, USUAL_HABITS } from '../testing/simulated-shop.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';

/** Where the API answers a figure, where that is not by the name of its command. */
const PATHS: Readonly<Record<string, string>> = {
  effects: 'effects/programme',
  measurements: 'effects',
};
const FIRST_DAY = Date.parse('2024-01-01') / DAY_MS;
const DAYS = 365;
const AS_OF = isoOf((FIRST_DAY + DAYS) * DAY_MS).slice(0, 10);
const SHOP = simulateShop(USUAL_HABITS, { shoppers: 420, days: DAYS, seed: 11 });

/** What the shop's shoppers have bought up to a day of it, by the rules alone. */
const purchasesUntil = (day: number) => {
  const tally = createTally(FIRST_DAY + day, 100);
  for (const bought of SHOP)
    tally.add(
      bought.map(({ day: at, valueMinor }) => ({
        day: FIRST_DAY + at,
        valueMinor,
        withoutRate: 0,
      })),
    );
  return tally.read();
};

const expectedForecast = () => {
  const cut = DAYS - 91;
  const bought = SHOP.filter(([first]) => (first?.day ?? Infinity) <= cut).flatMap((days) => [
    ...new Set(days.map(({ day }) => day).filter((day) => day > cut)),
  ]).length;
  const checked = { before: purchasesUntil(cut), bought };
  const forecast = forecastOf(purchasesUntil(DAYS), checked, { asOf: AS_OF, weeks: 39 });
  return { ...forecast, completeFrom: null, leftOut: 0 };
};

describe.each(ENGINES)('forecasts on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const asked = { asOf: AS_OF, horizonWeeks: 39, includeFreeOrders: false };
  const okaeri = (...parameters: string[]): Promise<Ran> => insights('forecast', ...parameters);
  const insights = (figure: string, ...parameters: string[]): Promise<Ran> =>
    runOkaeri(test.url, 'insights', figure, '--shop', world.keys.shopId, ...parameters);
  const put = async (id: string, change: Parameters<typeof anOrder>[0]): Promise<void> => {
    const placedAt = `${AS_OF}T10:00:00Z`;
    const times = { placedAt, paidAt: placedAt, updatedAt: placedAt };
    const answer = await world.merchant(
      'PUT',
      `/v1/orders/${id}`,
      anOrder({ ...times, ...change }),
    );
    expect(answer.status).toBe(201);
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    await importShop(world, SHOP, FIRST_DAY);
  });
  afterAll(() => test.dispose());

  it('what was kept of imported orders is counted and fitted as by the rules alone (E70, E76)', async () => {
    const taken = await takeForecast(world.deps, await world.shop(), asked);
    expect(taken).toEqual({ ok: expectedForecast() });
  });

  it('insiders, orders of nobody, cancelled and later ones change nothing; one without a rate is named (E9, E70, E71)', async () => {
    await world.merchant('PUT', '/v1/shoppers/staff', { tags: ['insider'] });
    await put('own', { shopper: { id: 'staff' } });
    await put('nobody', { shopper: null });
    await put('cancelled', { shopper: { id: 's1' }, cancelledAt: `${AS_OF}T11:00:00Z` });
    const later = isoOf((FIRST_DAY + DAYS + 1) * DAY_MS);
    await put('later', { shopper: { id: 's1' }, placedAt: later, paidAt: later, updatedAt: later });
    const before = await takeForecast(world.deps, await world.shop(), asked);
    expect(before).toEqual({ ok: expectedForecast() });
    await put('yen', { shopper: { id: 'new' }, currency: 'JPY', lines: [aLine('a', 4000)] });
    const after = await takeForecast(world.deps, await world.shop(), asked);
    expect(after).toMatchObject({ ok: { withoutRate: 1, shoppers: SHOP.length + 1 } });
  });

  it('who had bought before all is known is left out, and said to be (E72)', async () => {
    const put = (completeFrom: string | null, ifMatch: string) =>
      world.merchant('PUT', '/v1/insights/settings', { completeFrom }, { 'if-match': ifMatch });
    const before = SHOP.filter(([first]) => (first?.day ?? Infinity) < 30).length;
    expect((await put(isoOf((FIRST_DAY + 30) * DAY_MS).slice(0, 10), '"i0"')).status).toBe(200);
    const taken = await takeForecast(world.deps, await world.shop(), asked);
    expect(taken).toMatchObject({
      ok: {
        completeFrom: isoOf((FIRST_DAY + 30) * DAY_MS).slice(0, 10),
        leftOut: before,
        shoppers: SHOP.length + 1 - before,
      },
    });
    expect((await put(null, '"i1"')).status).toBe(200);
  });

  it('the command line prints one line with exactly the promised keys', async () => {
    const { status, out: stdout } = await okaeri(
      '--as-of',
      AS_OF,
      '--horizon-weeks',
      '39',
      '--json',
    );
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const said = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
    expect(Object.keys(said)).toEqual([
      'asOf',
      'unit',
      'shoppers',
      'repeatPurchases',
      'bgNbd',
      'gammaGamma',
      'expected',
    ]);
    expect(Object.keys(said['bgNbd'] ?? {})).toEqual(['r', 'alpha', 'a', 'b', 'logLikelihood']);
    expect(Object.keys(said['gammaGamma'] ?? {})).toEqual([
      'p',
      'q',
      'v',
      'logLikelihood',
      'correlation',
    ]);
    expect(Object.keys(said['expected'] ?? {})).toEqual(['weeks', 'total', 'low', 'high']);
  });

  it('where there are too few, the command line says why on stderr and prints null', async () => {
    const early = isoOf((FIRST_DAY + 20) * DAY_MS).slice(0, 10);
    const { status, out: stdout, err: stderr } = await okaeri('--as-of', early, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ bgNbd: null, gammaGamma: null, expected: null });
    expect(stderr).toContain(
      'No forecast: fewer than 200 shoppers have bought on more than one day.',
    );
  });

  it.each([
    'cohorts',
    'gaps',
    'rfm',
    'liability',
    'effects',
    'return',
    'map',
    'changes',
    'report',
    'acquisition',
    'words-and-deeds',
    'measurements',
  ])('the command line prints %s as the API answers it, in one line (E71)', async (figure) => {
    const { status, out: stdout } = await insights(figure, '--as-of', AS_OF, '--json');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const path = PATHS[figure] ?? figure;
    let answer = await world.merchant('GET', `/v1/insights/${path}?asOf=${AS_OF}`);
    while (answer.status === 202) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      answer = await world.merchant('GET', `/v1/insights/${path}?asOf=${AS_OF}`);
    }
    const takenAt = expect.any(String) as string;
    const body = (await answer.json()) as object;
    expect(JSON.parse(stdout)).toEqual({ ...body, takenAt });
  });

  it('without --json a figure is a table below its definition and its people', async () => {
    const { status, out: stdout } = await insights('gaps', '--as-of', AS_OF);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^As of \d{4}-\d\d-\d\d, of \d+ people\. Days from one purchase day/);
    expect(stdout).toContain('medianDays');
  });

  it.each([
    [['--as-of', '2026-02-30'], 'Write a day such as'],
    [['--as-of', 'today'], 'Write a day such as'],
    [['--as-of', '2999-01-01'], 'is still to come'],
    [['--horizon-weeks', '0'], 'Write whole weeks, 1 to 260.'],
    [['--horizon-weeks', String(LIMITS.forecastWeeksMax + 1)], 'Write whole weeks, 1 to 260.'],
    [['--horizon-weeks', '3.5'], 'Write whole weeks, 1 to 260.'],
  ])('%j is refused with a sentence', async (parameters, sentence) => {
    const { status, out: stdout, err: stderr } = await okaeri(...parameters);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
  });
});
