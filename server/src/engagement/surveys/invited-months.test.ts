import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyResults } from '@okaeri/shared/survey-results';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { A_CSAT, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

// Clocks go back there on 1 November 2026, so that the one month begins at 04:00 UTC and the next at 05:00.
const ZONE = 'America/New_York';

describe.each(ENGINES)('who was invited after an order, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, { ...surveyProgram(), timeZone: ZONE });
    acts = surveyActsOf(world);
    await acts.run('after', { ...A_CSAT, openDays: 60 });
  });
  afterEach(async () => {
    expect(await verifySurveyCounts(world.deps, { shopId: world.keys.shopId })).toEqual([]);
    await test.dispose();
  });

  const invite = async (who: string, at: string): Promise<void> => {
    world.clock.at = Date.parse(at);
    await acts.receive(who, `o-${who}`, ['mug']);
    await acts.jobs();
  };
  const month = async (wave: string): Promise<Pick<SurveyResults, 'invited' | 'shown'> | null> => {
    const answer = await world.merchant('GET', `/v1/surveys/after/results?wave=${wave}`);
    if (answer.status === 404) return null;
    const { invited, shown } = (await answer.json()) as SurveyResults;
    return { invited, shown };
  };

  it('counts in the month of the programme’s zone, to its last millisecond, whether clocks change in it or not (E40)', async () => {
    await invite('ada', '2026-11-01T03:59:59.999Z');
    await invite('bea', '2026-11-01T04:00:00.000Z');
    await invite('cal', '2026-12-01T04:59:59.999Z');
    await invite('dan', '2026-12-01T05:00:00.000Z');
    expect(await month('2026-10')).toEqual({ invited: 1, shown: 0 });
    expect(await month('2026-11')).toEqual({ invited: 2, shown: 0 });
    expect(await month('2026-12')).toEqual({ invited: 1, shown: 0 });
  });

  it('is shown, merged and answered in the month of the invitation', async () => {
    await invite('ada', '2026-11-01T03:30:00Z');
    // First told of long ago, so that a survey may be shown.
    world.clock.at += 4 * DAY_MS;
    const path = '/after/o-ada';
    await acts.open('ada', path);
    expect(await month('2026-10')).toEqual({ invited: 1, shown: 1 });
    await world.merchant('PUT', '/v1/shoppers/bea', { email: 'bea@example.com' });
    await world.merchant('POST', '/v1/shoppers/bea/merge', { from: 'ada' });
    expect(await month('2026-10')).toEqual({ invited: 1, shown: 1 });
    expect(await month('2026-11')).toBeNull();
  });

  it('stays in its month when the programme’s zone is changed', async () => {
    await invite('ada', '2026-11-01T03:30:00Z');
    await world.publish({ ...surveyProgram(), timeZone: 'Asia/Tokyo' });
    world.clock.at += 4 * DAY_MS;
    await acts.open('ada', '/after/o-ada');
    expect(await month('2026-10')).toEqual({ invited: 1, shown: 1 });
  });
});
