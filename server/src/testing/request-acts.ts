import { DELIVERY_HANDLERS } from '../compose-areas.ts';
import type { ParsedMail } from 'mailparser';
import { openMailSender, type MailSender } from '../platform/mail/mail-sender.ts';
import { deliverDue } from '../platform/outbox/deliver-due.ts';
import type { Store } from '../platform/store/store.ts';
import type { MailServer } from './mail-server.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from './review-acts.ts';
import { openWorld, type World } from './world.ts';

/** A shop that asks for reviews by e-mail, and what people do with its letters. */
export interface RequestActs extends ReviewActs {
  readonly world: World;
  /** Changes the review settings, or those of contacts. */
  readonly settle: (change: object, area?: 'reviews' | 'contacts') => Promise<void>;
  /** Delivers what is due, and gives what has arrived meanwhile. */
  readonly post: () => Promise<ParsedMail[]>;
  /** A request with the link of an e-mail instead of a shopper's token. */
  readonly withLink: (
    link: string,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Response>;
  readonly close: () => void;
}

/** The token in the link of an e-mail that asks for reviews. */
export const linkIn = (mail: ParsedMail | undefined): string =>
  /\/review\/[^#]+#([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';

export const openRequests = async (store: Store, server: MailServer): Promise<RequestActs> => {
  const mail: MailSender = openMailSender({ url: server.url, from: 'reviews@okaeri.example' });
  const world = await openWorld(store, reviewProgram(), mail);
  const acts = reviewActsOf(world);
  const settle: RequestActs['settle'] = async (change, area = 'reviews') => {
    const { headers } = await world.merchant('GET', `/v1/${area}/settings`);
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const saved = await world.merchant('PUT', `/v1/${area}/settings`, change, ifMatch);
    if (!saved.ok) throw new Error(await saved.text());
  };
  await settle({ byEmail: true, reminders: 0 });
  return {
    ...acts,
    world,
    settle,
    async post() {
      const before = server.mails.length;
      await deliverDue(world.deps, DELIVERY_HANDLERS);
      return server.mails.slice(before);
    },
    withLink: (link, method, path, body) => world.storefront(method, path, { token: link, body }),
    close: () => mail.close(),
  };
};
