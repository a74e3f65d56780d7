import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import type { ProgramDocument, ProgramRequest } from '@okaeri/shared/program';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { orderRuleWith, programWith, tierWith } from '../../testing/programs.ts';
import { surveyActsOf, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const PATH = '/nps/2026Q4';

const BY_SPEND: ProgramRequest['tierPolicy'] = {
  metric: 'spend',
  window: { kind: 'lifetime' },
  downgrade: 'oneStep',
  graceDays: 0,
};

describe.each(ENGINES)('what a survey’s form promised, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, program());
    acts = surveyActsOf(world);
  });
  afterEach(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  /** A programme with points for surveys: under a campaign for so many days, limited, or by tier. */
  const program = (
    change: Partial<ProgramRequest> = {},
    rule: Record<string, unknown> = {},
  ): ProgramDocument =>
    programWith({
      earning: [
        orderRuleWith(),
        { id: 'survey', on: 'survey', enabled: true, points: { fixed: 20 }, ...rule },
      ],
      ...change,
    });
  const campaign = (days: number, more: object = {}): ProgramRequest['campaigns'] => [
    {
      id: 'double',
      name: { en: 'Double' },
      enabled: true,
      from: isoOf(world.clock.at - DAY_MS),
      until: isoOf(world.clock.at + days * DAY_MS),
      effect: { multiplier: '2' },
      ...more,
    },
  ];
  const begin = async (document: ProgramDocument, ...people: string[]): Promise<void> => {
    for (const who of people) await acts.member(who);
    await world.publish(document);
    await acts.run('nps', { openDays: 60 });
  };
  const paidFor = async (who: string, answers: object = { score: 9 }): Promise<number> => {
    const before = await acts.points(who);
    const sent = await acts.answer(who, PATH, answers);
    expect((await acts.points(who)) - before).toBe(sent.points);
    return sent.points;
  };

  it('under a campaign is paid when the campaign is over, and what was promised after it is not more (E38)', async () => {
    await begin(program({ campaigns: campaign(2) }), 'ada', 'bea');
    expect((await acts.open('ada', PATH)).offer).toEqual({ points: 40 });
    world.clock.at += 3 * DAY_MS;
    expect((await acts.open('bea', PATH)).offer).toEqual({ points: 20 });
    expect(await paidFor('ada')).toBe(40);
    expect(await paidFor('bea')).toBe(20);
  });

  it('before a campaign began is what is paid while it runs (E38)', async () => {
    await begin(program(), 'ada');
    expect((await acts.open('ada', PATH)).offer).toEqual({ points: 20 });
    await world.publish(program({ campaigns: campaign(9) }));
    expect(await paidFor('ada')).toBe(20);
  });

  it('under a campaign of the very version is what is paid, begun later or not (E38)', async () => {
    const from = isoOf(world.clock.at + DAY_MS);
    await begin(program({ campaigns: campaign(9, { from }) }), 'ada');
    expect((await acts.open('ada', PATH)).offer).toEqual({ points: 20 });
    world.clock.at += 2 * DAY_MS;
    expect(await paidFor('ada')).toBe(20);
  });

  it('to a tier is paid to whoever has left the tier, or reached it since (E38)', async () => {
    const tiers = [tierWith('first', 0), tierWith('gold', 8000)];
    const variants = [{ tierIds: ['gold'], points: { fixed: 50 } }];
    await begin(program({ tiers, tierPolicy: BY_SPEND }, { variants }), 'ada', 'bea');
    await acts.receive('ada', 'rich', ['mug', 'cup']);
    expect((await acts.open('ada', PATH)).offer).toEqual({ points: 50 });
    expect((await acts.open('bea', PATH)).offer).toEqual({ points: 20 });
    const higher = [tierWith('first', 0), tierWith('gold', 90_000)];
    await world.publish(program({ tiers: higher, tierPolicy: BY_SPEND }));
    await acts.receive('bea', 'rich-too', ['mug', 'cup']);
    expect(await paidFor('ada')).toBe(50);
    expect(await paidFor('bea')).toBe(20);
  });

  it('is paid though a limit was reached since; what limits had left was what was promised (E38)', async () => {
    const limit = { points: 30, every: 'month' } as const;
    await begin(program({}, { limit }), 'ada');
    await acts.run('more');
    expect((await acts.open('ada', PATH)).offer).toEqual({ points: 20 });
    // A promise takes its room: the other form has what is left.
    expect((await acts.open('ada', '/more/2026Q4')).offer).toEqual({ points: 10 });
    const activity = { dedupeKey: 'else', shopper: { id: 'ada' }, kind: 'survey' };
    expect((await world.merchant('POST', '/v1/activities', activity)).status).toBe(201);
    expect(await paidFor('ada')).toBe(20);
    expect((await acts.answer('ada', '/more/2026Q4', { score: 1 })).points).toBe(10);
  });

  it('where a limit left nothing is nothing yet: opened when there is room, it is promised and paid', async () => {
    await begin(program({}, { limit: { count: 1, every: 'month' } }), 'ada');
    const activity = { dedupeKey: 'else', shopper: { id: 'ada' }, kind: 'survey' };
    await world.merchant('POST', '/v1/activities', activity);
    expect((await acts.open('ada', PATH)).offer).toBeNull();
    world.clock.at = Date.parse('2026-12-02T00:00:00Z');
    expect((await acts.open('ada', PATH)).offer).toEqual({ points: 20 });
    expect(await paidFor('ada')).toBe(20);
  });

  it('as nothing is nothing, whatever the programme gives by then (E38)', async () => {
    await begin(program({}, { enabled: false }), 'ada');
    expect((await acts.open('ada', PATH)).offer).toBeNull();
    await world.publish(program());
    expect(await paidFor('ada')).toBe(0);
  });

  it('stays through withdrawing, answering again and other answers; times are those of the answer (E38)', async () => {
    const expiry = { kind: 'perLot', days: 30 } as const;
    await begin(program({ campaigns: campaign(2), expiry }, { hold: { days: 5 } }), 'ada');
    const before = await acts.points('ada');
    await acts.open('ada', PATH);
    world.clock.at += 10 * DAY_MS;
    await world.publish(program());
    expect((await acts.answer('ada', PATH, { score: 9 })).points).toBe(40);
    expect(await acts.points('ada')).toBe(before);
    world.clock.at += 6 * DAY_MS;
    // Held from the answer on, not from the opening.
    expect(await acts.points('ada')).toBe(before + 40);
    expect((await acts.answer('ada', PATH, { score: 1 })).points).toBe(40);
    expect((await acts.ask('ada', 'DELETE', PATH)).status).toBe(204);
    expect(await acts.points('ada')).toBe(before);
    expect((await acts.answer('ada', PATH, { score: 3 })).points).toBe(40);
    expect(await acts.points('ada')).toBe(before + 40);
    // They last from when they matured: 45 days after the opening, not 35.
    world.clock.at += 28 * DAY_MS;
    expect(await acts.points('ada')).toBe(before + 40);
    world.clock.at += 2 * DAY_MS;
    expect(await acts.points('ada')).toBe(before);
  });

  it('to somebody known twice is the better promise, where neither has answered (E11)', async () => {
    await begin(program({ campaigns: campaign(2) }), 'ada', 'bea');
    await acts.open('bea', PATH);
    world.clock.at += 3 * DAY_MS;
    await acts.open('ada', PATH);
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    expect(await paidFor('ada')).toBe(40);
  });

  it('is told to its shopper without how it was counted', async () => {
    await begin(program({ campaigns: campaign(2) }), 'ada');
    await acts.open('ada', PATH);
    const told = await world.merchant('GET', '/v1/shoppers/ada/affairs');
    const { surveyInvitations } = (await told.json()) as ShopperAffairs;
    expect(surveyInvitations[0]?.offer).toEqual({
      points: 40,
      programVersion: 3,
      shownAt: isoOf(world.clock.at),
    });
  });
});
