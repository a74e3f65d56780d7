import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderState } from '@okaeri/shared/orders';
import type { Simulation, SimulationProgress } from '@okaeri/shared/simulation';
import { readState } from '../../loyalty/orders/rules/state-rules.ts';
import { actsOf } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, arbitraryState } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();

const TIERED = programWith({
  earning: [
    orderRuleWith({ limit: { points: 150, every: 'month' } }),
    { id: 'survey', on: 'survey', enabled: true, points: { fixed: 5 } },
  ],
  expiry: { kind: 'perLot', days: 30 },
  pointValueMinor: 2,
  tiers: [
    { id: 'new', name: { en: 'New' }, entry: 0 },
    { id: 'gold', name: { en: 'Gold' }, entry: 15_000, multiplier: '2' },
  ],
  tierPolicy: { metric: 'spend', window: { kind: 'lifetime' }, downgrade: 'oneStep' },
});

describe.each(ENGINES)('the time machine on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, TIERED);
    const { put } = actsOf(world);
    let order = 0;
    for (const [who, ...dollars] of [
      ['ada', 100, 80, 60],
      ['bea', 20, 30],
      ['cleo', 400],
    ] as const)
      for (const [index, money] of dollars.entries()) {
        const placedAt = at(index * 20 - 60);
        const lines = [aLine('a', money * 100)];
        await put(
          String((order += 1)),
          anOrder({ shopper: { id: who }, placedAt, paidAt: placedAt, lines }),
        );
      }
    await world.merchant('POST', '/v1/activities', {
      dedupeKey: 's1',
      kind: 'survey',
      shopper: { id: 'dan' },
      at: at(-10),
    });
  });
  afterAll(() => test.dispose());

  const simulate = async (document: unknown): Promise<Simulation> => {
    const body = { document, from: at(-100), until: at(0), redemptionPercent: 0 };
    const answer = await world.merchant('POST', '/v1/program/simulate', body);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Simulation;
  };

  it('gives, under the programme of today, what was given', async () => {
    const { current, draft, orders, activities, shoppers, gain, lose } = await simulate(TIERED);
    let posted = 0;
    for (const who of ['ada', 'bea', 'cleo', 'dan']) {
      const { balance } = (await (await world.merchant('GET', `/v1/shoppers/${who}`)).json()) as {
        balance: { lifetime: number };
      };
      posted += balance.lifetime;
    }
    expect({ orders, activities, shoppers }).toEqual({ orders: 6, activities: 1, shoppers: 4 });
    expect(current.issued).toBe(posted);
    expect(draft).toEqual(current);
    expect([gain, lose]).toEqual([[], []]);
    expect(current.tiers).toEqual({ new: 2, gold: 2 });
    expect(current.rises).toBe(2);
  });

  it('reports cost, liability and who gains and loses under a draft', async () => {
    const draft = programWith({ ...TIERED, earning: [orderRuleWith({ points: { fixed: 60 } })] });
    const simulation = await simulate(draft);
    expect(simulation.draft.issued).toBe(360);
    expect(simulation.gain).toMatchObject([{ shopperId: 'bea', current: 50, draft: 120 }]);
    // Cleo had 150 (the month's limit of 800), Ada 150 of one month and more of the next.
    expect(simulation.lose.map(({ shopperId }) => shopperId)).toContain('cleo');
    const last = simulation.draft.months.at(-1);
    expect(simulation.draft.outstanding).toBe(last?.outstanding);
    expect(simulation.draft.expired).toBe(
      simulation.draft.months.reduce((sum, { expired }) => sum + expired, 0),
    );
  });

  it('shows how far it is, line by line', async () => {
    const body = { from: at(-100), until: at(0) };
    const answer = await world.merchant('POST', '/v1/program/simulate', body, {
      accept: 'application/x-ndjson',
    });
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { progress?: SimulationProgress; result?: Simulation });
    expect(lines[0]?.progress).toEqual({ done: 6, total: 6 });
    expect(lines.at(-1)?.result?.orders).toBe(6);
  });

  it('refuses a period that ends before it begins, and a draft that is none', async () => {
    for (const body of [
      { from: at(0), until: at(-1) },
      { from: at(-1), until: at(0), document: { name: {} } },
    ])
      expect((await world.merchant('POST', '/v1/program/simulate', body)).status).toBe(400);
  });
});

describe('a stored state', () => {
  it('is filled in as the schema would', () => {
    fc.assert(
      fc.property(arbitraryState(['ada']), fc.boolean(), (state, bare) => {
        const {
          shippingMinor: _shipping,
          taxesIncluded: _taxes,
          voucherCodes: _codes,
          ...rest
        } = state;
        const body: unknown = JSON.parse(JSON.stringify(bare ? rest : state));
        expect(readState(body)).toEqual(orderState.parse(body));
      }),
      { numRuns: 100 },
    );
  });
});
