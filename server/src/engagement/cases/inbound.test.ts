import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import type { OwnCase } from '@okaeri/shared/cases';
import { inboundMail, type InboundSetup } from '@okaeri/shared/inbound-mail';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { openMailSender, type MailSender } from '../../platform/mail/mail-sender.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { inboundSecret } from './inbound-secret.ts';

describe.each(ENGINES)('cases by e-mail, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let mail: MailSender;
  let world: World;
  let acts: CaseActs;
  let secret: string;
  beforeAll(async () => {
    test = await openTestStore();
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.stop();
    await test.dispose();
  });
  beforeEach(async () => {
    server.mails.splice(0);
    mail = openMailSender({ url: server.url, from: 'help@okaeri.example' });
    world = await openWorld(test.store, reviewProgram(), mail);
    acts = caseActsOf(world);
    secret = inboundSecret(world.deps, await world.shop());
  });
  afterEach(() => mail.close());

  const send = (message: object, by = secret): Promise<Response> => {
    const body = JSON.stringify(message);
    const at = new Date();
    return world.merchant('POST', '/v1/mail/inbound', body, {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(by).sign('msg_1', at, body),
    });
  };
  const replyTo = (index = -1): string => server.mails.at(index)?.replyTo?.value[0]?.address ?? '';
  const ask = async () => {
    const who = await acts.join({ locale: 'en' });
    const { id } = (await (
      await acts.help(who.token, { text: 'Broken <b>mug</b>' })
    ).json()) as OwnCase;
    return { ...who, email: `${who.id}@x.example`, caseId: id };
  };
  const answer = async (caseId: string, text: string): Promise<void> => {
    expect((await acts.write(caseId, { kind: 'reply', text })).status).toBe(201);
    await acts.deliver();
  };
  const messagesOf = async (caseId: string) =>
    (await acts.read(caseId)).entries.filter(({ kind }) => kind === 'message');

  it('are signed with what the owner alone is told (E115)', async () => {
    const owner = await firstOwner(world);
    const setup = (await (await owner.send('GET', '/v1/mail/inbound')).json()) as InboundSetup;
    expect(setup).toEqual({ url: `${world.deps.publicUrl}/v1/mail/inbound`, secret });
    // No key reads it.
    expect((await world.merchant('GET', '/v1/mail/inbound')).status).toBe(403);
  });

  it('thread: replies name what they answer, and answers come back into the case (E48, E114, E115)', async () => {
    const { caseId, email } = await ask();
    await answer(caseId, 'We send another.\nToday.');
    const first = server.mails[0];
    expect(first?.to).toMatchObject({ value: [{ address: email }] });
    expect(first?.subject).toBe('Your message to Test');
    expect(replyTo()).toMatch(/^help\+[0-9a-z]{26}-[0-9a-f]{16}@okaeri\.example$/);
    expect(first?.inReplyTo).toBeUndefined();
    // What they had written is text in HTML too.
    expect(first?.html).toContain('Broken &lt;b&gt;mug&lt;/b&gt;');
    expect(first?.headers.has('auto-submitted')).toBe(false);
    const sent = await send({
      messageId: '<m1@mail.example>',
      inReplyTo: first?.messageId,
      references: [first?.messageId],
      to: `Shop <${replyTo()}>`,
      from: `"Ada" <${email.toUpperCase()}>`,
      subject: 'Re: Your message to Test',
      text: 'Thank you!\n\nOn Mon, 23 Nov 2026 at 09:12, Shop wrote:\n> We send another.',
      headers: {},
    });
    expect([sent.status, await sent.json()]).toEqual([202, { accepted: true }]);
    const [, came] = await messagesOf(caseId);
    expect(came).toMatchObject({
      note: 'Thank you!',
      by: { kind: 'shopper' },
      data: { channel: 'email', messageId: 'm1@mail.example' },
    });
    expect(came?.data['quoted']).toContain('> We send another.');
    await answer(caseId, 'You are welcome.');
    const second = server.mails[1];
    expect(second?.inReplyTo).toBe('<m1@mail.example>');
    expect(second?.references).toEqual([first?.messageId, '<m1@mail.example>']);
    expect(second?.subject).toBe('Re: Your message to Test');
    expect(replyTo()).toBe(replyTo(0));
  });

  it('go to the reply address of the shop, with the token of the case (E114)', async () => {
    const { headers } = await world.merchant('GET', '/v1/mail/sender');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const sender = { name: 'Haru', replyTo: 'care@shop.example' };
    const saved = await world.merchant('PUT', '/v1/mail/sender', sender, ifMatch);
    expect(saved.status).toBe(200);
    const { caseId } = await ask();
    await answer(caseId, 'We send another.');
    expect(replyTo()).toMatch(/^care\+[0-9a-z]{26}-[0-9a-f]{16}@shop\.example$/);
    // And come from whom the shop says.
    expect(server.mails.at(-1)?.from?.text).toBe('"Haru" <help@okaeri.example>');
  });

  it('are taken once, however often they come, and wake a case that waits (E115)', async () => {
    const { caseId, email } = await ask();
    await answer(caseId, 'Which one?');
    await acts.write(caseId, { kind: 'state', state: 'waiting' });
    const message = { messageId: 'once@mail.example', to: replyTo(), from: email, text: 'Blue' };
    const all = await Promise.all([send(message), send(message), send(message)]);
    expect(all.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await messagesOf(caseId)).toHaveLength(2);
    expect((await acts.read(caseId)).state).toBe('open');
  });

  it('of forged senders, without a token, or with another’s, become part of nothing (E115)', async () => {
    const one = await ask();
    const other = await ask();
    await answer(one.caseId, 'Hello');
    const to = replyTo();
    await answer(other.caseId, 'Hello');
    const theirs = replyTo();
    const base = { to, from: one.email, text: 'x' };
    for (const [i, message] of [
      { ...base, from: 'mallory@x.example' },
      { ...base, from: `${one.email} <mallory@x.example>` },
      { ...base, to: 'help@okaeri.example' },
      { ...base, to: to.replace(/-[0-9a-f]{4}/, '-0000') },
      { ...base, to: theirs },
      { ...base, from: '' },
      { ...base, text: '   ' },
    ].entries()) {
      const answered = await send({ messageId: `f${i}@x`, ...message });
      expect([answered.status, await answered.json()]).toEqual([202, { accepted: true }]);
    }
    expect(await messagesOf(one.caseId)).toHaveLength(1);
    expect(await messagesOf(other.caseId)).toHaveLength(1);
  });

  it('that answer by themselves end there: two machines do not write to each other (E115)', async () => {
    const { caseId, email } = await ask();
    await answer(caseId, 'Hello');
    const base = { to: replyTo(), from: email, text: 'I am on holiday.' };
    await send({ messageId: 'a1@x', ...base, headers: { 'Auto-Submitted': 'auto-replied' } });
    await send({ messageId: 'a2@x', ...base, headers: { Precedence: 'bulk' } });
    await send({ messageId: 'a3@x', ...base, from: '<>' });
    await send({
      messageId: 'a4@x',
      ...base,
      headers: [{ name: 'auto-submitted', value: 'auto-generated' }],
    });
    expect(await messagesOf(caseId)).toHaveLength(1);
    await acts.deliver();
    // A message that came in has nothing sent by itself.
    await send({ messageId: 'a5@x', ...base });
    await acts.deliver();
    expect(server.mails).toHaveLength(1);
  });

  it('with hostile HTML are text everywhere (E115)', async () => {
    const { caseId, email, id } = await ask();
    await answer(caseId, 'Hello');
    const text =
      '<html><body><script>alert(1)</script><img src=x onerror=alert(2)><p>Hi &lt;script&gt;x&lt;/script&gt;</p></body></html>';
    await send({ messageId: 'h1@x', to: replyTo(), from: email, text });
    const [, came] = await messagesOf(caseId);
    expect(came?.note).toBe('Hi <script>x</script>');
    await answer(caseId, 'Again');
    expect(server.mails[1]?.html).not.toContain('<script>x');
    expect(server.mails[1]?.html).toContain('&lt;script&gt;x');
    const token = await world.token(id, { email });
    expect((await acts.own(token))[0]?.messages[2]?.text).toBe('Hi <script>x</script>');
  });

  it('of more than a megabyte are refused, and unsigned or badly signed ones (E115)', async () => {
    const body = { messageId: 'big@x', to: 'x@x.example', from: 'y@x.example' };
    const empty = JSON.stringify({ ...body, text: '' }).length;
    const sized = (bytes: number) => ({ ...body, text: 'x'.repeat(bytes - empty) });
    expect((await send(sized(LIMITS.inboundMailBytesMax))).status).toBe(202);
    expect((await send(sized(LIMITS.inboundMailBytesMax + 1))).status).toBe(413);
    expect((await send(sized(10_000_000))).status).toBe(413);
    const other = `whsec_${Buffer.from('another secret').toString('base64')}`;
    expect((await send(body, other)).status).toBe(401);
    const unsigned = await world.merchant('POST', '/v1/mail/inbound', body);
    expect([unsigned.status, ((await unsigned.json()) as { code: string }).code]).toEqual([
      401,
      'badSignature',
    ]);
    const line = 'x'.repeat(LIMITS.inboundMailLineMax);
    expect(inboundMail.shape.subject.safeParse(line).success).toBe(true);
    expect(inboundMail.shape.subject.safeParse(`${line}x`).success).toBe(false);
  });

  it('leave at any hour, and not to who is suppressed (E16, E48)', async () => {
    world.clock.at = Date.parse('2026-11-23T02:00:00Z');
    const { caseId } = await ask();
    await answer(caseId, 'In the night');
    expect(server.mails).toHaveLength(1);
    const other = await ask();
    await world.merchant('POST', '/v1/contacts/suppressions', {
      email: other.email,
      reason: 'manual',
    });
    await answer(other.caseId, 'Not to them');
    expect(server.mails).toHaveLength(1);
    const touches = await world.merchant('GET', `/v1/shoppers/${other.id}/touches`);
    const { items } = (await touches.json()) as { items: object[] };
    expect(items).toMatchObject([
      { kind: 'caseReply', class: 'service', decision: 'dropped', reason: 'suppressed' },
    ]);
  });

  it('ask after a week whether it was put right, by a page whose buttons answer (E46)', async () => {
    const { caseId, id } = await ask();
    await acts.write(caseId, { kind: 'state', state: 'resolved' });
    await acts.deliver();
    expect(server.mails).toEqual([]);
    world.clock.at = Date.parse('2026-12-01T12:00:00Z');
    await acts.deliver();
    const asked = server.mails[0];
    expect(asked?.subject).toBe('Did Test put it right?');
    const unsubscribe = asked?.headers.get('list') as { unsubscribe?: { url: string } } | undefined;
    expect(unsubscribe?.unsubscribe?.url).toContain('/unsubscribe/');
    const [, path, token] = /(\/case\/[\w-]+)#([\w.-]+)/.exec(asked?.text ?? '') ?? [];
    expect((await world.request(path ?? '')).status).toBe(200);
    expect((await acts.read(caseId)).state).toBe('resolved');
    const press = (solved: string) =>
      world.request(path ?? '', {
        method: 'POST',
        body: new URLSearchParams({ token: token ?? '', solved }),
      });
    // Who is blocked writes nothing, by no way (E10).
    await world.merchant('PUT', `/v1/shoppers/${id}`, { blocked: true });
    expect((await press('no')).status).toBe(404);
    await world.merchant('PUT', `/v1/shoppers/${id}`, { blocked: false });
    expect((await press('no')).status).toBe(200);
    expect((await press('no')).status).toBe(200);
    expect(await acts.read(caseId)).toMatchObject({ state: 'open', reopened: 1 });
    expect((await press('yes')).status).toBe(404);
    // Opened again before it is due, nobody is asked.
    await acts.write(caseId, { kind: 'state', state: 'resolved' });
    await acts.write(caseId, { kind: 'state', state: 'open' });
    world.clock.at += 8 * DAY_MS;
    await acts.deliver();
    expect(server.mails).toHaveLength(1);
    expect(id).not.toBe('');
  });
});
