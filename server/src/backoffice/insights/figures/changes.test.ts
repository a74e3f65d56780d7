import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, ChangeFigures } from '@okaeri/shared/changes';
import type {
  AcquisitionFigures,
  DeedFigures,
  MeasurementFigures,
} from '@okaeri/shared/effect-figures';
import type { Stage } from '@okaeri/shared/segments';
import { insertTouch } from '../../../loyalty/contacts/touch-queries.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { upsertStageChange } from '../../../loyalty/shoppers/stage-queries.ts';
import { saveTally } from '../../../engagement/surveys/results-queries.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { importShop } from '../../../testing/imported-shop.ts';
import { saveResponseForTest } from '../../../testing/survey-rows.ts';
import { A_CSAT, surveyActsOf } from '../../../testing/survey-acts.ts';
import { TODAY } from '../../../testing/today.ts';
import { aTouch } from '../../../testing/touch-rows.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { changeOfShares } from './measure-rules.ts';
import { Z_95 } from '../../../platform/lib/interval-rules.ts';
import type { Parts } from './change-rules.ts';

const TODAY_DAY = Math.floor(TODAY / DAY_MS);
const AGE = 120;
const PEOPLE = 80;
/** Everybody buys first 120 days ago; the even ones again 100 days ago, within what is usual here. */
const SHOP = Array.from({ length: PEOPLE }, (_, i) =>
  [0, ...(i % 2 === 0 ? [20, 40] : [])].map((day) => ({ day, valueMinor: 1000 })),
);
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const at = (ago: number): number => TODAY - ago * DAY_MS;

describe.each(ENGINES)('what changed on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let ids: readonly string[];
  const taken = async <Body>(path: string): Promise<Body> => {
    for (;;) {
      const answer = await world.merchant('GET', `/v1/insights/${path}`);
      if (answer.status === 200) return (await answer.json()) as Body;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  /** Taken anew: what was kept is older than five minutes. */
  const changes = async (): Promise<ReadonlyMap<string, Change>> => {
    world.clock.at += 6 * 60_000;
    await taken<ChangeFigures>('changes');
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (;;) {
      const found = await taken<ChangeFigures>('changes');
      if (Date.parse(found.takenAt) === world.clock.at)
        return new Map(found.changes.map((change) => [change.figure, change]));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const comparedAs = (now: readonly [number, number], before: readonly [number, number]) => {
    const part = ([count, of]: readonly [number, number]) => ({ count, of });
    const parts: Parts = { now: part(now), before: part(before) };
    return changeOfShares(parts, Z_95);
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
    // Whoever is known for less long than both times has not stood anywhere when they began.
    world.clock.at = at(75);
    await importShop(world, SHOP, TODAY_DAY - AGE);
    world.clock.at = TODAY;
    ids = await test.store.read(async (tx) => {
      const found: string[] = [];
      for (const i of numbers(PEOPLE)) {
        found.push(
          (await findExisting(tx, { shopId: world.keys.shopId, externalId: `s${i}` }))?.id ?? '',
        );
      }
      return found;
    });
  });
  afterAll(() => test.dispose());

  it('people who were sent marketing count once, with whether they complained (E83)', async () => {
    const { shopId } = world.keys;
    await test.store.write(async (tx) => {
      for (const i of numbers(60)) {
        const shopperId = ids[i] ?? '';
        const touch = (n: number, ago: number, complained: boolean) =>
          tx.run(
            insertTouch,
            aTouch({
              shopId,
              shopperId,
              key: `k${i}-${n}`,
              id: `t${i}-${n}`,
              plannedAt: at(ago),
              complainedAt: complained ? at(ago - 1) : null,
            }),
          );
        await touch(1, 40, false);
        await touch(2, 10, i < 15);
        await touch(3, 9, false);
      }
    });
    expect((await changes()).get('complaints')).toMatchObject(comparedAs([15, 60], [0, 60]));
  });

  it('moves between stages are compared once they are kept for as long as both times (E83)', async () => {
    const { shopId } = world.keys;
    const move = (i: number, ago: number, [fromStage, toStage]: readonly [Stage | null, Stage]) =>
      test.store.write((tx) =>
        tx.run(upsertStageChange, {
          shopId,
          shopperId: ids[i] ?? '',
          day: TODAY_DAY - ago,
          fromStage,
          toStage,
        }),
      );
    await move(0, 30, ['postPurchase', 'consideration']);
    expect([...(await changes()).keys()].filter((name) => name.startsWith('move'))).toEqual([]);
    await move(1, 70, ['onboarding', 'consideration']);
    for (const i of numbers(40)) await move(2 + i, 10, ['loyal', 'consideration']);
    expect((await changes()).get('move loyal consideration')).toMatchObject({
      kind: 'move',
      move: { from: 'loyal', to: 'consideration' },
      // Besides the forty, those who bought three times and went nowhere; one of them came from elsewhere between the two.
      now: { count: 40, of: 60 },
      before: { count: 0, of: 59 },
    });
  });

  it('scores are those of the surveys, by the days on which they were given (E83, E126)', async () => {
    const { shopId } = world.keys;
    await surveyActsOf(world).run('csat', A_CSAT);
    await test.store.write(async (tx) => {
      const give = async (i: number, ago: number, score: number): Promise<void> => {
        const id = `r${i}-${ago}`;
        const cell = {
          period: '2026-11',
          version: 1,
          incentivised: 'no',
          tierId: '',
          kind: 'score',
          part: '',
          value: String(score),
        } as const;
        const of = { shopId, surveyId: 'csat', period: '2026-11', at: at(ago) };
        await tx.run(saveTally, { ...of, responseId: id, cells: [cell] });
        await tx.run(saveResponseForTest, {
          shopId,
          id,
          surveyId: 'csat',
          wave: id,
          shopperId: ids[i] ?? '',
          version: 1,
          state: 'complete',
          insider: false,
          score,
          incentivised: false,
          tierId: null,
          channel: 'page',
          locale: null,
          orderId: null,
          startedAt: at(ago),
          savedAt: at(ago),
          scoredAt: at(ago),
          completedAt: at(ago),
          withdrawnAt: null,
          signalAt: null,
          actId: id,
        });
      };
      // Before, 10 of 40 were content; now 30 of 40. Each had said it first 110 days ago: 4 by the even, 1 by the odd.
      for (const i of numbers(40)) {
        await give(i, 50, i < 10 ? 5 : 2);
        await give(i, 5, i < 30 ? 4 : 1);
      }
      for (const i of numbers(PEOPLE)) await give(i, 110, i % 2 === 0 ? 4 : 1);
    });
    const found = (await changes()).get('score csat');
    expect(found).toMatchObject({
      kind: 'score',
      survey: { id: 'csat', kind: 'csat' },
      now: { count: null, of: 40, value: 0.75 },
      before: { count: null, of: 40, value: 0.25 },
    });
    expect(found?.low).toBeGreaterThan(0.2);
  });

  it('who bought again after a score stands by its groups, each person by the first they gave (E126)', async () => {
    const found = await taken<DeedFigures>('words-and-deeds');
    expect(found.withinDays).not.toBeNull();
    expect(found.isEffect).toBe(false);
    expect(found.scores).toMatchObject([
      {
        kind: 'csat',
        groups: [
          { group: 'low', people: 40, count: 0, share: 0 },
          { group: 'middle', people: 0, count: 0, share: null },
          { group: 'high', people: 40, count: 40, share: 1 },
        ],
      },
    ]);
    const { low, high } = found.scores[0]?.groups[2] ?? {};
    expect([low, high]).toEqual([0.912378, 1]);
  });

  it('what a channel cost stands for each person whom messages reached there, in the month they did (E125)', async () => {
    const pay = async (key: string, change: object): Promise<void> => {
      const cost = { day: '2026-11-05', kind: 'message', channel: 'email', currency: 'USD' };
      const body = { ...cost, amountMinor: 3000, ...change };
      const answer = await world.merchant('POST', '/v1/insights/costs', body, {
        'idempotency-key': key,
      });
      expect(answer.status).toBe(201);
    };
    await pay('a', {});
    await pay('b', { channel: 'google', kind: 'ads', amountMinor: 9000 });
    await pay('c', { channel: null });
    // A reward is paid for nobody's attention.
    await pay('d', { kind: 'reward' });
    const { months, definition } = await taken<AcquisitionFigures>('acquisition');
    // 60 people were sent two messages each in November.
    expect(months.at(-1)?.channels).toEqual([
      { channel: 'google', spentMinor: 9000, reached: null, reachedCostMinor: null },
      { channel: 'email', spentMinor: 3000, reached: 60, reachedCostMinor: 50 },
      { channel: null, spentMinor: 3000, reached: null, reachedCostMinor: null },
    ]);
    expect(months.at(-2)?.channels).toEqual([]);
    expect(definition).toContain('for each person');
  });

  it('measurements are listed quarter by quarter, the latest first; without a holdout each says so (E80)', async () => {
    const { items } = await taken<MeasurementFigures>('effects');
    expect(items.map(({ journeyId, period, state }) => [journeyId, period, state])).toEqual([
      ['programme', '2026Q4', 'noHoldout'],
    ]);
    expect(items[0]?.share).toEqual({ difference: null, low: null, high: null });
    const table = await world.merchant('GET', '/v1/insights/effects', undefined, {
      accept: 'text/csv',
    });
    expect(await table.text()).toContain('programme,2026Q4,2026-12-31,noHoldout');
  });
});
