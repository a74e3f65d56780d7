import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../../platform/http/rate-policies.ts';
import { caseActsOf } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { surveyActsOf, surveyProgram } from '../../testing/survey-acts.ts';
import { openWorld } from '../../testing/world.ts';

describe.each(ENGINES)('what one shopper says, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  it('is at most sixty answers, choices and messages in ten minutes, of which one may take back and read all', async () => {
    const world = await openWorld(test.store, surveyProgram());
    const [acts, cases] = [surveyActsOf(world), caseActsOf(world)];
    await acts.member('ada');
    await acts.member('bea');
    await acts.run('nps');
    const token = await world.token('ada');
    const answer = (score: number, who = 'ada') =>
      acts.ask(who, 'PUT', '/nps/2026Q4', { answers: { score } });
    const choose = (state: string) =>
      world.storefront('PUT', '/me/consents', {
        token,
        body: { purpose: 'surveys', channel: 'page', state },
      });
    expect((await cases.help(token)).status).toBe(201);
    for (let said = 1; said < RATE_LIMITS.writes.points; said += 1) {
      const isEven = said % 2 === 0;
      const { status } = await (isEven ? answer(said % 10) : choose('given'));
      expect([said, status]).toEqual([said, 200]);
    }
    for (const over of [await answer(3), await choose('given'), await cases.help(token)])
      expect([over.status, over.headers.get('retry-after')]).toEqual([429, expect.any(String)]);
    // What opens, is read or is taken back is not said, and a no is always taken (L3).
    expect((await choose('withdrawn')).status).toBe(200);
    expect((await acts.ask('ada', 'POST', '/nps/2026Q4/open')).status).toBe(200);
    expect(await cases.own(token)).toHaveLength(1);
    expect((await acts.ask('ada', 'DELETE', '/nps/2026Q4')).status).toBe(204);
    expect((await answer(3, 'bea')).status).toBe(200);
  });
});
