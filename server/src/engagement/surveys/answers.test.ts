import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { AN_NPS, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

const WAVE = '/nps/2026Q4';
/** Points of the first order. */
const OWN = 50;

describe.each(ENGINES)('answering a survey, on $engine', ({ openTestStore }) => {
  let test: TestStore | undefined;
  let world: World;
  let acts: SurveyActs;
  beforeEach(async () => {
    test ??= await openTestStore();
    world = await openWorld(test.store, surveyProgram());
    acts = surveyActsOf(world);
    for (const who of ['ada', 'bea']) await acts.member(who);
    await acts.run('nps');
  });
  afterEach(async () => {
    // Whatever was answered, drawn, merged or erased: the counts equal a recount (invariant 12).
    expect(await verifySurveyCounts(world.deps, { shopId: world.keys.shopId })).toEqual([]);
  });
  afterAll(() => test?.dispose());

  const given = async (who: string) =>
    (await acts.open(who, WAVE)).response as { state: string; answers: object } | null;

  it('is the whole of it each time: what is not sent again is gone, and the same again changes nothing (E1, E36)', async () => {
    expect(await given('ada')).toBeNull();
    const first = await acts.answer('ada', WAVE, { score: 9, more: ' Nice ' }, { locale: 'en' });
    expect(first).toEqual({ state: 'complete', points: 20, ignored: [], caseOpened: false });
    expect(await acts.answer('ada', WAVE, { score: 9, more: 'Nice' })).toEqual(first);
    expect(await given('ada')).toMatchObject({ answers: { score: 9, more: 'Nice' } });
    await acts.answer('ada', WAVE, { score: 10 });
    expect(await given('ada')).toEqual({ state: 'complete', answers: { score: 10 } });
    expect(await acts.points('ada')).toBe(OWN + 20);
  });

  it('leaves out and names what other answers hide (E36)', async () => {
    const hidden = await acts.answer('ada', WAVE, { score: 9, why: 'Slow' });
    expect(hidden).toMatchObject({ ignored: ['why'] });
    expect(await given('ada')).toEqual({ state: 'complete', answers: { score: 9 } });
    const shown = await acts.answer('ada', WAVE, { score: 6, why: 'Slow' });
    expect(shown).toMatchObject({ ignored: [], caseOpened: true });
    expect(await given('ada')).toMatchObject({ answers: { score: 6, why: 'Slow' } });
  });

  it('is saved as one goes, without points until it is complete, and stays complete then (E36)', async () => {
    const partial = await acts.answer('ada', WAVE, { more: 'Hm' }, { complete: false });
    expect(partial).toMatchObject({ state: 'partial', points: 0 });
    expect((await acts.ask('ada', 'PUT', WAVE, { answers: { more: 'Hm' } })).status).toBe(400);
    expect(await acts.points('ada')).toBe(OWN);
    expect(await acts.answer('ada', WAVE, { score: 8 })).toMatchObject({ state: 'complete' });
    const less = await acts.answer('ada', WAVE, { score: 7 }, { complete: false });
    expect(less).toMatchObject({ state: 'complete', points: 20 });
    const emptied = await acts.ask('ada', 'PUT', WAVE, { complete: false, answers: {} });
    expect(emptied.status).toBe(400);
    expect(await emptied.json()).toMatchObject({
      errors: [{ path: 'answers.score', code: 'missing' }],
    });
  });

  it.each([
    ['beyond the scale', { score: 11 }],
    ['between two points', { score: 7.5 }],
    ['of another kind', { score: 'nine' }],
    ['to no question of it', { score: 9, other: 'x' }],
  ])('is refused where an answer is %s', async (_case, answers) => {
    expect((await acts.ask('ada', 'PUT', WAVE, { answers })).status).toBe(400);
    expect(await given('ada')).toBeNull();
  });

  it('is asked as the version the invitation was drawn with (E35)', async () => {
    const [score] = AN_NPS.questions;
    await acts.put('nps', { ...AN_NPS, questions: [score] }, '"s1"');
    expect(await acts.open('ada', WAVE)).toMatchObject({ version: 1, questions: [{}, {}, {}] });
    expect(await acts.answer('ada', WAVE, { score: 9, more: 'x' })).toMatchObject({ ignored: [] });
  });

  it('pays what the form offered when it was opened first, also once the rule has gone (E38)', async () => {
    expect(await acts.open('ada', WAVE)).toMatchObject({ offer: { points: 20 } });
    await world.publish(surveyProgram(99));
    expect(await acts.open('ada', WAVE)).toMatchObject({ offer: { points: 20 } });
    expect(await acts.open('bea', WAVE)).toMatchObject({ offer: { points: 99 } });
    await world.publish({ ...surveyProgram(), earning: [] });
    expect(await acts.answer('ada', WAVE, { score: 0 })).toMatchObject({ points: 20 });
    expect(await acts.answer('bea', WAVE, { score: 10 })).toMatchObject({ points: 99 });
  });

  it('can be taken back with its points and words, and given again while the wave is open (E36, E38, E41)', async () => {
    await acts.answer('ada', WAVE, { score: 3, why: 'Late' });
    const withdraw = async () => (await acts.ask('ada', 'DELETE', WAVE)).status;
    expect([await withdraw(), await withdraw()]).toEqual([204, 204]);
    expect(await acts.points('ada')).toBe(OWN);
    expect(await given('ada')).toEqual({ state: 'withdrawn', answers: {} });
    // Who has answered and taken it back is not asked again.
    expect(await acts.next('ada')).toBeNull();
    expect(await acts.answer('ada', WAVE, { score: 9 })).toMatchObject({ points: 20 });
    expect(await acts.points('ada')).toBe(OWN + 20);
    await acts.ask('ada', 'DELETE', WAVE);
    await acts.pass(14);
    expect((await acts.ask('ada', 'PUT', WAVE, { answers: { score: 9 } })).status).toBe(409);
  });

  it('is refused to who is blocked, but never taking it back (E10)', async () => {
    await acts.answer('ada', WAVE, { score: 9 });
    await world.merchant('PUT', '/v1/shoppers/ada', { blocked: true });
    const blocked = await acts.ask('ada', 'PUT', WAVE, { answers: { score: 8 } });
    expect([blocked.status, await blocked.json()]).toMatchObject([403, { code: 'shopperBlocked' }]);
    expect((await acts.ask('ada', 'DELETE', WAVE)).status).toBe(204);
  });

  it('can be taken back in a shop that is closed, where nothing else goes on (E6)', async () => {
    await acts.answer('ada', WAVE, { score: 9 });
    const owner = await firstOwner(world);
    await owner.send('POST', '/v1/shop/close', { name: 'Test' });
    const closed = await acts.ask('bea', 'PUT', WAVE, { answers: { score: 8 } });
    expect([closed.status, await closed.json()]).toMatchObject([403, { code: 'shopClosed' }]);
    expect((await acts.ask('ada', 'DELETE', WAVE)).status).toBe(204);
    await owner.send('POST', '/v1/shop/reopen');
    expect(await given('ada')).toMatchObject({ state: 'withdrawn' });
    await acts.jobs();
  });

  it('is words and nothing else, whatever they look like (invariant 20)', async () => {
    const more = '<img src=x onerror=alert(1)> {{7*7}} =1+1 "\\';
    await acts.answer('ada', WAVE, { score: 9, more });
    expect(await given('ada')).toMatchObject({ answers: { more } });
    const exported = await (await world.merchant('GET', '/v1/shoppers/ada/export')).json();
    expect(JSON.stringify(exported)).toContain(JSON.stringify(more).slice(1, -1));
  });

  it('lists what may be answered, and what may still be changed', async () => {
    const mine = async () => (await (await acts.ask('ada', 'GET', '')).json()) as object;
    expect(await mine()).toMatchObject({ items: [{ wave: '2026Q4', state: null }] });
    await acts.answer('ada', WAVE, { score: 9 });
    expect(await mine()).toMatchObject({ items: [{ state: 'complete' }] });
    await acts.pass(16);
    expect(await mine()).toEqual({ items: [], outcomes: [], quotations: [] });
  });
});
