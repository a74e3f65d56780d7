import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server of this worker is sent, from when it was opened. */
export interface Mailbox {
  readonly mails: ParsedMail[];
  close(): void;
}

const open = new Set<ParsedMail[]>();

/** Keeps from now on what the server under test sends. */
export const openMailbox = (): Mailbox => {
  const mails: ParsedMail[] = [];
  open.add(mails);
  return { mails, close: () => open.delete(mails) };
};

/**
 * Starts the mail server of this worker, which takes whatever it is sent, also where no test reads it: a server that
 * cannot send tells of it and tries again, beside every journey.
 */
export const startMailServer = (port: number): Promise<void> => {
  const keep = async (parsed: Promise<ParsedMail>, done: () => void): Promise<void> => {
    const mail = await parsed;
    for (const mails of open) mails.push(mail);
    done();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => void keep(simpleParser(stream), done),
  });
  // A server that is stopped leaves a connection in the middle; a worker that ends leaves this one.
  server.on('error', () => undefined);
  server.server.unref();
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
};
