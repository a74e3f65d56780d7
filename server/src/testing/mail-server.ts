import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from './postgres-server.ts';

/** A mail server that keeps what it is sent. */
export interface MailServer {
  readonly url: string;
  readonly mails: ParsedMail[];
  /** What it answers to a recipient: 250 to take the message. */
  answerWith(code: number): void;
  /** Leaves senders without an answer to what they sent, until what is given is called. */
  hold(): () => void;
  stop(): Promise<void>;
}

/** Starts a real SMTP server on this machine. */
export const startMailServer = async (): Promise<MailServer> => {
  const mails: ParsedMail[] = [];
  let answer = 250;
  let held = Promise.resolve();
  const keep = async (parsed: Promise<ParsedMail>, done: () => void): Promise<void> => {
    mails.push(await parsed);
    await held;
    done();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      if (answer === 250) return done();
      return done(Object.assign(new Error('not this one'), { responseCode: answer }));
    },
    onData(stream, _session, done) {
      // The answer comes when the whole message has been read.
      void keep(simpleParser(stream), done);
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    answerWith(code) {
      answer = code;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};
