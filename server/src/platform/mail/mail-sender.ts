import { createTransport } from 'nodemailer';

/** A message to one person, in plain text and in HTML. */
export interface Mail {
  readonly to: string;
  /** The shop's name, or the one it has chosen to write under. */
  readonly fromName: string;
  /** An address on a domain that the shop has proved; the server's own where left out. */
  readonly fromAddress?: string;
  /** Where answers go; to where it came from where left out. */
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Message-ID`: a message that is handed over again is the same message. */
  readonly messageId?: string;
}

/** Sends messages; throws what the mail server says. */
export interface MailSender {
  /** The address that messages come from. */
  readonly from: string;
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail server will never take this message, however often it is asked. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

const TIMEOUT_MS = 30_000;
// RFC 5321, section 4.2.1: 5yz is a permanent refusal, whatever it is about.
const PERMANENT = 500;

/** Opens a sender to an SMTP server: `smtp://user:password@host:587`, or `smtps://`. */
export const openMailSender = (options: { url: string; from: string }): MailSender => {
  const transport = createTransport({
    url: options.url,
    pool: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What people write ends in messages: nothing in one may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    from: options.from,
    async send({ to, fromName, fromAddress, replyTo, subject, text, html, headers, messageId }) {
      try {
        await transport.sendMail({
          from: { name: fromName, address: fromAddress ?? options.from },
          ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: { ...headers },
          ...(messageId !== undefined && { messageId }),
        });
      } catch (error) {
        const isCode = error instanceof Error && 'responseCode' in error;
        const code = isCode && typeof error.responseCode === 'number' ? error.responseCode : 0;
        if (code >= PERMANENT) throw new MailRefusedError(`${code}`, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
};
