import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { AN_NPS, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('surveys as they are defined, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, surveyProgram());
    acts = surveyActsOf(world);
  });
  afterAll(() => test.dispose());

  const codeOf = async (answer: Response): Promise<string> =>
    ((await answer.json()) as { code: string }).code;
  const read = async (id: string) => (await world.merchant('GET', `/v1/surveys/${id}`)).json();

  it('are made with "s0" and changed with the tag that was read; every save is a version that stays (E3)', async () => {
    const made = await acts.put('nps', AN_NPS, 's0');
    expect([made.status, made.headers.get('etag')]).toEqual([200, '"s1"']);
    expect(await made.json()).toMatchObject({
      id: 'nps',
      version: 1,
      state: 'draft',
      sampleRate: 1,
      showsMax: 3,
      mailAfterDays: 3,
      openDays: 14,
    });
    expect(await codeOf(await acts.put('nps', AN_NPS, '"s0"'))).toBe('preconditionFailed');
    const changed = await acts.put('nps', { ...AN_NPS, name: 'Again' }, '"s1"');
    expect(await changed.json()).toMatchObject({ version: 2, name: 'Again' });
    expect(await read('nps?version=1')).toMatchObject({ version: 1, name: 'Recommend us' });
    const versions = await (await world.merchant('GET', '/v1/surveys/nps/versions')).json();
    expect(versions).toMatchObject({ items: [{ version: 2 }, { version: 1 }] });
    expect(await codeOf(await world.merchant('PUT', '/v1/surveys/nps', AN_NPS))).toBe(
      'preconditionRequired',
    );
  });

  it('are started, paused and ended, and the same again changes nothing (E3)', async () => {
    await acts.put('steps', AN_NPS);
    const states = [];
    for (const step of [
      'pause',
      'start',
      'start',
      'pause',
      'pause',
      'start',
      'end',
      'end',
    ] as const)
      states.push(((await (await acts.step('steps', step)).json()) as { state: string }).state);
    expect(states).toEqual([
      'draft',
      'running',
      'running',
      'paused',
      'paused',
      'running',
      'ended',
      'ended',
    ]);
    expect(await codeOf(await acts.step('steps', 'start'))).toBe('surveyClosed');
    expect(await codeOf(await acts.put('steps', AN_NPS, '"s1"'))).toBe('surveyClosed');
    expect(await codeOf(await acts.step('nobody', 'start'))).toBe('unknownSurvey');
  });

  it('are hidden when they are deleted, and their id is never used again (E3, E128)', async () => {
    await acts.put('gone', AN_NPS);
    expect((await world.merchant('DELETE', '/v1/surveys/gone')).status).toBe(204);
    expect(await codeOf(await world.merchant('GET', '/v1/surveys/gone'))).toBe('unknownSurvey');
    expect(await codeOf(await world.merchant('DELETE', '/v1/surveys/gone'))).toBe('unknownSurvey');
    for (const tag of ['"s0"', '"s1"'])
      expect(await codeOf(await acts.put('gone', AN_NPS, tag))).toBe('idUsed');
  });

  it('keep the kind they were made with, as scores of two kinds are no trend (E35)', async () => {
    await acts.put('kind', AN_NPS);
    const [score] = AN_NPS.questions;
    const csat = { ...AN_NPS, kind: 'csat', questions: [{ ...score, min: 1, max: 5 }] };
    expect((await acts.put('kind', csat, '"s1"')).status).toBe(400);
    const wrong = { ...AN_NPS, questions: [{ ...score, min: 1 }] };
    expect((await acts.put('kind', wrong, '"s1"')).status).toBe(400);
  });

  it('are at most surveysMax in a shop; those that were deleted are not counted', async () => {
    const { items } = (await (await world.merchant('GET', '/v1/surveys')).json()) as {
      items: unknown[];
    };
    for (let at = items.length; at < LIMITS.surveysMax; at += 1)
      expect((await acts.put(`many-${at}`, AN_NPS)).status).toBe(200);
    expect(await codeOf(await acts.put('one-more', AN_NPS))).toBe('tooManyDefinitions');
    await world.merchant('DELETE', `/v1/surveys/many-${LIMITS.surveysMax - 1}`);
    expect((await acts.put('one-more', AN_NPS)).status).toBe(200);
  });
});
