import { inboundRoutes } from './inbound-routes.ts';
import { integrationsOperations } from './operations.ts';
import { integrationTables } from './tables.ts';
import { HOUR_MS, MINUTE_MS } from '../../platform/lib/clock.ts';
import { deletePlatformCustomer } from './queries.ts';
import { forgetInMessages, sweepMessages } from './forget-messages.ts';
import { processMessage } from './process-message.ts';
import { integrationRoutes } from './routes.ts';
import { sendVoucher } from './send-voucher.ts';
import { sweepOrders } from './sweep-orders.ts';
import type { Area } from '../../area.ts';

export const integrations = {
  name: 'connect/integrations',
  schema: [integrationTables],
  routes: {
    merchant: { '/integrations': integrationRoutes },
    public: { '/integrations': inboundRoutes },
  },
  operations: integrationsOperations,
  tags: { integrations: 'The shop’s platform, and what it has sent' },
  abilities: { '/integrations': { read: 'run', write: 'run' } },
  jobs: (deps) => [
    { name: 'sweepOrders', everyMs: MINUTE_MS / 2, run: () => sweepOrders(deps) },
    { name: 'sweepMessages', everyMs: HOUR_MS, run: () => sweepMessages(deps) },
  ],
  deliveryHandlers: {
    platformMessage: { lane: 'platform', deliver: processMessage },
    platformVoucher: { lane: 'awaited', deliver: sendVoucher },
  },
  tables: {
    connections: { carried: { skipped: 'A platform is connected to one server.' } },
    platformOrders: { carried: { id: '' } },
    platformCustomers: {
      carried: { id: '' },
      person: {
        list: { skipped: 'An id the shop has given, and a time.' },
        move: { skipped: 'Each of the platform’s customers stays one there.' },
        erase: 'done',
      },
    },
    inbox: {
      carried: { skipped: 'It is the platform’s word to this server.' },
      person: {
        list: { skipped: 'What it said is among the orders; what failed is not understood.' },
        move: { skipped: 'It is tried again as it was sent.' },
        erase: 'done',
      },
    },
  },
  personalData: {
    async eraseNames(tx, { shopId, externalIds, emails }) {
      for (const id of externalIds) await tx.run(deletePlatformCustomer, { shopId, id });
      await forgetInMessages(tx, shopId, { externalIds, emails });
    },
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    /** What a platform sent, to be worked off. */
    platformMessage: { readonly messageId: string };
  }
}
