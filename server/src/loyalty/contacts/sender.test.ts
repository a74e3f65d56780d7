import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailSenderView } from '@okaeri/shared/mail-sender';
import { findShop } from '../../access/find-shop.ts';
import { createTextLookup } from '../../platform/lib/look-up-texts.ts';
import { openMailSender, type MailSender } from '../../platform/mail/mail-sender.ts';
import { startDnsServer, type DnsServer } from '../../testing/dns-server.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { handShopMail } from './hand-shop-mail.ts';
import { checkSenders } from './sender.ts';

describe.each(ENGINES)('the sender of a shop, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let dns: DnsServer;
  let server: MailServer;
  let mail: MailSender;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    [dns, server] = await Promise.all([startDnsServer(), startMailServer()]);
    mail = openMailSender({ url: server.url, from: 'shops@okaeri.example' });
    const lookUpTexts = createTextLookup([dns.address]);
    world = await openWorld(test.store, undefined, mail, { lookUpTexts });
  });
  afterAll(async () => {
    mail.close();
    dns.stop();
    await Promise.all([server.stop(), test.dispose()]);
  });

  const read = async (): Promise<MailSenderView> =>
    (await (await world.merchant('GET', '/v1/mail/sender')).json()) as MailSenderView;
  const save = async (document: object): Promise<Response> => {
    const { headers } = await world.merchant('GET', '/v1/mail/sender');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    return world.merchant('PUT', '/v1/mail/sender', document, ifMatch);
  };
  const sent = async () => {
    await handShopMail(world.deps, await world.shop(), {
      to: 'ada@example.com',
      fromName: 'The shop',
      subject: 'Hello',
      text: 'Hello',
      html: '<p>Hello</p>',
    });
    const { from, replyTo } = server.mails.at(-1) ?? {};
    return { from: from?.text, replyTo: replyTo?.text };
  };
  const prove = (view: MailSenderView): void => {
    for (const { host, value } of view.records)
      dns.texts.set(host, [value.replace('…', 'MIIBIjANBgkqh')]);
  };

  it('is the server under the shop’s name until its domain is proved, and the shop’s address then (E114)', async () => {
    expect(await sent()).toMatchObject({ from: '"The shop" <shops@okaeri.example>' });
    const chosen = { name: 'Haru', address: 'hello@haru.example', replyTo: 'help@haru.example' };
    const saved = (await (await save(chosen)).json()) as MailSenderView;
    expect(saved.records.map(({ name, found }) => [name, found])).toEqual([
      ['proof', false],
      ['spf', false],
      ['dkim', false],
      ['dmarc', false],
    ]);
    expect(saved).toMatchObject({ ...chosen, provedAt: null, from: 'shops@okaeri.example' });
    const unproved = { from: '"Haru" <shops@okaeri.example>', replyTo: 'help@haru.example' };
    expect(await sent()).toEqual(unproved);
    prove(saved);
    const proved = await read();
    expect(proved.records.every(({ found }) => found)).toBe(true);
    expect(proved.from).toBe('hello@haru.example');
    expect(await sent()).toEqual({ ...unproved, from: '"Haru" <hello@haru.example>' });
  });

  it('stays proved while name servers do not answer, and no longer than its record (E114)', async () => {
    prove(await read());
    expect((await read()).provedAt).not.toBeNull();
    dns.fail(true);
    expect((await read()).provedAt).not.toBeNull();
    dns.fail(false);
    dns.texts.delete('_okaeri.haru.example');
    await checkSenders(world.deps, (shopId) => findShop(world.deps, shopId));
    expect((await sent()).from).toBe('"Haru" <shops@okaeri.example>');
  });

  it('has to be proved anew for another domain, with a word of its own (E114)', async () => {
    const before = await read();
    prove(before);
    await read();
    const moved = await save({ name: null, address: 'hello@natsu.example', replyTo: null });
    const view = (await moved.json()) as MailSenderView;
    expect(view.provedAt).toBeNull();
    const [was, is] = [before, view].map(({ records }) => records[0]?.value);
    expect(is).not.toBe(was);
    dns.texts.set('_okaeri.natsu.example', [was ?? '']);
    expect((await read()).provedAt).toBeNull();
  });

  it('is refused where it was changed meanwhile', async () => {
    const stale = await world.merchant(
      'PUT',
      '/v1/mail/sender',
      { address: null },
      { 'if-match': '"m0"' },
    );
    expect(stale.status).toBe(412);
  });
});
