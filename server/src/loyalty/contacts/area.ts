import { forVisitors } from '../../access/for-visitors.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';
import { contactsOperations } from './operations.ts';
import { contactTables } from './tables.ts';
import { listContacts } from './list-contacts.ts';
import { forgetContacts, moveContacts } from './forget-contacts.ts';
import { myTouchRoutes } from './own-touch-routes.ts';
import { touchExportRoutes } from './export-touches.ts';
import { findShop } from '../../access/find-shop.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { writeDeclared } from './declare-newsletters.ts';
import { mailEventRoutes, mailReportRoutes, mailSenderRoutes } from './mail-routes.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { contactRoutes, myContactRoutes, shopTouchRoutes, touchRoutes } from './routes.ts';
import { checkSenders } from './sender.ts';
import { sweepTouches } from './sweep-touches.ts';
import type { Area } from '../../area.ts';

export const contacts = {
  name: 'loyalty/contacts',
  events: ['contact.decided'],
  schema: [contactTables],
  routes: {
    merchant: {
      '/contacts': contactRoutes,
      '/touches': shopTouchRoutes,
      '/exports/touches': touchExportRoutes,
      '/mail/events': mailEventRoutes,
      '/mail/reports': mailReportRoutes,
      '/mail/sender': mailSenderRoutes,
      '/shoppers': (deps) => touchRoutes(deps, (externalId) => ({ externalId })),
      '/guests': (deps) => touchRoutes(deps, (guestId) => ({ guestId })),
    },
    shopper: { '/me/contacts': myContactRoutes, '/me/touches': myTouchRoutes },
    pages: { '/unsubscribe': (deps) => unsubscribeRoutes(forVisitors(deps)) },
  },
  operations: contactsOperations,
  tags: {
    contacts: 'When and how often anybody is written to',
    touches: 'What was to be said to anybody, and why it was or was not',
  },
  abilities: {
    '/contacts': { read: 'read', write: 'serve' },
    '/contacts/settings': { read: 'read', write: 'run' },
    '/contacts/declaration': { read: 'read', write: 'own' },
    '/contacts/resume': { read: 'read', write: 'run' },
    '/touches': { read: 'read', write: 'serve' },
    '/exports/touches': { read: 'read', write: 'own' },
    '/mail/events': { read: 'read', write: 'sell' },
    '/mail/reports': { read: 'read', write: 'sell' },
    '/mail/sender': { read: 'read', write: 'run' },
  },
  jobs: (deps) => [
    {
      name: 'sweepTouches',
      everyMs: DAY_MS,
      run: () => sweepTouches(deps),
    },
    {
      name: 'checkSenders',
      everyMs: DAY_MS,
      run: () => checkSenders(deps, (shopId) => findShop(deps, shopId)),
    },
  ],
  touches: {
    consentConfirm: {
      touchClass: 'service',
      priority: 100,
      purpose: null,
      isAwaited: true,
      isAboutOwnPoints: false,
      isProfiled: false,
      isAskedFor: true,
      validForMs: 2 * DAY_MS,
      standsForMs: 7 * DAY_MS,
    },
  },
  deliveryHandlers: {
    // Here, where it is known from whom the shop's messages come.
    consentConfirm: sendConfirmation,
    declaredNewsletters: { lane: 'mail', deliver: writeDeclared },
  },
  tables: {
    touches: { carried: { key: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    contacts: {
      carried: { shopperId: '', kind: '', channel: '', subject: '' },
      person: {
        list: { skipped: 'It stands among the touches.' },
        move: 'done',
        erase: 'done',
      },
    },
    contactRefusals: {
      carried: { shopperId: '', kind: '' },
      person: {
        list: { skipped: 'It stands among the consents.' },
        move: 'done',
        erase: 'done',
      },
    },
    addressCodes: {
      carried: { skipped: 'A code is good for minutes.' },
      person: {
        list: { skipped: 'A digest of a code that was sent.' },
        move: 'done',
        erase: 'done',
      },
    },
    mailDays: { carried: { day: 0 } },
    marketingPauses: { carried: {} },
    mailSenders: { carried: { skipped: 'The domain has to be proved to each server anew.' } },
    newsletterDeclarations: { carried: {} },
  },
  personalData: { list: listContacts, move: moveContacts, erase: forgetContacts },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    declaredNewsletters: { readonly wordingId: string };
  }
}
