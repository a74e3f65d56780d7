import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signLink } from '../../access/signed-links.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import {
  A_REVIEW,
  reviewActsOf,
  reviewProgram,
  type ReviewActs,
} from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('a guest whose address a member proves, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  /** A guest who bought, reviewed by the link of an e-mail, and wants no more of them. */
  const guestOf = async (email: string, orderId: string, productId: string): Promise<string> => {
    const delivered = { fulfilledAt: hours(-1), deliveredAt: hours(-1) };
    const lines = [aLine('a', 5000, { productId })];
    const shopper = { email, name: `Name ${email}` };
    await acts.put(orderId, anOrder({ ...delivered, shopper, lines }));
    const [row] = (await behind(
      test.url,
      `select id from shoppers where email_key = '${email}'`,
    )) as { id: string }[];
    const shopperId = row?.id ?? '';
    const link = { shopperId, orderId, confirmed: true, endsAt: null };
    const token = await signLink(world.deps, await world.shop(), { ...link, use: 'review' });
    const body = { ...A_REVIEW, name: 'Gina' };
    const path = `/me/reviews/${productId}`;
    expect((await world.storefront('PUT', path, { token, body })).status).toBe(201);
    expect((await unsubscribe(shopperId)).status).toBe(200);
    return shopperId;
  };
  const unsubscribe = async (shopperId: string, again = false): Promise<Response> => {
    const link = { shopperId, orderId: null, confirmed: false, endsAt: null };
    const token = await signLink(world.deps, await world.shop(), { ...link, use: 'unsubscribe' });
    const path = `/unsubscribe/${world.keys.publicKey}/${token}`;
    return world.request(path, { method: 'POST', body: again ? 'again=yes' : '' });
  };
  const prove = (who: string, email: string) => acts.me(who, { email, email_verified: true });
  const refuses = async (who: string): Promise<unknown> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${who}/affairs`);
    return ((await answer.json()) as { refuses: unknown }).refuses;
  };

  it('becomes the member, with points, reviews and what they refuse', async () => {
    await guestOf('gina@x.example', 'g1', 'mug');
    const { balance } = await prove('gina', 'gina@x.example');
    expect(balance).toMatchObject({ available: 100 });
    expect(await refuses('gina')).toEqual(['reviewRequest']);
    const mine = await acts.own('gina', 'GET', '');
    expect(await mine.json()).toMatchObject({ reviews: [{ productId: 'mug' }] });
    expect((await acts.history('gina')).filter(({ points }) => points === 0)).toEqual([]);
  });

  it('unsubscribes the member by a link of before, and wants to be asked again by it', async () => {
    const former = await guestOf('lena@x.example', 'l1', 'pot');
    await prove('lena', 'lena@x.example');
    await unsubscribe(former, true);
    expect(await refuses('lena')).toEqual([]);
    await unsubscribe(former);
    expect(await refuses('lena')).toEqual(['reviewRequest']);
    const left = await behind(
      test.url,
      `select purpose from consents where shopper_id = '${former}'`,
    );
    expect(left).toEqual([]);
  });

  it('leaves no refusal behind by a link of somebody who was erased', async () => {
    const former = await guestOf('mona@x.example', 'm1', 'jug');
    expect((await world.merchant('DELETE', `/v1/guests/${former}`)).status).toBe(204);
    expect((await unsubscribe(former)).status).toBe(200);
    const left = await behind(
      test.url,
      `select purpose from consents where shopper_id = '${former}'`,
    );
    expect(left).toEqual([]);
  });

  it('is forgotten with the member: name, address and words', async () => {
    expect((await acts.list('mug')).items).toHaveLength(1);
    expect((await world.merchant('DELETE', '/v1/shoppers/gina')).status).toBe(204);
    const named =
      "select id from shoppers where email = 'gina@x.example' or name like '%gina@x.example'";
    expect(await behind(test.url, named)).toEqual([]);
    expect((await acts.list('mug')).items).toEqual([]);
  });
});
