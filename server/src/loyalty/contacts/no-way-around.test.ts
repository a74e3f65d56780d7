import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import { closeShop, reopenShop } from '../../access/change-shop.ts';
import { DELIVERY_HANDLERS } from '../../compose-areas.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { deliverDue } from '../../platform/outbox/deliver-due.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { askFor, openForMarketing, subscriber, WORDING } from '../../testing/marketing-acts.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';

describe.each(ENGINES)('a message that nobody allowed, on $engine', ({ openTestStore }) => {
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

  const ada = { id: 'ada', email: 'ada@example.com' };
  const buy = async (orderId: string, daysAgo = 0): Promise<void> => {
    const now = new Date(acts.world.clock.at - daysAgo * DAY_MS).toISOString();
    const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
    await acts.world.merchant('PUT', `/v1/orders/${orderId}`, anOrder({ shopper: ada, ...times }));
  };
  const log = async (): Promise<readonly TouchLine[]> => {
    const answer = await acts.world.merchant('GET', '/v1/shoppers/ada/touches');
    return answer.ok ? ((await answer.json()) as { items: TouchLine[] }).items : [];
  };
  const linkOf = async (): Promise<string> => {
    await buy('before');
    acts.days(7);
    const [mail] = await acts.post();
    acts.days(8);
    return /http\S+(\/unsubscribe\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  const consent = (body: object): Promise<Response> =>
    acts.world.merchant('POST', '/v1/shoppers/ada/consents', body, {
      'idempotency-key': JSON.stringify(body).length.toString(),
    });
  const refused = { purpose: 'reviews', channel: 'email', state: 'withdrawn' };

  /** Every way in which somebody, or the shop, says no: each after the message was planned. */
  const WAYS: Readonly<Record<string, (link: string) => Promise<unknown>>> = {
    'by the API': () => consent(refused),
    'in the widget': async () =>
      acts.world.storefront('PUT', '/me/consents', {
        token: await acts.world.token('ada'),
        body: refused,
      }),
    'by the one click of a mail program': (link) =>
      acts.world.request(link, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      }),
    'by the switch of the page': (link) =>
      acts.world.request(link, { method: 'POST', body: new URLSearchParams({ stop: 'reviews' }) }),
    'by stopping everything': (link) =>
      acts.world.request(link, { method: 'POST', body: new URLSearchParams({ all: 'yes' }) }),
    'by a suppression': () =>
      acts.world.merchant('POST', '/v1/contacts/suppressions', { email: 'ADA@example.com' }),
    'by a complaint about another message': async () => {
      const [sent] = (await log()).filter(({ decision }) => decision === 'sent');
      const at = new Date(acts.world.clock.at).toISOString();
      const events = [{ messageId: `<${sent?.id ?? ''}@x.example>`, kind: 'complaint', at }];
      return acts.world.merchant('POST', '/v1/mail/events', { events });
    },
    'by blocking': () => acts.world.merchant('PUT', '/v1/shoppers/ada', { blocked: true }),
    'by erasing': () => acts.world.merchant('DELETE', '/v1/shoppers/ada'),
    'by switching requests off': () => acts.settle({ byEmail: false }),
    'by wanting a consent': () => acts.settle({ consentNeededFor: ['reviews'] }, 'contacts'),
    'by merging into who refuses': async () => {
      await acts.world.merchant('PUT', '/v1/shoppers/bea', {});
      await acts.world.merchant('POST', '/v1/shoppers/bea/consents', refused, {
        'idempotency-key': 'm',
      });
      await acts.world.merchant('POST', '/v1/shoppers/bea/merge', { from: 'ada' });
    },
  };

  it.each(Object.keys(WAYS))(
    'does not leave once it was refused %s, though it was planned before (invariant 4, E27)',
    async (way) => {
      const link = await linkOf();
      await buy('after');
      acts.days(6);
      await WAYS[way]?.(link);
      acts.days(1);
      expect(await acts.post()).toEqual([]);
      acts.days(20);
      expect(await acts.post()).toEqual([]);
      const last = (await log()).find(({ subject }) => subject === 'after');
      expect(last?.decision ?? 'dropped').toBe('dropped');
    },
  );

  it('does not leave where the refusal comes while it is being decided, unless it came too late (invariant 4)', async () => {
    for (let round = 0; round < 5; round += 1) {
      await buy(`race-${round}`);
      acts.days(7);
      const [mails] = await Promise.all([
        acts.post(),
        consent({ ...refused, source: `r${round}` }),
      ]);
      const touch = (await log()).find(({ subject }) => subject === `race-${round}`);
      expect(mails.length === 1).toBe(touch?.decision === 'sent' && touch.failedAt === null);
      acts.days(8);
      await consent({ ...refused, state: 'given', source: `back${round}` });
    }
  });

  it.each([
    ['a subscription in the profile', { newsletter: true }, null],
    ['a consent without words', null, { state: 'given' }],
    ['a consent that waits to be confirmed', null, { state: 'given', wordingId: WORDING.id }],
    ['words about something else', null, { purpose: 'reviews', state: 'given' }],
    ['a soft opt-in without an objection shown', null, { state: 'softOptIn' }],
  ])('is no marketing that leaves for %s (L1, E24)', async (_, profile, said) => {
    await openForMarketing(acts.world);
    await acts.world.merchant('PUT', '/v1/shoppers/ada', { email: ada.email, ...profile });
    if (said !== null) await consent({ purpose: 'marketing', channel: 'email', ...said });
    expect(await askFor(acts.world.deps, acts.world, { id: 'ada' })).toMatchObject({
      decision: 'dropped',
      reason: 'noConsent',
    });
  });

  it('is not even planned for what is told more than thirty days late (E7)', async () => {
    await buy('late', 40);
    acts.days(10);
    expect(await acts.post()).toEqual([]);
    expect(await log()).toEqual([]);
  });

  it('leaves for the address it was agreed to with, and for no other (E23)', async () => {
    await openForMarketing(acts.world, { daysBetween: 0 });
    await subscriber(acts.world, 'ada');
    const asked = () => askFor(acts.world.deps, acts.world, { id: 'ada' });
    expect(await asked()).toMatchObject({ decision: 'sent' });
    await acts.world.merchant('PUT', '/v1/shoppers/ada', { email: 'other@example.com' });
    expect(await asked()).toMatchObject({ reason: 'noConsent' });
  });

  it('is not sent twice, however often and by how many its row is delivered (invariant 3, E21)', async () => {
    await buy('once');
    acts.days(7);
    const { reviewRequest } = DELIVERY_HANDLERS;
    const seen: (() => Promise<unknown>)[] = [];
    const handlers: typeof DELIVERY_HANDLERS = {
      ...DELIVERY_HANDLERS,
      reviewRequest: {
        ...reviewRequest,
        deliver: (deps, row, payload) => {
          seen.push(() => reviewRequest.deliver(deps, row, payload));
          return reviewRequest.deliver(deps, row, payload);
        },
      },
    };
    const letGo = server.hold();
    const first = deliverDue(acts.world.deps, handlers);
    setTimeout(letGo, 50);
    await Promise.all([first, deliverDue(acts.world.deps, handlers)]);
    expect(seen).toHaveLength(1);
    // A row that is delivered again after a crash is the same message, and no other touch.
    for (const again of [1, 2, 3]) await Promise.all(seen.map((one) => one().then(() => again)));
    const ids = new Set(server.mails.map(({ messageId }) => messageId));
    expect(ids.size).toBe(1);
    expect((await log()).filter(({ subject }) => subject === 'once')).toHaveLength(1);
  });

  it('is not sent past its validity when a shop reopens, or its clock was moved (invariant 19, E5, E6)', async () => {
    await buy('slept');
    const shop = await acts.world.shop();
    await closeShop(acts.world.deps, { shop, name: shop.name });
    acts.days(200);
    expect(await acts.post()).toEqual([]);
    await reopenShop(acts.world.deps, await acts.world.shop());
    acts.days(2);
    expect(await acts.post()).toEqual([]);
    const touch = (await log()).find(({ subject }) => subject === 'slept');
    expect(touch?.decision).toBe('dropped');
  });
});
