import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConsentPage, DeclarationState } from '@okaeri/shared/consents';
import type { TouchLine } from '@okaeri/shared/affairs';
import { DELIVERY_HANDLERS } from '../../compose-areas.ts';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { deliverDue } from '../../platform/outbox/deliver-due.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import {
  askFor,
  openForMarketing,
  settleContacts,
  subscriber,
  withKind,
  WORDING,
} from '../../testing/marketing-acts.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';

describe.each(ENGINES)('settings of contacts, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let acts: RequestActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    server = await startMailServer();
    acts = await openRequests(test.store, server);
  });
  afterEach(async () => {
    acts.close();
    await server.stop();
  });

  const buy = async (who: string, orderId: string): Promise<void> => {
    const now = new Date(acts.world.clock.at).toISOString();
    const shopper = { id: who, email: `${who}@example.com` };
    const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
    await acts.world.merchant('PUT', `/v1/orders/${orderId}`, anOrder({ shopper, ...times }));
  };

  it('put the imprint into every message nobody waits for, beside the one click (L2)', async () => {
    await acts.settle({ imprint: 'Haru KK\n1-2-3 Ginza, Tokyo' }, 'contacts');
    await buy('ada', 'o1');
    acts.days(7);
    const [mail] = await acts.post();
    expect(mail?.text).toMatch(/Haru KK\s+1-2-3 Ginza, Tokyo/);
    expect(String(mail?.html)).toContain('1-2-3 Ginza, Tokyo');
    const list = mail?.headers.get('list');
    expect(JSON.stringify(list)).toContain('/unsubscribe/');
    expect(mail?.headerLines.map(({ key }) => key)).toContain('list-unsubscribe-post');
  });

  it('let nights be those of the shopper where they are known, else the programme’s (E4, E20)', async () => {
    await acts.settle({ quietHours: { from: 21, to: 8 } }, 'contacts');
    const { world } = acts;
    await world.merchant('PUT', '/v1/shoppers/tokyo', {
      email: 'tokyo@example.com',
      timeZone: 'Asia/Tokyo',
    });
    await world.merchant('PUT', '/v1/shoppers/home', { email: 'home@example.com' });
    // Noon in UTC, where the programme is, is nine in the evening in Tokyo.
    world.clock.at = Math.floor(world.clock.at / DAY_MS) * DAY_MS + 12 * HOUR_MS;
    const asked = (id: string) => askFor(world.deps, world, { id, kind: 'reviewRequest' });
    expect(await asked('tokyo')).toMatchObject({
      decision: 'waits',
      reason: 'quiet',
      until: world.clock.at + 11 * HOUR_MS,
    });
    expect(await asked('home')).toMatchObject({ decision: 'sent' });
    const token = await world.token('home');
    await world.storefront('PATCH', '/me', { token, body: { timeZone: 'Asia/Tokyo' } });
    const me = await (await world.storefront('GET', '/me', { token })).json();
    expect(me).toMatchObject({ shopper: { timeZone: 'Asia/Tokyo' } });
    const wrong = await world.storefront('PATCH', '/me', { token, body: { timeZone: 'Mars' } });
    expect(wrong.status).toBe(400);
  });

  it('spread what comes after the night over half an hour, where a kind says so (E20)', async () => {
    await acts.settle({ quietHours: { from: 0, to: 8 } }, 'contacts');
    const { world } = acts;
    world.clock.at = Math.floor(world.clock.at / DAY_MS) * DAY_MS + HOUR_MS;
    await world.merchant('PUT', '/v1/shoppers/night', { email: 'night@example.com' });
    const spread = withKind(world.deps, 'reviewRequest', { isSpread: true });
    const times = [];
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const key = `spread:${n}:${world.keys.shopId}`;
      const asked = await askFor(spread, world, { id: 'night', kind: 'reviewRequest', key });
      if (asked.decision === 'waits') times.push(asked.until - (world.clock.at + 7 * HOUR_MS));
    }
    expect(times).toHaveLength(6);
    expect(new Set(times).size).toBeGreaterThan(1);
    for (const after of times) expect(after >= 0 && after < HOUR_MS / 2).toBe(true);
  });

  it('let the shop say who gets the room that two want (E19)', async () => {
    const { world } = acts;
    await openForMarketing(world);
    await subscriber(world, 'gil');
    await buy('gil', 'g1');
    acts.days(6);
    // The request that is due tomorrow has the higher priority, until the shop says otherwise.
    expect(await askFor(world.deps, world, { id: 'gil' })).toMatchObject({ reason: 'reserved' });
    await settleContacts(world, {
      quietHours: { from: 0, to: 0 },
      priorities: { nextStep: 51 },
    });
    expect(await askFor(world.deps, world, { id: 'gil' })).toMatchObject({ decision: 'sent' });
  });

  it('take priorities of kinds that are not said yet, and none of kinds there are not', async () => {
    await settleContacts(acts.world, { priorities: { winBack: 33 } });
    await expect(settleContacts(acts.world, { priorities: { nothing: 1 } })).rejects.toThrow();
    await expect(settleContacts(acts.world, { priorities: { winBack: 101 } })).rejects.toThrow();
  });

  it('are read in the write that decides, and not from what was kept (E16)', async () => {
    const { world } = acts;
    await buy('hal', 'h1');
    const before = await world.shop();
    const keepOld = (): void => {
      world.deps.caches.shops.set(before.id, before);
      world.deps.caches.shops.set(before.publicKey, before);
    };
    await settleContacts(world, { addressesChildren: true });
    const token = await world.token('hal');
    const body = { kind: 'nextStep', subject: 'birthday' };
    keepOld();
    const asked = await world.storefront('POST', '/me/contacts', { token, body });
    expect(await asked.json()).toEqual({ allowed: false });
    await acts.settle({ byEmail: false });
    acts.days(7);
    keepOld();
    expect(await acts.post()).toEqual([]);
  });

  it('send what is waited for at any hour, without a consent and beside the budget (E16, E18)', async () => {
    const { world } = acts;
    await settleContacts(world, { quietHours: { from: 0, to: 23 }, daysBetween: 90, perMonth: 1 });
    world.clock.at = Math.floor(world.clock.at / DAY_MS) * DAY_MS + HOUR_MS;
    await world.merchant('PUT', '/v1/shoppers/ivy', { email: 'ivy@example.com' });
    const service = withKind(world.deps, 'reviewRequest', {
      touchClass: 'service',
      purpose: null,
      isAwaited: true,
    });
    const asked = () => askFor(service, world, { id: 'ivy', kind: 'reviewRequest' });
    expect(await asked()).toMatchObject({ decision: 'sent' });
    expect(await asked()).toMatchObject({ decision: 'sent' });
    const calm = withKind(service, 'reviewRequest', { isAwaited: false });
    const waits = await askFor(calm, world, { id: 'ivy', kind: 'reviewRequest' });
    expect(waits).toMatchObject({ decision: 'waits', reason: 'quiet' });
  });

  it('list the touches of the whole shop, narrowed and a page at a time (E17)', async () => {
    const { world } = acts;
    for (const who of ['kim', 'lea', 'mia']) await buy(who, `of-${who}`);
    const since = new Date(world.clock.at).toISOString();
    const list = async (query: string) => {
      const answer = await world.merchant('GET', `/v1/touches?${query}`);
      return (await answer.json()) as {
        items: (TouchLine & { shopperId: string })[];
        nextCursor: string | null;
      };
    };
    const first = await list(`kind=reviewRequest&decision=planned&since=${since}&limit=2`);
    const rest = await list(`limit=2&cursor=${first.nextCursor ?? ''}&since=${since}`);
    const found = [...first.items, ...rest.items].map(({ shopperId }) => shopperId);
    expect(found.toSorted()).toEqual(['kim', 'lea', 'mia']);
    expect((await list('decision=sent')).items).toEqual([]);
    const wrong = await world.merchant('GET', '/v1/touches?decision=maybe');
    expect(wrong.status).toBe(400);
  });

  it('take an owner’s word that subscriptions of before were to a wording, with who said it (E113)', async () => {
    const { world } = acts;
    await openForMarketing(world);
    for (let n = 0; n < 3; n += 1)
      await world.merchant('PUT', `/v1/shoppers/n${n}`, {
        email: `n${n}@example.com`,
        newsletter: true,
      });
    const refused = { purpose: 'marketing', channel: 'email', state: 'withdrawn' };
    await world.merchant('POST', '/v1/shoppers/n2/consents', refused, { 'idempotency-key': 'w' });
    expect(await askFor(world.deps, world, { id: 'n0' })).toMatchObject({ reason: 'noConsent' });
    const said = { wordingId: WORDING.id, sentence: 'They ticked the box on paper in 2024.' };
    const byKey = await world.merchant('POST', '/v1/contacts/declaration', said);
    expect(byKey.status).toBe(403);
    const owner = await firstOwner(world);
    const unknown = await owner.send('POST', '/v1/contacts/declaration', {
      ...said,
      wordingId: 'w9',
    });
    expect(await unknown.json()).toMatchObject({ code: 'unknownWording' });
    await owner.send('POST', '/v1/contacts/declaration', said);
    while ((await deliverDue(world.deps, DELIVERY_HANDLERS)) > 0);
    const state = await owner.send('POST', '/v1/contacts/declaration', {
      ...said,
      sentence: 'Another.',
    });
    const { declared } = (await state.json()) as DeclarationState;
    expect(declared).toMatchObject({ ...said, isDone: true });
    expect(await askFor(world.deps, world, { id: 'n0' })).toMatchObject({ decision: 'sent' });
    expect(await askFor(world.deps, world, { id: 'n2' })).toMatchObject({ reason: 'noConsent' });
    const consents = await world.merchant('GET', '/v1/shoppers/n0/consents');
    const [newest] = ((await consents.json()) as ConsentPage).items;
    expect(newest).toMatchObject({
      state: 'given',
      source: 'declared',
      wordingId: WORDING.id,
      evidence: { declaredBy: { name: declared?.name, sentence: said.sentence } },
    });
    expect(server.mails).toEqual([]);
  });
});
