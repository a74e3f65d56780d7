import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consentPurpose, type ConsentPage } from '@okaeri/shared/consents';
import type { TouchLine } from '@okaeri/shared/affairs';
import { anOrder } from '../../testing/order-states.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';

describe.each(ENGINES)('the log of touches, on $engine', ({ openTestStore }) => {
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
    const answer = await acts.world.merchant(
      'PUT',
      `/v1/orders/${orderId}`,
      anOrder({ shopper, ...times }),
    );
    expect(answer.ok).toBe(true);
  };
  const touchesOf = async (who: string): Promise<readonly TouchLine[]> =>
    (
      (await (await acts.world.merchant('GET', `/v1/shoppers/${who}/touches`)).json()) as {
        items: TouchLine[];
      }
    ).items;

  it('has a request from the moment it is planned, and what was decided about it once (E17)', async () => {
    await buy('ada', 'o1');
    expect(await touchesOf('ada')).toMatchObject([
      {
        kind: 'reviewRequest',
        class: 'relationship',
        subject: 'o1',
        decision: null,
        waitsFor: null,
      },
    ]);
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    const [sent] = await touchesOf('ada');
    expect(sent).toMatchObject({ decision: 'sent', reason: null, arm: 'treated' });
    acts.days(1);
    expect(await acts.post()).toEqual([]);
    expect(await touchesOf('ada')).toEqual([sent]);
  });

  it('says why nothing was sent: no consent, a suppressed address (E16)', async () => {
    for (const who of ['bea', 'cleo']) await buy(who, `of-${who}`);
    await acts.world.merchant(
      'POST',
      '/v1/shoppers/bea/consents',
      { purpose: 'reviews', channel: 'email', state: 'withdrawn' },
      { 'idempotency-key': 'k' },
    );
    await acts.world.merchant('POST', '/v1/contacts/suppressions', { email: 'cleo@example.com' });
    acts.days(7);
    expect(await acts.post()).toEqual([]);
    expect(await touchesOf('bea')).toMatchObject([{ decision: 'dropped', reason: 'noConsent' }]);
    expect(await touchesOf('cleo')).toMatchObject([{ decision: 'dropped', reason: 'suppressed' }]);
  });

  it('says what a touch waits for, and sends it then (E18)', async () => {
    await buy('dora', 'd1');
    acts.days(6);
    const ask = async (): Promise<unknown> => {
      const token = await acts.world.token('dora', { email: 'dora@example.com' });
      const body = { kind: 'nextStep', subject: 'birthday' };
      return (await acts.world.storefront('POST', '/me/contacts', { token, body })).json();
    };
    // The request that is to come has the room: nothing of a lower priority takes it (E19).
    expect(await ask()).toEqual({ allowed: false });
    acts.days(1);
    expect(await acts.post()).toHaveLength(1);
    expect(await ask()).toEqual({ allowed: false });
    acts.days(7);
    expect(await ask()).toEqual({ allowed: true });
    expect((await touchesOf('dora')).map(({ decision }) => decision)).toEqual(['shown', 'sent']);
    await buy('dora', 'd2');
    acts.days(2);
    await acts.settle({ daysBetween: 30, perMonth: 4 }, 'contacts');
    acts.days(5);
    expect(await acts.post()).toEqual([]);
    const waiting = (await touchesOf('dora')).find(({ subject }) => subject === 'd2');
    expect(waiting).toMatchObject({ decision: null, waitsFor: { reason: 'budget' } });
  });

  it('keeps one that left out when consent went while the mail server was down, and counts it (E21)', async () => {
    await buy('ella', 'e1');
    acts.days(7);
    server.answerWith(451);
    expect(await acts.post()).toEqual([]);
    expect(await touchesOf('ella')).toMatchObject([{ decision: 'sent', failedAt: null }]);
    await acts.world.merchant(
      'POST',
      '/v1/shoppers/ella/consents',
      { purpose: 'reviews', channel: 'email', state: 'withdrawn' },
      { 'idempotency-key': 'k2' },
    );
    server.answerWith(250);
    acts.days(1);
    expect(await acts.post()).toEqual([]);
    const [touch] = await touchesOf('ella');
    expect(touch).toMatchObject({ decision: 'sent' });
    expect(touch?.failedAt).not.toBeNull();
  });

  it('suppresses an address the mail server will never take, until a code is read there (E29)', async () => {
    await buy('fay', 'f1');
    acts.days(7);
    server.answerWith(550);
    await acts.post();
    server.answerWith(250);
    const lookUp = await acts.world.merchant('POST', '/v1/contacts/suppressions/lookup', {
      emails: ['FAY@example.com'],
    });
    expect(await lookUp.json()).toMatchObject({ items: [{ reason: 'hardBounce' }] });
    await buy('fay', 'f2');
    acts.days(40);
    await acts.post();
    const second = (await touchesOf('fay')).find(({ subject }) => subject === 'f2');
    expect(second).toMatchObject({ decision: 'dropped', reason: 'suppressed' });
  });

  it('is told by the mail provider what became of a message, once, and sends nothing more there (E29)', async () => {
    await buy('iris', 'i1');
    acts.days(7);
    const [mail] = await acts.post();
    const messageId = mail?.messageId ?? '';
    const [touch] = await touchesOf('iris');
    expect(messageId).toBe(`<${touch?.id ?? ''}@okaeri.example>`);
    const tell = async (kind: string, of = messageId): Promise<unknown> => {
      const at = new Date(acts.world.clock.at).toISOString();
      const events = [{ messageId: of, kind, at }];
      return (await acts.world.merchant('POST', '/v1/mail/events', { events })).json();
    };
    expect(await tell('delivered')).toEqual({ known: 1, unknown: 0 });
    expect(await tell('complaint', 'to_nothing@x.example')).toEqual({ known: 0, unknown: 1 });
    expect(await tell('complaint')).toEqual({ known: 1, unknown: 0 });
    const first = (await touchesOf('iris'))[0]?.complainedAt;
    acts.world.clock.at += 1000;
    await tell('complaint');
    expect((await touchesOf('iris'))[0]?.complainedAt).toBe(first);
    const lookUp = await acts.world.merchant('POST', '/v1/contacts/suppressions/lookup', {
      emails: ['iris@example.com'],
    });
    expect(await lookUp.json()).toMatchObject({ items: [{ reason: 'complaint' }] });
  });

  it('stops everything by one link, and goes on with what is asked for again (E27)', async () => {
    await buy('hana', 'h1');
    acts.days(7);
    const [mail] = await acts.post();
    const stop = /http\S+(\/unsubscribe\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const press = async (form: Record<string, string>): Promise<string> =>
      (await acts.world.request(stop, { method: 'POST', body: new URLSearchParams(form) })).text();
    const refused = async (): Promise<string[]> => {
      const answer = await acts.world.merchant('GET', '/v1/shoppers/hana/consents');
      const { standing } = (await answer.json()) as ConsentPage;
      return standing.flatMap(({ purpose, state }) => (state === 'withdrawn' ? [purpose] : []));
    };
    await press({});
    expect(await refused()).toEqual(['reviews']);
    expect(await press({ all: 'yes' })).toContain('will no longer email you');
    expect(await refused()).toEqual([...consentPurpose.options]);
    await press({ again: 'yes' });
    expect(await refused()).not.toContain('reviews');
    expect(await refused()).toContain('marketing');
  });

  it('goes on with whom somebody was merged into, and blocks nothing of theirs', async () => {
    await buy('jo', 'j1');
    await buy('kim', 'k1');
    const merged = await acts.world.merchant('POST', '/v1/shoppers/kim/merge', { from: 'jo' });
    expect(merged.status).toBe(200);
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    const all = await touchesOf('kim');
    expect(all.map(({ subject, decision }) => `${subject} ${decision}`).toSorted()).toEqual([
      'j1 sent',
      'k1 sent',
    ]);
  });

  it('is over for an order that is somebody else’s now, and theirs is a touch of its own (E56)', async () => {
    await buy('lou', 'l1');
    acts.days(1);
    await buy('mo', 'l1');
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    expect(await touchesOf('lou')).toMatchObject([{ decision: 'dropped', reason: 'exited' }]);
    expect(await touchesOf('mo')).toMatchObject([{ decision: 'sent' }]);
  });

  it('lets go of the room of a request whose order is nobody’s any more', async () => {
    await buy('ned', 'n1');
    acts.days(1);
    const now = new Date(acts.world.clock.at).toISOString();
    const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
    await acts.world.merchant('PUT', '/v1/orders/n1', anOrder({ shopper: null, ...times }));
    acts.days(7);
    expect(await acts.post()).toEqual([]);
    const token = await acts.world.token('ned', { email: 'ned@example.com' });
    const body = { kind: 'nextStep', subject: 'birthday' };
    const asked = await acts.world.storefront('POST', '/me/contacts', { token, body });
    expect(await asked.json()).toEqual({ allowed: true });
    const [request] = (await touchesOf('ned')).filter(({ subject }) => subject === 'n1');
    expect(request).toMatchObject({ decision: 'dropped', reason: 'subjectGone' });
  });

  it('goes with the person', async () => {
    await buy('gwen', 'g1');
    acts.days(7);
    await acts.post();
    expect(await touchesOf('gwen')).toHaveLength(1);
    expect((await acts.world.merchant('DELETE', '/v1/shoppers/gwen')).status).toBe(204);
    expect((await acts.world.merchant('GET', '/v1/shoppers/gwen/touches')).status).toBe(404);
  });
});
