import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstOwner, type Browser } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { openMailSender } from '../../platform/mail/mail-sender.ts';

describe.each(ENGINES)('a test message, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    server = await startMailServer();
    const mail = openMailSender({ url: server.url, from: 'hello@okaeri.example' });
    world = await openWorld(test.store, undefined, mail);
    owner = await firstOwner(world);
  });
  afterAll(async () => {
    world.deps.mail?.close();
    await server.stop();
    await test.dispose();
  });

  it('reaches the person who asks, and nobody else', async () => {
    expect(await (await owner.send('GET', '/v1/mail')).json()).toEqual({
      from: 'hello@okaeri.example',
    });
    const sent = await owner.send('POST', '/v1/mail/test', { language: 'ja' });
    expect(sent.status).toBe(200);
    const { to } = (await sent.json()) as { to: string };
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({ subject: 'Test：テストメール' });
    expect(server.mails[0]?.to).toMatchObject({ text: to });
    const elsewhere = await owner.send('POST', '/v1/mail/test', { to: 'eve@x.example' });
    expect(elsewhere.status).toBe(400);
    const byKey = await world.merchant('POST', '/v1/mail/test', {});
    expect(await byKey.json()).toMatchObject({ code: 'personNeeded' });
    expect(server.mails).toHaveLength(1);
  });

  it('says what the mail server said', async () => {
    server.answerWith(550);
    const refused = await owner.send('POST', '/v1/mail/test', {});
    expect(refused.status).toBe(502);
    expect(await refused.json()).toMatchObject({
      code: 'mailNotSent',
      detail: expect.stringContaining('not this one'),
    });
  });

  it('cannot be asked for again and again', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 10; i += 1)
      statuses.push((await owner.send('POST', '/v1/mail/test', {})).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe.each(ENGINES)('where no mail server is set up, on $engine', ({ openTestStore }) => {
  it('a test message says so', async () => {
    const test = await openTestStore();
    const world = await openWorld(test.store);
    const owner = await firstOwner(world);
    expect(await (await owner.send('GET', '/v1/mail')).json()).toEqual({ from: null });
    const refused = await owner.send('POST', '/v1/mail/test', {});
    expect(await refused.json()).toMatchObject({ code: 'mailNotSetUp' });
    await test.dispose();
  });
});
