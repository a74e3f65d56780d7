import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import type { CaseDetail } from '@okaeri/shared/cases';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { TAKES_ALL } from '../../testing/marketing-acts.ts';
import { reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what becomes of cases with people, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram(), TAKES_ALL);
    acts = caseActsOf(world);
  });

  const asks = async (token: string, text = 'The mug is broken'): Promise<string> =>
    ((await (await acts.help(token, { text })).json()) as { id: string }).id;
  const touches = async (id: string): Promise<readonly TouchLine[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}/touches`);
    return ((await answer.json()) as { items: TouchLine[] }).items;
  };
  const exported = async (id: string): Promise<readonly CaseDetail[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}/export`);
    return ((await answer.json()) as { cases: CaseDetail[] }).cases;
  };

  it('who is blocked writes nothing and is written nothing, and takes theirs along and leaves all the same (E10)', async () => {
    const { id, token } = await acts.join();
    const caseId = await asks(token);
    await world.merchant('PUT', `/v1/shoppers/${id}`, { blocked: true });
    const refused = [
      await acts.help(token),
      await acts.say(token, caseId, 'Hello?'),
      await acts.solve(token, caseId, true),
    ];
    for (const answer of refused)
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'shopperBlocked' }]);
    expect(await acts.own(token)).toHaveLength(1);
    // What the shop answers stands in the case, and no e-mail tells of it.
    expect((await acts.write(caseId, { kind: 'reply', text: 'We look at it.' })).status).toBe(201);
    await acts.deliver();
    expect(await touches(id)).toMatchObject([
      { kind: 'caseReply', decision: 'dropped', reason: 'blocked' },
    ]);
    expect(await exported(id)).toHaveLength(1);
    expect((await world.merchant('DELETE', `/v1/shoppers/${id}`)).status).toBe(204);
  });

  it('of two who are one the later entries go into the earlier case, where both tokens lead (E11)', async () => {
    const [one, other] = [await acts.join(), await acts.join()];
    const earlier = await asks(one.token, 'Late');
    world.clock.at += 1000;
    const later = await asks(other.token, 'A rash');
    await acts.write(later, { kind: 'points', points: 30 });
    const into = await world.merchant('POST', `/v1/shoppers/${other.id}/merge`, { from: one.id });
    expect(into.status).toBe(200);
    const joined = await acts.read(later);
    expect(joined).toMatchObject({ id: earlier, severity: 'high', pointsGiven: 30 });
    const told = joined.entries.filter(({ kind }) => kind === 'message');
    expect(told.map(({ note }) => note)).toEqual(['Late', 'A rash']);
    for (const token of [one.token, other.token])
      expect((await acts.own(token)).map((own) => own.id)).toEqual([earlier]);
    expect(await acts.list(`?shopperId=${other.id}`)).toHaveLength(1);
    // Erased, it holds no word of either (E12).
    await world.merchant('DELETE', `/v1/shoppers/${other.id}`);
    const after = await acts.read(earlier);
    expect(after).toMatchObject({ state: 'closed', shopperId: null, title: null });
    expect(after.entries.every(({ note }) => note === null)).toBe(true);
  });

  it('what somebody takes along has every message and every note of the shop (E13)', async () => {
    const { id, token } = await acts.join();
    const caseId = await asks(token, 'Where is it?');
    await acts.write(caseId, { kind: 'note', text: 'Complains often' });
    await acts.write(caseId, { kind: 'reply', text: 'It is on its way' });
    const [own] = await exported(id);
    const told = own?.entries.flatMap(({ kind, note }) => (note === null ? [] : [[kind, note]]));
    expect(told).toEqual([
      ['message', 'Where is it?'],
      ['note', 'Complains often'],
      ['reply', 'It is on its way'],
    ]);
  });
});
