import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MySurveys } from '@okaeri/shared/surveys';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { A_CSAT, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

// 2026-11-22, in the fourth quarter.
describe.each(ENGINES)('when a survey is shown, on $engine', ({ openTestStore }) => {
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
  const dismiss = async (who: string, touchId: string | undefined): Promise<void> => {
    const token = await world.token(who);
    await world.storefront('POST', `/me/touches/${touchId}/dismiss`, { token });
  };

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
});
