import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WAVE = '/nps/2026Q4';

describe.each(ENGINES)('cases of answers to surveys, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let cases: CaseActs;
  let surveys: SurveyActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, surveyProgram());
    cases = caseActsOf(world);
    surveys = surveyActsOf(world);
    for (const who of ['ada', 'bea', 'sue']) await surveys.member(who);
    await surveys.run('nps');
    await surveys.jobs();
  });
  const after = async (ms: number): Promise<number> => {
    world.clock.at += ms;
    await cases.deliver();
    return (await cases.list()).length;
  };

  it('open at once when an answer is complete, and one that is left an hour after it was saved last (E42)', async () => {
    const part = { complete: false };
    await surveys.answer('ada', WAVE, { score: 6 }, part);
    expect(await after(HOUR_MS - 1)).toBe(0);
    // Whoever goes on has another hour.
    await surveys.answer('ada', WAVE, { score: 6, why: 'Late' }, part);
    expect(await after(1)).toBe(0);
    expect(await after(HOUR_MS - 2)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await cases.list()).toMatchObject([{ reason: 'npsLow', title: 'Late', orderId: null }]);
    const sent = await surveys.answer('bea', WAVE, { score: 6, why: 'It broke.' });
    expect(sent).toMatchObject({ caseOpened: true });
    expect(await after(0)).toBe(2);
    expect(await surveys.answer('sue', WAVE, { score: 7 })).toMatchObject({ caseOpened: false });
    expect(await after(2 * HOUR_MS)).toBe(2);
  });

  it('are none where what was left is changed or taken back within the hour (E41, E42)', async () => {
    await surveys.answer('ada', WAVE, { score: 0, why: 'Late' }, { complete: false });
    await surveys.answer('bea', WAVE, { score: 0, why: 'Late' }, { complete: false });
    expect(await after(HOUR_MS / 2)).toBe(0);
    await surveys.answer('ada', WAVE, { score: 9 }, { complete: false });
    expect((await surveys.ask('bea', 'DELETE', WAVE)).status).toBe(204);
    expect(await after(3 * HOUR_MS)).toBe(0);
  });

  it('note a better score, and go on without the words once the answer is taken back (E41, E42)', async () => {
    await surveys.answer('ada', WAVE, { score: 2, why: 'A rash on my hand' });
    expect(await after(0)).toBe(1);
    const [one] = await cases.list();
    const id = one?.id ?? '';
    expect(one).toMatchObject({ severity: 'high', state: 'open' });
    world.clock.at += 1000;
    await surveys.answer('ada', WAVE, { score: 9 });
    await after(0);
    const better = await cases.read(id);
    expect(better.state).toBe('open');
    expect(better.entries.at(-1)).toMatchObject({ kind: 'signal', data: { score: 9 } });
    world.clock.at += 1000;
    await surveys.ask('ada', 'DELETE', WAVE);
    await after(0);
    const gone = await cases.read(id);
    expect(gone).toMatchObject({ state: 'open', title: null });
    expect(gone.entries.at(-1)).toMatchObject({ kind: 'signal', data: { withdrawn: true } });
    expect(JSON.stringify(gone)).not.toContain('rash');
  });
});
