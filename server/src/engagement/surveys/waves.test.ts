import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { MySurveys } from '@okaeri/shared/surveys';
import { bucket } from '../../loyalty/contacts/bucket-rules.ts';
import { findExisting } from '../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import {
  A_CSAT,
  AN_NPS,
  surveyActsOf,
  surveyProgram,
  type SurveyActs,
} from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

// 2026-11-22, in the fourth quarter.
describe.each(ENGINES)('whom a survey asks, and when, on $engine', ({ openTestStore }) => {
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

  const idOf = async (who: string): Promise<string> => {
    const shopId = world.keys.shopId;
    const row = await world.deps.store.read((tx) => findExisting(tx, { shopId, externalId: who }));
    return row?.id ?? '';
  };
  const invited = async (who: string): Promise<unknown[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${who}/affairs`);
    return ((await answer.json()) as { surveyInvitations: unknown[] }).surveyInvitations;
  };
  const dismiss = async (who: string, touchId: string | undefined): Promise<void> => {
    const token = await world.token(who);
    await world.storefront('POST', `/me/touches/${touchId}/dismiss`, { token });
  };

  it('opens the wave of the calendar at once, named by its period, and draws whom the sample has (E32)', async () => {
    const people = Array.from({ length: 12 }, (_, at) => `s${at}`);
    for (const who of people) await acts.member(who);
    await acts.run('nps', { sampleRate: 0.5 });
    for (const who of people) {
      const isIn = bucket('wave:nps-2026Q4', await idOf(who)) < 0.5;
      expect(await invited(who)).toHaveLength(isIn ? 1 : 0);
      expect((await acts.ask(who, 'POST', '/nps/2026Q4/open')).status).toBe(isIn ? 200 : 404);
    }
    // A share that is raised later is for the next wave.
    await acts.put('nps', { ...AN_NPS, sampleRate: 1 }, '"s1"');
    await acts.jobs();
    const drawn = await Promise.all(people.map(async (who) => (await invited(who)).length));
    expect(drawn).toContain(0);
  });

  it('draws more than a page in pages, and who comes later waits for the next wave (E32)', async () => {
    for (let at = 0; at < 103; at += 1) await world.merchant('PUT', `/v1/shoppers/m${at}`, {});
    await acts.run('nps');
    await acts.jobs();
    await world.merchant('PUT', '/v1/shoppers/late', {});
    await acts.jobs();
    let drawn = 0;
    for (let at = 0; at < 103; at += 1) drawn += (await invited(`m${at}`)).length;
    expect([drawn, await invited('late')]).toEqual([103, []]);
    world.clock.at = Date.parse('2027-01-02T00:00:00Z');
    await acts.jobs();
    expect(await invited('late')).toMatchObject([{ wave: '2027Q1' }]);
  });

  it('opens a wave that begins during a pause when the survey resumes (E32)', async () => {
    await acts.member('ada');
    await acts.run('nps');
    await acts.step('nps', 'pause');
    world.clock.at = Date.parse('2027-01-02T00:00:00Z');
    await acts.jobs();
    expect(await invited('ada')).toHaveLength(1);
    await acts.step('nps', 'start');
    expect(await invited('ada')).toMatchObject([{ wave: '2027Q1' }, { wave: '2026Q4' }]);
  });

  it('invites nobody while the shop is closed, and who is started then is asked once it opens (E6)', async () => {
    const owner = await firstOwner(world);
    await acts.member('ada');
    expect((await acts.put('nps', AN_NPS)).ok).toBe(true);
    await owner.send('POST', '/v1/shop/close', { name: 'Test' });
    expect((await owner.send('POST', '/v1/surveys/nps/start')).status).toBe(200);
    await acts.jobs();
    await owner.send('POST', '/v1/shop/reopen');
    expect(await invited('ada')).toEqual([]);
    await acts.jobs();
    expect(await invited('ada')).toMatchObject([{ wave: '2026Q4' }]);
  });

  it('asks about fixed dates between them, named by the day it opens (E32)', async () => {
    await acts.member('ada');
    const opensAt = new Date(world.clock.at + 2 * DAY_MS).toISOString();
    const closesAt = new Date(world.clock.at + 6 * DAY_MS).toISOString();
    await acts.run('nps', { trigger: { kind: 'dates', opensAt, closesAt } });
    expect(await acts.next('ada')).toBeNull();
    await acts.pass(2);
    expect(await acts.next('ada')).toMatchObject({ surveyId: 'nps', wave: opensAt.slice(0, 10) });
    await acts.pass(4);
    expect(await acts.next('ada')).toBeNull();
  });

  it('names one of two that were never shown, and what was opened stands while the other waits (E33)', async () => {
    const mine = async (): Promise<string[]> => {
      const answer = (await (await acts.ask('ada', 'GET', '')).json()) as MySurveys;
      return answer.items.map(({ surveyId }) => surveyId);
    };
    await acts.member('ada');
    await acts.run('csat', A_CSAT);
    await acts.receive('ada', 'o1', ['mug']);
    await acts.pass(3);
    await acts.run('nps', { openDays: 60 });
    expect(await mine()).toEqual(['csat']);
    await acts.open('ada', '/csat/o1');
    expect(await mine()).toEqual(['csat']);
    expect(await acts.next('ada')).toMatchObject({ surveyId: 'csat' });
    await acts.answer('ada', '/csat/o1', { score: 5 });
    await acts.pass(29);
    expect(await mine()).toEqual([]);
    await acts.pass(1);
    expect(await mine()).toEqual(['nps']);
    // Whatever came to be shown at once, as by a link: the last one stands, and is answered again.
    await acts.receive('ada', 'o2', ['mug']);
    await acts.pass(3);
    await acts.open('ada', '/nps/2026Q4');
    world.clock.at += 1000;
    await acts.open('ada', '/csat/o2');
    expect(await acts.next('ada')).toMatchObject({ surveyId: 'csat', wave: 'o2' });
    expect(await mine()).toEqual(['csat']);
  });

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

  it('shows one survey to two devices that ask at once, and pays one answer (E2)', async () => {
    await acts.member('ada');
    await acts.run('nps');
    const seen = await Promise.all(Array.from({ length: 6 }, () => acts.next('ada')));
    expect(new Set(seen.map((touch) => touch?.id)).size).toBe(1);
    expect(await invited('ada')).toMatchObject([{ shows: 1 }]);
    const sent = await Promise.all(
      [9, 3, 9, 3].map((score) => acts.answer('ada', '/nps/2026Q4', { score })),
    );
    expect(sent.map(({ points }) => points)).toEqual([20, 20, 20, 20]);
    expect(await acts.points('ada')).toBe(70);
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

  it('asks a customer as such 30 days after the first parcel, and not before (E33)', async () => {
    await acts.member('old', 30);
    await acts.member('new', 29);
    await world.merchant('PUT', '/v1/shoppers/none', {});
    await acts.run('nps');
    expect(await acts.next('old')).toMatchObject({ kind: 'survey', subject: 'nps 2026Q4' });
    expect(await acts.next('new')).toBeNull();
    expect(await acts.next('none')).toBeNull();
    await acts.pass(1);
    expect(await acts.next('new')).not.toBeNull();
  });

  it('is one showing on two devices, and stops at a dismissal, which stops no answer (E33)', async () => {
    await acts.member('ada');
    await acts.run('nps');
    const seen = await acts.next('ada');
    expect(await acts.next('ada')).toEqual(seen);
    expect(await invited('ada')).toMatchObject([{ shows: 1, channel: 'page' }]);
    await dismiss('ada', seen?.id);
    await acts.pass(8);
    expect(await acts.next('ada')).toBeNull();
    expect(await acts.answer('ada', '/nps/2026Q4', { score: 9 })).toMatchObject({ points: 20 });
  });

  it('shows a survey so many times, each when the one before has stood a week (E33)', async () => {
    await acts.member('ada');
    await acts.run('nps', { showsMax: 2, openDays: 40 });
    await acts.next('ada');
    await acts.pass(7);
    expect(await acts.next('ada')).not.toBeNull();
    expect(await invited('ada')).toMatchObject([{ shows: 2 }]);
    await acts.pass(8);
    expect(await acts.next('ada')).toBeNull();
  });

  it('leaves 90 days between two of the customer as such, and 30 between any two (E33)', async () => {
    await acts.member('ada');
    await acts.run('nps', { trigger: { kind: 'relational', every: 'month' }, openDays: 90 });
    expect(await acts.next('ada')).toMatchObject({ wave: '2026-11' });
    await acts.run('csat', { ...A_CSAT, openDays: 60 });
    await acts.receive('ada', 'o1', ['mug']);
    await acts.jobs();
    const shown = world.clock.at;
    const nextAt = async (days: number, surveyId: string) => {
      world.clock.at = shown + days * DAY_MS;
      await acts.jobs();
      return (await acts.next('ada', { surveyId }))?.wave ?? null;
    };
    expect(await nextAt(29, 'csat')).toBeNull();
    expect(await nextAt(30, 'csat')).toBe('o1');
    // Its first wave still stands; another one is too soon after the first, and after the order's.
    expect(await nextAt(89, 'nps')).toBe('2026-11');
    expect(await nextAt(60 + 89, 'nps')).toBeNull();
  });

  it('takes forms that were opened in time for 24 hours more, and no others (E37)', async () => {
    for (const who of ['ada', 'bea']) await acts.member(who);
    await acts.run('nps');
    const { closesAt } = await acts.open('ada', '/nps/2026Q4');
    world.clock.at = Date.parse(closesAt) - 1;
    expect((await acts.ask('bea', 'POST', '/nps/2026Q4/open')).status).toBe(200);
    world.clock.at = Date.parse(closesAt) + LIMITS.surveyGraceHours * HOUR_MS - 1;
    expect(await acts.answer('ada', '/nps/2026Q4', { score: 3 })).toMatchObject({
      state: 'complete',
    });
    world.clock.at += 1;
    expect((await acts.ask('ada', 'PUT', '/nps/2026Q4', { answers: { score: 4 } })).status).toBe(
      409,
    );
    expect((await acts.ask('bea', 'PUT', '/nps/2026Q4', { answers: { score: 4 } })).status).toBe(
      409,
    );
  });

  it('closes at its end or when it is deleted, with the same 24 hours; a pause lets open forms go on (E3, E37)', async () => {
    for (const who of ['ada', 'bea', 'cleo']) await acts.member(who);
    await acts.run('nps');
    await acts.open('ada', '/nps/2026Q4');
    await acts.step('nps', 'pause');
    expect(await acts.answer('ada', '/nps/2026Q4', { score: 3 })).toMatchObject({
      state: 'complete',
    });
    expect((await acts.ask('bea', 'POST', '/nps/2026Q4/open')).status).toBe(409);
    expect(await acts.next('bea')).toBeNull();
    await acts.step('nps', 'start');
    await acts.open('bea', '/nps/2026Q4');
    await world.merchant('DELETE', '/v1/surveys/nps');
    expect((await acts.ask('cleo', 'POST', '/nps/2026Q4/open')).status).toBe(409);
    expect(await acts.answer('bea', '/nps/2026Q4', { score: 8 })).toMatchObject({ points: 20 });
    world.clock.at += DAY_MS;
    expect((await acts.ask('bea', 'PUT', '/nps/2026Q4', { answers: { score: 4 } })).status).toBe(
      409,
    );
  });

  it('lets people of the shop try it without drawing them, paying them or asking them (E9)', async () => {
    await acts.member('ada');
    await world.merchant('PUT', '/v1/shoppers/ada', { tags: ['staff'] });
    await acts.run('nps');
    expect(await invited('ada')).toEqual([]);
    expect(await acts.next('ada')).toBeNull();
    expect(await acts.open('ada', '/nps/2026Q4')).toMatchObject({ offer: null });
    expect(await acts.answer('ada', '/nps/2026Q4', { score: 1 })).toMatchObject({
      points: 0,
      caseOpened: false,
    });
  });
});
