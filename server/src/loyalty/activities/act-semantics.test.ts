import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { ActivityAnswer } from '@okaeri/shared/activities';
import type { ProgramDocument } from '@okaeri/shared/program';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { ActivityFacts } from './activity-rules.ts';
import { awardDueAnnualEvents } from './award-annual-events.ts';

type Rule = Parameters<typeof programWith>[0] extends { earning?: (infer R)[] } | undefined
  ? R
  : never;

const rule = (on: string, change: object = {}): Rule =>
  ({ id: on, on, enabled: true, points: { fixed: 10 }, ...change }) as Rule;

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();

describe.each(ENGINES)('acts, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (...earning: Rule[]): Promise<void> => {
    const document: ProgramDocument = programWith({ earning });
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  const report = async (body: object): Promise<ActivityAnswer & { status: number }> => {
    const answer = await world.merchant('POST', '/v1/activities', {
      shopper: { id: 'ada' },
      ...body,
    });
    return { ...((await answer.json()) as ActivityAnswer), status: answer.status };
  };
  const available = async (who = 'ada'): Promise<number> => (await acts.me(who)).balance.available;
  const patch = async (body: object): Promise<Response> =>
    world.storefront('PATCH', '/me', { token: await world.token('ada'), body });

  it('earn once per dedupe key, and answer the same again', async () => {
    await given(rule('activity', { activity: 'quiz' }), rule('survey', { points: { fixed: 5 } }));
    const act = { dedupeKey: 'q1', kind: 'activity', activity: 'quiz' };
    expect(await report(act)).toMatchObject({ status: 201, points: 10 });
    expect(await report(act)).toMatchObject({ status: 200, points: 10 });
    expect(await report({ dedupeKey: 's1', kind: 'survey' })).toMatchObject({ points: 5 });
    expect(await report({ dedupeKey: 'q2', kind: 'activity', activity: 'other' })).toMatchObject({
      status: 201,
      points: 0,
      receipts: [],
    });
    expect(await available()).toBe(15);
  });

  it('earn by amount where a rule says so', async () => {
    await given(
      rule('activity', {
        activity: 'donated',
        points: { per: { USD: { amountMinor: 100, points: 3 } } },
      }),
    );
    const act = { dedupeKey: 'd', kind: 'activity', activity: 'donated' };
    const answer = await report({ ...act, amountMinor: 250, currency: 'USD' });
    expect(answer).toMatchObject({
      points: 7,
      receipts: [{ basisMinor: 250, rate: { amountMinor: 100, points: 3 }, rounding: 'floor' }],
    });
  });

  it('10: beyond a cap are rows of nothing, with the reason and the time of the next', async () => {
    await given(rule('survey', { limit: { count: 1, every: 'week' } }));
    expect(await report({ dedupeKey: '1', kind: 'survey' })).toMatchObject({
      points: 10,
      limits: [{ ruleId: 'survey', limit: { kind: 'limitReachedUntil' } }],
    });
    expect(await report({ dedupeKey: '2', kind: 'survey' })).toMatchObject({ points: 0 });
    const [row] = await acts.history();
    expect(row).toMatchObject({
      points: 0,
      receipt: {
        desired: 10,
        awarded: 0,
        reason: 'limitReached',
        cap: { room: 0, until: '2026-11-23T00:00:00.000Z' },
      },
    });
  });

  it('that are taken back take their points back, and give room again', async () => {
    await given(rule('review', { limit: { count: 1, every: 'lifetime' } }));
    await report({ dedupeKey: 'r1', kind: 'review' });
    expect(await available()).toBe(10);
    expect((await world.merchant('DELETE', '/v1/activities/r1')).status).toBe(200);
    expect((await world.merchant('DELETE', '/v1/activities/r1')).status).toBe(200);
    expect(await available()).toBe(0);
    expect(await report({ dedupeKey: 'r2', kind: 'review' })).toMatchObject({ points: 10 });
  });

  it('know nothing of a review but that it is one', async () => {
    expectTypeOf<keyof ActivityFacts>().toEqualTypeOf<
      'kind' | 'name' | 'at' | 'amountMinor' | 'currency'
    >();
    await given(rule('review'), rule('photo', { points: { fixed: 3 } }));
    const refused = await report({ dedupeKey: 'r', kind: 'review', rating: 5 });
    expect(refused.status).toBe(400);
    expect(await report({ dedupeKey: 'r', kind: 'review' })).toMatchObject({ points: 10 });
    expect(await report({ dedupeKey: 'p', kind: 'photo' })).toMatchObject({ points: 3 });
  });

  it('of a browser need a nonce of the server, which works once, for one shopper and one rule', async () => {
    const follow = { network: 'Fediverse', url: 'https://example.social/@shop' };
    await given(rule('follow', { ...follow, limit: null }), rule('visit'), rule('survey'));
    const token = await world.token('ada');
    const ask = async (ruleId: string): Promise<{ nonce: string }> => {
      const body = { ruleId };
      const answer = await world.storefront('POST', '/me/activities/nonces', { token, body });
      return (await answer.json()) as { nonce: string };
    };
    const claim = async (ruleId: string, nonce: string, who = 'ada'): Promise<number> => {
      const by = { token: await world.token(who), body: { ruleId, nonce } };
      return (await world.storefront('POST', '/me/activities', by)).status;
    };
    const { nonce } = await ask('follow');
    expect(await claim('follow', nonce, 'bea')).toBe(409);
    expect(await claim('visit', nonce)).toBe(409);
    expect(await claim('follow', nonce)).toBe(201);
    expect(await claim('follow', nonce)).toBe(200);
    expect(await available()).toBe(10);
    // What the merchant must report, no browser can claim.
    expect(await ask('survey')).toMatchObject({ code: 'claimNotValid' });
    const late = await ask('follow');
    world.clock.at += 10 * 60_000 + 1;
    expect(await claim('follow', late.nonce)).toBe(409);
  });

  it('give a visit once a day', async () => {
    await given(rule('visit'));
    const visit = async (): Promise<void> => {
      const token = await world.token('ada');
      const body = { ruleId: 'visit' };
      const asked = await world.storefront('POST', '/me/activities/nonces', { token, body });
      const { nonce } = (await asked.json()) as { nonce: string };
      await world.storefront('POST', '/me/activities', { token, body: { ...body, nonce } });
    };
    for (const _ of [1, 2, 3]) await visit();
    expect(await available()).toBe(10);
    expect(await acts.history()).toHaveLength(1);
    acts.days(1);
    await visit();
    expect(await available()).toBe(20);
  });

  it('give a birthday once a year, on the day, to who comes and to who does not', async () => {
    await given(rule('birthday', { noticeDays: 7 }));
    expect((await patch({ birthday: '11-25' })).status).toBe(200);
    world.clock.at = Date.parse('2026-11-25T08:00:00Z');
    // Entered three days before, it counts from next year.
    expect(await available()).toBe(0);
    world.clock.at = Date.parse('2027-11-25T00:00:00Z');
    expect(await available()).toBe(10);
    expect(await available()).toBe(10);
    expect(await awardDueAnnualEvents(world.deps)).toBe(0);
    world.clock.at = Date.parse('2028-11-25T12:00:00Z');
    expect(await awardDueAnnualEvents(world.deps)).toBe(1);
    expect(await available()).toBe(20);
  });

  it.each([
    ['birthday', '2027-02-28T09:00:00Z'],
    ['birthday', '2028-02-29T09:00:00Z'],
    ['anniversary', '2029-02-28T09:00:00Z'],
    ['anniversary', '2032-02-29T09:00:00Z'],
  ] as const)('celebrate a %s of 29 February at %s, though nobody comes by', async (on, day) => {
    await given(rule(on));
    if (on === 'birthday') await patch({ birthday: '02-29' });
    else {
      world.clock.at = Date.parse('2028-02-29T12:00:00Z');
      await world.merchant('PUT', '/v1/shoppers/leap', {});
    }
    let celebrated = 0;
    for (let hour = -30; hour <= 80; hour += 1) {
      world.clock.at = Date.parse(day) + hour * 3_600_000;
      celebrated += await awardDueAnnualEvents(world.deps);
    }
    expect(celebrated).toBeGreaterThan(0);
    const who = on === 'birthday' ? 'ada' : 'leap';
    const answer = await world.merchant('GET', `/v1/shoppers/${who}`);
    const { balance } = (await answer.json()) as { balance: { available: number } };
    expect(balance.available).toBe(10);
  });

  it('keep a birthday from being changed more often than it comes', async () => {
    await given(rule('birthday'));
    await patch({ birthday: '02-29' });
    const again = await patch({ birthday: '03-01' });
    expect(await again.json()).toMatchObject({ status: 409, code: 'birthdayLocked' });
    expect((await patch({ birthday: '02-30' })).status).toBe(400);
    world.clock.at = Date.parse('2027-02-28T12:00:00Z');
    expect(await available()).toBe(10);
    acts.days(366);
    expect((await patch({ birthday: '03-01' })).status).toBe(200);
  });

  it('give an anniversary from the first year on', async () => {
    await given(rule('anniversary'));
    expect(await available()).toBe(0);
    world.clock.at = Date.parse('2027-11-22T10:00:00Z');
    expect(await available()).toBe(10);
  });

  it('give a complete profile and a subscription once', async () => {
    await given(rule('profile', { fields: ['name', 'birthday'] }), rule('newsletter'));
    await patch({ name: 'Ada' });
    expect(await available()).toBe(0);
    await patch({ birthday: '12-10', newsletter: true });
    expect(await available()).toBe(20);
    await patch({ newsletter: false });
    await patch({ newsletter: true, name: 'Ada L.' });
    expect(await available()).toBe(20);
  });

  it('of a blocked shopper earn nothing, and the points stay', async () => {
    await given(rule('survey'));
    await report({ dedupeKey: '1', kind: 'survey' });
    await world.merchant('PUT', '/v1/shoppers/ada', { blocked: true });
    expect(await report({ dedupeKey: '2', kind: 'survey' })).toMatchObject({
      code: 'shopperBlocked',
    });
    expect((await acts.me()).shopper.status).toBe('blocked');
    await world.merchant('PUT', '/v1/shoppers/ada', { blocked: false });
    expect(await report({ dedupeKey: '2', kind: 'survey' })).toMatchObject({ points: 10 });
    expect(await available()).toBe(20);
  });

  it('happen now when they are said to happen later', async () => {
    await given(rule('survey', { hold: { days: 1 } }));
    await report({ dedupeKey: '1', kind: 'survey', at: at(400) });
    acts.days(1);
    expect(await available()).toBe(10);
  });
});
