import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

// 2026-11-22, in the fourth quarter.
describe.each(ENGINES)('when a survey closes, on $engine', ({ openTestStore }) => {
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
});
