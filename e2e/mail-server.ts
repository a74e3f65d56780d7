import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { MAIL_PORT } from './server.ts';

/** The mail server of the tests, and everything it was sent. */
export interface Mailbox {
  readonly mails: ParsedMail[];
  close(): Promise<void>;
}

/** Opens the mail server that the server under test sends to. */
export const openMailbox = (): Promise<Mailbox> => {
  const mails: ParsedMail[] = [];
  const keep = async (parsed: Promise<ParsedMail>, done: () => void): Promise<void> => {
    mails.push(await parsed);
    done();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => void keep(simpleParser(stream), done),
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
  return new Promise((resolve) => {
    server.listen(MAIL_PORT, '127.0.0.1', () => resolve({ mails, close }));
  });
};
