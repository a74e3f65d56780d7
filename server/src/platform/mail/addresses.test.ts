import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { MailRefusedError, openMailSender, type MailSender } from './mail-sender.ts';

describe('a message to an address that exists', () => {
  let server: MailServer;
  let sender: MailSender;
  beforeAll(async () => {
    server = await startMailServer();
    sender = openMailSender({ url: server.url, from: 'hello@okaeri.example' });
  });
  afterAll(async () => {
    sender.close();
    await server.stop();
  });
  const send = (to: string): Promise<void> =>
    sender.send({ to, fromName: 'Tea', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' });

  it.each(['o.ne+tag@example.com', 'info@müller.de', 'jörg@example.de'])(
    'goes to %s and to nobody else',
    async (to) => {
      server.mails.length = 0;
      await send(to);
      expect(server.mails).toHaveLength(1);
      const header = server.mails[0]?.to;
      const people = Array.isArray(header) ? header : [header];
      const addresses = people.flatMap((one) => one?.value.map(({ address }) => address) ?? []);
      expect(addresses).toEqual([to]);
      expect(server.mails[0]?.headers.has('bcc')).toBe(false);
    },
  );

  it('goes out in quotation marks where it must (RFC 5321), and is over where the server knows none', async () => {
    server.mails.length = 0;
    await expect(send('taro..y@docomo.ne.jp')).rejects.toMatchObject({
      name: 'MailRefusedError',
      cause: { rejected: ['"taro..y"@docomo.ne.jp'] },
    });
    expect(server.mails).toEqual([]);
  });

  it('is not tried again where the server does not take such addresses', async () => {
    server.answerWith(553);
    await expect(send('jörg@example.de')).rejects.toBeInstanceOf(MailRefusedError);
    server.answerWith(250);
  });
});
