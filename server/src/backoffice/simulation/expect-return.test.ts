import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastFigures } from '@okaeri/shared/figures';
import type { Simulation } from '@okaeri/shared/simulation';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { importShop } from '../../testing/imported-shop.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { simulateShop, USUAL_HABITS } from '../../testing/simulated-shop.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';

const DAYS = 365;
const FIRST_DAY = Math.floor(TODAY / DAY_MS) - DAYS;
const SHOP = simulateShop(USUAL_HABITS, { shoppers: 420, days: DAYS, seed: 11 });
const LATE = { id: 'late', name: { en: 'Late' }, overdueDays: { min: 1 } };
const program = (of: number) =>
  programWith({
    timeZone: 'UTC',
    pointValueMinor: 1,
    earning: [orderRuleWith({ points: { per: { USD: { amountMinor: 100, points: of } } } })],
    segments: [LATE],
  });

describe.each(ENGINES)('what a draft does to the return, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const simulate = async (document: unknown): Promise<Simulation> => {
    const [from, until] = [isoOf(FIRST_DAY * DAY_MS), isoOf(TODAY + DAY_MS)];
    const request = { document, from, until, redemptionPercent: 100 };
    const answer = await world.merchant('POST', '/v1/program/simulate', request);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Simulation;
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, program(1));
    await importShop(world, SHOP, FIRST_DAY);
  });
  afterAll(() => test.dispose());

  it('is the cost of points a purchase day times those the forecast expects, the figures being taken for it (E78)', async () => {
    const { current, draft, purchaseDays, expectedReturn, segmentsLeftOut } = await simulate(
      program(2),
    );
    expect(purchaseDays).toBe(
      SHOP.reduce((sum, bought) => sum + new Set(bought.map(({ day }) => day)).size, 0),
    );
    const forecast = (await (
      await world.merchant('GET', '/v1/insights/forecast?horizonWeeks=52')
    ).json()) as ForecastFigures;
    const each = (draft.costMinor - current.costMinor) / purchaseDays;
    const { ahead, behind } = expectedReturn;
    expect(ahead.reason).toBeNull();
    expect(ahead.purchases.value).toBe(forecast.expected?.total);
    expect(ahead.changeMinor).toEqual({
      value: Math.round(-each * (forecast.expected?.total ?? 0)),
      low: Math.round(-each * (forecast.expected?.high ?? 0)),
      high: Math.round(-each * (forecast.expected?.low ?? 0)),
    });
    expect([ahead.paysFromMore, behind.reason]).toEqual([null, 'noHoldout']);
    expect(segmentsLeftOut).toEqual(['late']);
  });

  it('says from when on a dearer draft pays once a margin is known', async () => {
    const settings = await world.merchant('GET', '/v1/insights/settings');
    const saved = await world.merchant(
      'PUT',
      '/v1/insights/settings',
      { ...((await settings.json()) as object), marginShare: 0.45 },
      { 'if-match': settings.headers.get('etag') ?? '' },
    );
    expect(saved.status).toBe(200);
    const { ahead } = (await simulate(program(2))).expectedReturn;
    // A point more a dollar is worth a hundredth of it: of 45 hundredths of margin, 2 of them points.
    expect(ahead.paysFromMore).toBeGreaterThan(0.01);
    expect(ahead.paysFromMore).toBeLessThan(0.05);
  });
});
