import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import { signLink } from '../../access/signed-links.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { GIVEN, openConsents, type ConsentActs } from '../../testing/consent-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { askFor } from '../../testing/marketing-acts.ts';
import type { World } from '../../testing/world.ts';
import { findExisting } from '../shoppers/lock-shopper.ts';

describe.each(ENGINES)('messages that somebody asks for, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let acts: ConsentActs;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    acts = await openConsents(test.store);
    world = acts.world;
  });

  const log = async (id: string): Promise<readonly TouchLine[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}/touches`);
    return ((await answer.json()) as { items: TouchLine[] }).items;
  };
  const report = (touchId: string | undefined, kind: 'hardBounce' | 'complaint') => {
    const at = new Date(world.clock.at).toISOString();
    const events = [{ messageId: `<${touchId}@x.example>`, kind, at }];
    return world.merchant('POST', '/v1/mail/events', { events });
  };
  const suppressed = async (emails: readonly string[]): Promise<readonly string[]> => {
    const answer = await world.merchant('POST', '/v1/contacts/suppressions/lookup', { emails });
    return ((await answer.json()) as { items: { email: string }[] }).items.map(
      ({ email }) => email,
    );
  };
  /** A code is sent to the address that a link of an e-mail went to. */
  const askForCode = async (externalId: string): Promise<Response> => {
    const shop = await world.shop();
    const row = await world.deps.store.read((tx) =>
      findExisting(tx, { shopId: shop.id, externalId }),
    );
    const of = { shopperId: row?.id ?? '', orderId: 'o1', confirmed: false, endsAt: null };
    const token = await signLink(world.deps, shop, { ...of, use: 'review' });
    return world.storefront('POST', '/me/reviews/confirmation', { token });
  };

  it('stand in the log: the question whether one agreed, once a day, and a code for an address (E17, E25)', async () => {
    const { id, token, email } = await acts.join();
    await acts.choose(token, GIVEN);
    await acts.deliver();
    await acts.deliver();
    world.clock.at += DAY_MS;
    const again = await world.token(id, { email });
    await acts.choose(again, GIVEN);
    await acts.deliver();
    expect((await askForCode(id)).status).toBe(200);
    await acts.deliver();
    expect((await log(id)).map((one) => [one.kind, one.class, one.decision])).toEqual([
      ['addressCode', 'service', 'sent'],
      ['consentConfirm', 'service', 'sent'],
      ['consentConfirm', 'service', 'sent'],
    ]);
    expect(acts.mailsTo(email).map(({ messageId }) => messageId)).toEqual(
      (await log(id)).toReversed().map((one) => expect.stringContaining(`<${one.id}@`)),
    );
  });

  it('are not stopped by a bounce or a complaint of before, but by the shop’s own word (E29)', async () => {
    const { id, token, email } = await acts.join();
    await acts.choose(token, GIVEN);
    await acts.deliver();
    const [first] = await log(id);
    await report(first?.id, 'hardBounce');
    await report(first?.id, 'complaint');
    expect(await suppressed([email])).toEqual([email, email]);
    await askForCode(id);
    await acts.deliver();
    expect((await log(id))[0]).toMatchObject({ kind: 'addressCode', decision: 'sent' });
    expect(await askFor(world.deps, world, { id })).toMatchObject({ reason: 'suppressed' });
    await world.merchant('POST', '/v1/contacts/suppressions', { email });
    await askForCode(id);
    await acts.deliver();
    expect((await log(id))[0]).toMatchObject({ decision: 'dropped', reason: 'suppressed' });
    expect(acts.mailsTo(email)).toHaveLength(2);
  });

  it('say to nobody else what they were asked: withdrawn meanwhile, none is sent, and the log says so (E25)', async () => {
    const { id, token, email } = await acts.join();
    await acts.choose(token, GIVEN);
    world.clock.at += 1000;
    await acts.choose(token, { ...GIVEN, state: 'withdrawn', wordingId: null });
    await acts.deliver();
    expect(acts.mailsTo(email)).toEqual([]);
    expect(await log(id)).toMatchObject([{ decision: 'dropped', reason: 'subjectGone' }]);
  });

  it('and any other are reported about by the address they went to, whatever theirs is by then (E29)', async () => {
    const { id, token, email } = await acts.join({ email_verified: true });
    await acts.choose(token, GIVEN);
    const asked = await askFor(world.deps, world, { id });
    expect(asked).toMatchObject({ decision: 'sent' });
    const moved = `moved-${email}`;
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: moved });
    await report('row' in asked ? asked.row?.id : '', 'hardBounce');
    expect(await suppressed([email, moved])).toEqual([email]);
    expect((await log(id))[0]?.bouncedAt).not.toBeNull();
  });
});
