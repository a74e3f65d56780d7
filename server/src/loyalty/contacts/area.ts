import { forVisitors } from '../../access/for-visitors.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';
import { contactsOperations } from './operations.ts';
import { contactTables } from './tables.ts';
import { listContacts } from './list-contacts.ts';
import { forgetContacts, moveContacts } from './refuse-contacts.ts';
import { myTouchRoutes } from './own-touch-routes.ts';
import { contactRoutes, mailEventRoutes, myContactRoutes, touchRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const contacts = {
  name: 'loyalty/contacts',
  events: ['contact.decided'],
  schema: [contactTables],
  routes: {
    merchant: {
      '/contacts': contactRoutes,
      '/mail/events': mailEventRoutes,
      '/shoppers': (deps) => touchRoutes(deps, (externalId) => ({ externalId })),
      '/guests': (deps) => touchRoutes(deps, (guestId) => ({ guestId })),
    },
    shopper: { '/me/contacts': myContactRoutes, '/me/touches': myTouchRoutes },
    public: { '/unsubscribe': (deps) => unsubscribeRoutes(forVisitors(deps)) },
  },
  operations: contactsOperations,
  tags: { contacts: 'When and how often anybody is written to' },
  abilities: {
    '/contacts': { read: 'read', write: 'serve' },
    '/contacts/settings': { read: 'read', write: 'run' },
    '/mail/events': { read: 'read', write: 'sell' },
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
