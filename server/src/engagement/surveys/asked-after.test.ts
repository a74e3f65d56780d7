import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { putOrder } from '../../loyalty/orders/put-order.ts';
import { inShop, rows } from '../../platform/store/statement.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { A_CSAT, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

const selectOutboxForTest = rows<{ shopId: string }>()('selectOutboxOfSurveysForTest', (db, t) =>
  db.select({ id: t.outbox.id }).from(t.outbox).where(inShop(t.outbox)),
);

// 2026-11-22, in the fourth quarter.
describe.each(ENGINES)('what a survey asks after, on $engine', ({ openTestStore }) => {
  let test: TestStore | undefined;
  let world: World;
  let acts: SurveyActs;
  beforeEach(async () => {
    test ??= await openTestStore();
    world = await openWorld(test.store, surveyProgram());
    acts = surveyActsOf(world);
  });
  afterEach(async () => {
    // Whatever was answered, drawn, merged or erased: the counts equal a recount (invariant 12).
    expect(await verifySurveyCounts(world.deps, { shopId: world.keys.shopId })).toEqual([]);
  });
  afterAll(() => test?.dispose());

  const invited = async (who: string): Promise<unknown[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${who}/affairs`);
    return ((await answer.json()) as { surveyInvitations: unknown[] }).surveyInvitations;
  };

  it('asks about an order some days after it came, once, and not about what is told a month late (E32, E7)', async () => {
    await acts.run('csat', A_CSAT);
    await acts.receive('ada', 'o1', ['mug']);
    await acts.member('bea', LIMITS.factLateDaysMax + 1);
    await acts.jobs();
    expect(await invited('bea')).toEqual([]);
    expect(await acts.next('ada')).toBeNull();
    expect((await acts.ask('ada', 'POST', '/csat/o1/open')).status).toBe(404);
    await acts.pass(3);
    expect(await acts.next('ada')).toMatchObject({ surveyId: 'csat', wave: 'o1' });
    await acts.receive('ada', 'o1', ['mug']);
    await acts.jobs();
    expect(await invited('ada')).toHaveLength(1);
  });

  it('asks about a case some days after it was put right (E32)', async () => {
    await acts.member('ada');
    await acts.run('ces', {
      ...A_CSAT,
      kind: 'ces',
      questions: A_CSAT.questions.map((one) => ({ ...one, max: 7 })),
      trigger: { kind: 'afterCase', afterDays: 1 },
    });
    const key = { 'idempotency-key': 'k' };
    const body = { shopperId: 'ada', reason: 'byHand', text: 'A cup was broken.' };
    const opened = await world.merchant('POST', '/v1/cases', body, key);
    const { id } = (await opened.json()) as { id: string };
    await acts.pass(1);
    expect(await acts.next('ada')).toBeNull();
    const resolved = { kind: 'state', state: 'resolved', outcome: 'replaced' };
    await world.merchant('POST', `/v1/cases/${id}/entries`, resolved, key);
    await acts.jobs();
    expect(await acts.next('ada')).toBeNull();
    await acts.pass(1);
    expect(await acts.next('ada')).toMatchObject({ surveyId: 'ces', wave: id });
    expect(await acts.answer('ada', `/ces/${id}`, { score: 7 })).toMatchObject({ points: 20 });
  });

  it('asks nobody about an order that was sent back before; after that, the answer stands and so do its points (E34)', async () => {
    await acts.run('csat', A_CSAT);
    for (const who of ['ada', 'bea']) await acts.receive(who, `o-${who}`, ['mug']);
    await acts.pass(3);
    const sentBack = async (who: string): Promise<void> => {
      const at = new Date(world.clock.at).toISOString();
      const state = anOrder({ shopper: { id: who }, updatedAt: at, cancelledAt: at });
      await world.merchant('PUT', `/v1/orders/o-${who}`, state);
    };
    await sentBack('ada');
    expect(await acts.next('ada')).toBeNull();
    expect((await acts.ask('ada', 'POST', '/csat/o-ada/open')).status).toBe(409);
    expect(await acts.next('bea')).toMatchObject({ wave: 'o-bea' });
    expect(await acts.answer('bea', '/csat/o-bea', { score: 5 })).toMatchObject({ points: 20 });
    await sentBack('bea');
    expect(await acts.points('bea')).toBe(20);
  });

  it('costs an order nothing where no survey listens, and one row when it arrives where one does (E15)', async () => {
    const rows = async (): Promise<readonly string[]> => {
      const shopId = world.keys.shopId;
      const found = await world.deps.store.read((tx) => tx.run(selectOutboxForTest, { shopId }));
      return found.map(({ id }) => id).filter((id) => id.startsWith('enter:'));
    };
    await acts.receive('ada', 'o1', ['mug']);
    await acts.run('csat', A_CSAT);
    await acts.step('csat', 'pause');
    const arrivedAt = new Date(world.clock.at).toISOString();
    await acts.receive('ada', 'o2', ['mug']);
    expect(await rows()).toEqual([]);
    await acts.step('csat', 'start');
    await acts.run('csat-too', { ...A_CSAT, name: 'Another about the same' });
    // That it has arrived was true before, whatever else is told of it now.
    world.clock.at += 1000;
    const updatedAt = new Date(world.clock.at).toISOString();
    const of = { shopper: { id: 'ada' }, placedAt: arrivedAt, paidAt: arrivedAt };
    const told = anOrder({ ...of, fulfilledAt: arrivedAt, deliveredAt: arrivedAt, updatedAt });
    expect((await world.merchant('PUT', '/v1/orders/o2', told)).ok).toBe(true);
    expect(await rows()).toEqual([]);
    // Paid, sent and delivered at once is one row for all of it, however many listen.
    await acts.receive('ada', 'o3', ['mug']);
    expect(await rows()).toHaveLength(1);
    for (let again = 0; again < 3; again += 1) await acts.jobs();
    expect(await invited('ada')).toHaveLength(2);
    expect(await rows()).toHaveLength(1);
  });

  it('asks about nothing that a file told of, however lately it came (E7)', async () => {
    await acts.run('csat', A_CSAT);
    const now = new Date(world.clock.at - DAY_MS).toISOString();
    const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
    const state = anOrder({ shopper: { id: 'ada' }, ...times });
    const shop = await world.shop();
    const told = { shop, orderId: 'o1', state, body: state };
    expect(await putOrder(world.deps, { ...told, imported: true })).toHaveProperty('ok');
    await acts.pass(5);
    expect(await invited('ada')).toEqual([]);
    // The same from the shop's backend is a fact of today.
    expect(await putOrder(world.deps, { ...told, orderId: 'o2' })).toHaveProperty('ok');
    await acts.jobs();
    expect(await invited('ada')).toHaveLength(1);
  });
});
