import type { ConsentPage, RecordedConsent, StandingConsent } from '@okaeri/shared/consents';
import { jobsOf } from '../compose-areas.ts';
import type { Mail, MailSender } from '../platform/mail/mail-sender.ts';
import type { Store } from '../platform/store/store.ts';
import { plainProgram } from './acts.ts';
import { openWorld, type World } from './world.ts';

/** The words people agree to. */
export const WORDINGS = {
  wordings: [
    { id: 'w1', purpose: 'marketing', texts: { en: 'Send me news.', ja: 'お知らせを受け取る。' } },
  ],
};

/** Agreeing to them. */
export const GIVEN = { purpose: 'marketing', channel: 'email', state: 'given', wordingId: 'w1' };

interface Joined {
  readonly id: string;
  readonly token: string;
  readonly email: string;
}

/** What shoppers and merchants do about consents. */
export interface ConsentActs {
  readonly world: World;
  /** What was sent to an address. */
  readonly mailsTo: (email: string) => readonly Mail[];
  readonly join: (claims?: Record<string, unknown>) => Promise<Joined>;
  readonly record: (id: string, body: object, key?: string) => Promise<Response>;
  readonly recorded: (id: string, body: object) => Promise<RecordedConsent>;
  readonly read: (id: string) => Promise<ConsentPage>;
  readonly standing: (
    id: string,
    purpose?: string,
    channel?: string,
  ) => Promise<StandingConsent | undefined>;
  /** What one says in the widget. */
  readonly choose: (token: string, body: object) => Promise<Response>;
  readonly deliver: () => Promise<void>;
}

/** Worlds of one store deliver what waits in all of them: nobody has the address of another. */
let count = 0;

/** A shop with a wording and a mail server that keeps what it is given. */
export const openConsents = async (store: Store): Promise<ConsentActs> => {
  const mails: Mail[] = [];
  const mail: MailSender = {
    from: 'shop@okaeri.example',
    send: async (one) => {
      mails.push(one);
    },
    close() {},
  };
  const world = await openWorld(store, plainProgram({ cost: 100, from: 'delivered' }), mail);
  const tag = { 'if-match': '"w0"' };
  const saved = await world.merchant('PUT', '/v1/contacts/wordings', WORDINGS, tag);
  if (!saved.ok) throw new Error(await saved.text());
  const record: ConsentActs['record'] = (id, body, key = crypto.randomUUID()) =>
    world.merchant('POST', `/v1/shoppers/${id}/consents`, body, { 'idempotency-key': key });
  const read: ConsentActs['read'] = async (id) =>
    (await (await world.merchant('GET', `/v1/shoppers/${id}/consents`)).json()) as ConsentPage;
  return {
    world,
    mailsTo: (email) => mails.filter(({ to }) => to === email),
    async join(claims = {}) {
      count += 1;
      const id = `s${count}`;
      const email = `${id}@x.example`;
      const token = await world.token(id, { email, ...claims });
      const entered = await world.storefront('GET', '/me', { token });
      if (!entered.ok) throw new Error(await entered.text());
      return { id, token, email };
    },
    record,
    recorded: async (id, body) => (await (await record(id, body)).json()) as RecordedConsent,
    read,
    standing: async (id, purpose = 'marketing', channel = 'email') =>
      (await read(id)).standing.find((one) => one.purpose === purpose && one.channel === channel),
    choose: (token, body) => world.storefront('PUT', '/me/consents', { token, body }),
    async deliver() {
      for (const job of jobsOf(world.deps)) if (job.name.startsWith('deliver')) await job.run();
    },
  };
};
