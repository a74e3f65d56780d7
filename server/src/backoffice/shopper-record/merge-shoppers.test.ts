import { DAY_MS } from '../../platform/lib/clock.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signLink } from '../../access/signed-links.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('two shoppers who become one, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
  });
  afterAll(() => test.dispose());

  const merge = async (into = 'new', from = 'old'): Promise<void> => {
    const merged = await world.merchant('POST', `/v1/shoppers/${into}/merge`, { from });
    expect(merged.status).toBe(200);
  };
  const idOf = async (externalId: string): Promise<string> => {
    const { shopId } = world.keys;
    const found = await behind(
      test.url,
      `select id from shoppers where external_id = '${externalId}' and shop_id = '${shopId}'`,
    );
    return (found[0] as { id: string }).id;
  };
  const ask = (who: string, method: string, path: string, body?: unknown): Promise<Response> =>
    world.token(who).then((token) => world.storefront(method, path, { token, body }));

  it('are answered once by a key that was used before', async () => {
    await acts.put('1', anOrder({ shopper: { id: 'old' }, lines: [aLine('a', 200_000)] }));
    await acts.put('2', anOrder({ shopper: { id: 'new' } }));
    const first = await acts.take('key', 'old');
    await merge();
    const again = await acts.redeem('key', 'old');
    expect(again.headers.get('idempotency-hit')).toBe('true');
    expect(await again.json()).toMatchObject({ id: first.id });
    // Where both have used it, the one who stays is answered as they were.
    await acts.put('3', anOrder({ shopper: { id: 'third' }, lines: [aLine('a', 200_000)] }));
    await acts.take('key', 'third');
    await merge('new', 'third');
    expect(await (await acts.redeem('key', 'third')).json()).toMatchObject({ id: first.id });
  });

  it('keep each time they were spoken to, and what either dismissed is shown to neither', async () => {
    const contact = { kind: 'nextStep', subject: 'o1' };
    for (const who of ['old', 'new']) {
      await acts.put(`o-${who}`, anOrder({ shopper: { id: who } }));
      await ask(who, 'POST', '/me/contacts', contact);
      world.clock.at += 1000;
    }
    await ask('old', 'POST', '/me/contacts/dismiss', contact);
    const { shopId } = world.keys;
    const old = await idOf('old');
    // More than are ever looked at.
    const many = Array.from({ length: 250 }, (_, i) => [
      `'${shopId}', 'k${i}', 'to_${i}', '${old}', 'nextStep', 'marketing', 'page', 'x${i}', 20, 'treated'`,
      `${i}, ${i}, ${i}, ${i}, 'shown', ${i}`,
    ]);
    await behind(
      test.url,
      `insert into touches (shop_id, key, id, shopper_id, kind, class, channel, subject, priority, arm, planned_at, due_at, valid_until, ask_at, decision, decided_at) values ${many.map((row) => `(${row.join(', ')})`).join(', ')}`,
    );
    await merge();
    const kept = await behind(
      test.url,
      `select subject, decided_at, dismissed_at from touches where shopper_id = '${await idOf('new')}' order by decided_at desc`,
    );
    expect(kept).toHaveLength(252);
    const times = (kept as { decided_at: unknown; dismissed_at: unknown }[]).slice(0, 2);
    expect(times.map(({ decided_at: at }) => Number(at))).toEqual([
      world.clock.at - 1000,
      world.clock.at - 2000,
    ]);
    expect(times.map(({ dismissed_at: at }) => Number(at))).toEqual([0, world.clock.at]);
    world.clock.at += 400 * DAY_MS;
    const again = await ask('new', 'POST', '/me/contacts', contact);
    expect(await again.json()).toEqual({ allowed: false });
  });

  it('keep what they refuse since when they refused it', async () => {
    await acts.put('1', anOrder({ shopper: { id: 'old' } }));
    await acts.put('2', anOrder({ shopper: { id: 'new' } }));
    const link = { use: 'unsubscribe', shopperId: await idOf('old'), orderId: null } as const;
    const signed = { ...link, confirmed: false, endsAt: null };
    const token = await signLink(world.deps, await world.shop(), signed);
    await world.request(`/unsubscribe/${world.keys.publicKey}/${token}`, { method: 'POST' });
    const at = world.clock.at;
    world.clock.at += 1000;
    await merge();
    const kept = await behind(
      test.url,
      `select at from consents where state = 'withdrawn' and source <> 'merge' and shopper_id = '${await idOf('new')}'`,
    );
    expect(kept.map((row) => Number((row as { at: unknown }).at))).toEqual([at]);
  });

  it('have one voice about each review, and none about their own', async () => {
    for (const who of ['ann', 'old', 'new', 'other']) await acts.receive(who, `o-${who}`, ['mug']);
    const { id } = await acts.write('ann', 'mug');
    const own = await acts.write('new', 'mug', { body: 'It broke in my hands on the first day.' });
    for (const who of ['old', 'new', 'other']) {
      await ask(who, 'PUT', `/reviews/${id}/vote`);
      const report = await ask(who, 'PUT', `/reviews/${id}/report`, { reason: 'spam' });
      expect(report.ok).toBe(true);
    }
    await ask('old', 'PUT', `/reviews/${own.id}/vote`);
    await merge();
    const { items } = await acts.list('mug');
    const helpful = Object.fromEntries(items.map((review) => [review.id, review.helpful]));
    expect(helpful).toEqual({ [id]: 2, [own.id]: 0 });
    const reports = await behind(test.url, `select reports from reviews where id = '${id}'`);
    expect(reports).toEqual([{ reports: expect.anything() as unknown }]);
    expect(Number((reports[0] as { reports: unknown }).reports)).toBe(2);
    // Their voice can be taken back, by whichever name.
    await ask('old', 'DELETE', `/reviews/${id}/vote`);
    expect((await acts.list('mug')).items.find((review) => review.id === id)?.helpful).toBe(1);
    await merge('ann', 'new');
    const left = await behind(test.url, `select shopper_id from review_reports`);
    expect(left).toEqual([{ shopper_id: await idOf('other') }]);
  });

  it('have one voice about each answer, and none about their own', async () => {
    for (const who of ['ann', 'old', 'new']) await acts.receive(who, `o-${who}`, ['mug']);
    const asked = await ask('ann', 'POST', '/products/mug/questions', { body: 'Is it heavy?' });
    const question = (await asked.json()) as { id: string };
    const path = `/questions/${question.id}/answers`;
    const said = await ask('ann', 'POST', path, { body: 'No, it is as light as a feather.' });
    const answer = (await said.json()) as { id: string };
    for (const who of ['old', 'new'])
      expect((await ask(who, 'PUT', `/questions/${answer.id}/vote`)).ok).toBe(true);
    const votes = async (): Promise<number[]> => {
      const found = await behind(test.url, `select helpful from posts where id = '${answer.id}'`);
      return found.map((row) => Number((row as { helpful: unknown }).helpful));
    };
    expect(await votes()).toEqual([2]);
    await merge();
    expect(await votes()).toEqual([1]);
    await merge('new', 'ann');
    expect(await votes()).toEqual([0]);
    expect(await behind(test.url, 'select post_id from post_votes')).toEqual([]);
  });

  it('are given what either was offered for a review', async () => {
    await acts.receive('old', '1', ['mug']);
    await acts.put('2', anOrder({ shopper: { id: 'new' } }));
    expect((await acts.own('old', 'POST', '/mug/open', {})).ok).toBe(true);
    await merge();
    await world.publish({ ...reviewProgram(), earning: reviewProgram().earning.slice(0, 1) });
    const review = await acts.write('old', 'mug');
    expect(review.offer).toMatchObject({ points: 50 });
  });

  it('object to suggestions where one of them does', async () => {
    for (const [who, personalised] of [
      ['old', false],
      ['new', true],
    ] as const)
      await world.merchant('PUT', `/v1/shoppers/${who}`, { personalised });
    await acts.put('1', anOrder({ shopper: { id: 'old' } }));
    await merge();
    expect((await acts.me('new')).shopper).toMatchObject({ personalised: false });
  });

  it('gather no tastes once they were erased', async () => {
    const lines = [aLine('a', 5000, { tags: ['tea'] })];
    await acts.put('1', anOrder({ shopper: { id: 'new' }, lines }));
    expect((await world.merchant('DELETE', '/v1/shoppers/new')).status).toBe(204);
    await acts.put('2', anOrder({ shopper: { id: 'new' }, lines }));
    const found = await behind(
      test.url,
      `select cast(tastes as text) as tastes from shoppers where shop_id = '${world.keys.shopId}'`,
    );
    expect(JSON.stringify(found)).not.toContain('tea');
  });
});
