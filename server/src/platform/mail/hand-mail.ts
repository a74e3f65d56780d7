import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../lib/clock.ts';
import type { Delivery } from '../outbox/deliver-due.ts';
import { MailRefusedError, type Mail } from './mail-sender.ts';

/** How long to wait where no mail server is set up any more. */
const NO_MAIL_WAIT_MS = DAY_MS;

/** Hands a message to the mail server, and says what became of it. What may work later is thrown. */
export const handMail = async (deps: Deps, mail: Mail): Promise<Delivery> => {
  if (deps.mail === null) return { kind: 'later', at: deps.clock.now() + NO_MAIL_WAIT_MS };
  try {
    await deps.mail.send(mail);
    return { kind: 'sent' };
  } catch (error) {
    if (error instanceof MailRefusedError) return { kind: 'failed', why: error.message };
    throw error;
  }
};
