import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bucket } from '../../loyalty/contacts/bucket-rules.ts';
import { findExisting } from '../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { AN_NPS, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

// 2026-11-22, in the fourth quarter.
describe.each(ENGINES)('whom a survey asks, on $engine', ({ openTestStore }) => {
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
