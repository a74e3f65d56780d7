import { z } from 'zod';

/** Whether e-mail leaves this server: `GET /v1/mail`. */
export interface MailState {
  /** The address messages come from; null where no mail server is set up. */
  readonly from: string | null;
}

/** What came of `POST /v1/mail/test`: the mail server took a message for this address. */
export interface TestMailAnswer {
  readonly to: string;
}

/** `POST /v1/mail/test`: in a language of the console. */
export const testMailInput = z.strictObject({ language: z.enum(['en', 'ja']).default('en') });
