import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFigures } from '@okaeri/shared/case-figures';
import type { WebhookBody } from '@okaeri/shared/webhooks';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewProgram } from '../../testing/review-acts.ts';
import { openWebhooks, typesOf } from '../../testing/webhook-acts.ts';
import { openReceiver } from '../../testing/webhook-receiver.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('cases in time, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram());
    acts = caseActsOf(world);
  });
  const refusal = async (answer: Promise<Response>): Promise<[number, string]> => {
    const given = await answer;
    return [given.status, ((await given.json()) as { code: string }).code];
  };
  const resolve = (id: string) => acts.write(id, { kind: 'state', state: 'resolved' });

  it('are due by working time, later by what was spent waiting, and late once (E45)', async () => {
    // TODAY is a Sunday: the shop opens on Monday at nine.
    const nineToFive = [{ from: '09:00', to: '17:00' }];
    const openingHours = {
      mon: nineToFive,
      tue: nineToFive,
      wed: nineToFive,
      thu: nineToFive,
      fri: nineToFive,
    };
    await acts.settle({ openingHours });
    world.clock.at = Date.parse('2026-11-20T16:00:00Z');
    const { id } = await acts.join();
    const opened = await acts.open(id, { severity: 'high' });
    expect(opened.dueAt).toBe('2026-11-23T12:00:00.000Z');
    world.clock.at = Date.parse('2026-11-23T09:30:00Z');
    await acts.write(opened.id, { kind: 'state', state: 'waiting' });
    world.clock.at = Date.parse('2026-11-23T11:30:00Z');
    await acts.tick();
    await acts.write(opened.id, { kind: 'state', state: 'open' });
    expect((await acts.read(opened.id)).dueAt).toBe('2026-11-23T14:00:00.000Z');
    // Hours that are changed later move no time that stands.
    await acts.settle({});
    expect((await acts.read(opened.id)).dueAt).toBe('2026-11-23T14:00:00.000Z');
    world.clock.at = Date.parse('2026-11-23T13:59:59Z');
    await acts.tick();
    expect(await acts.list('?overdue=true')).toEqual([]);
    world.clock.at = Date.parse('2026-11-23T14:00:00Z');
    await acts.tick();
    await acts.tick();
    const late = await acts.read(opened.id);
    expect(late.overdue).toBe(true);
    expect(late.entries.filter(({ data }) => data['overdue'] === true)).toHaveLength(1);
    expect((await acts.list('?overdue=true')).map((one) => one.id)).toEqual([opened.id]);
  });

  it('are followed up by yes, by no and by nothing within thirty days (E46)', async () => {
    const { id, token } = await acts.join();
    const { id: caseId } = (await (await acts.help(token)).json()) as { id: string };
    expect(await refusal(acts.solve(token, caseId, true))).toEqual([409, 'caseState']);
    await resolve(caseId);
    expect((await acts.own(token))[0]?.asks).toBe(false);
    world.clock.at += 7 * DAY_MS;
    const fresh = await world.token(id, { email: `${id}@x.example` });
    expect((await acts.own(fresh))[0]?.asks).toBe(true);
    expect((await acts.solve(fresh, caseId, false)).status).toBe(200);
    expect((await acts.solve(fresh, caseId, false)).status).toBe(200);
    expect(await acts.read(caseId)).toMatchObject({ state: 'open', reopened: 1, solved: false });
    await resolve(caseId);
    expect((await acts.solve(fresh, caseId, true)).status).toBe(200);
    expect(await acts.read(caseId)).toMatchObject({ state: 'closed', solved: true });
    const other = await acts.open(id);
    await resolve(other.id);
    world.clock.at += 30 * DAY_MS - 1;
    await acts.tick();
    expect((await acts.read(other.id)).state).toBe('resolved');
    world.clock.at += 1;
    await acts.tick();
    expect(await acts.read(other.id)).toMatchObject({ state: 'closed', solved: null });
    const answer = await world.merchant('GET', '/v1/cases/figures');
    const { months } = (await answer.json()) as CaseFigures;
    const told = months.find(({ opened }) => opened > 0);
    expect(told?.recovered).toMatchObject({ n: 1, share: 1 });
  });

  it('are told to webhooks without a word of anybody (E42, E45, E46)', async () => {
    const receiver = await openReceiver();
    try {
      const hooks = await openWebhooks(test.store, receiver);
      const told = caseActsOf(hooks.world);
      const { id } = await told.join();
      const { id: caseId } = await told.open(id, { text: 'A secret of theirs' });
      const move = (state: string) => told.write(caseId, { kind: 'state', state });
      hooks.world.clock.at += 30 * HOUR_MS;
      await told.tick();
      for (const state of ['resolved', 'open', 'resolved', 'closed']) await move(state);
      const arrivals = (await hooks.deliver()).filter(({ body }) => body.includes('"case.'));
      expect(typesOf(arrivals)).toEqual([
        'case.closed',
        'case.opened',
        'case.overdue',
        'case.reopened',
        'case.resolved',
        'case.resolved',
      ]);
      for (const arrival of arrivals) {
        const { data } = JSON.parse(arrival.body) as WebhookBody;
        expect(data).toMatchObject({ shopperId: id, caseId, reason: 'byHand', orderId: null });
        expect(arrival.body).not.toContain('secret of');
      }
    } finally {
      await receiver.close();
    }
  });
});
