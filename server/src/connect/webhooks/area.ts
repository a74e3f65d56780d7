import { webhooksOperations } from './operations.ts';
import { webhookTables } from './tables.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { deliverMessage } from './deliver-message.ts';
import { webhookRoutes } from './routes.ts';
import { sweepWebhooks } from './webhook-log.ts';
import type { Area } from '../../area.ts';

const OF_THIS_SERVER = 'Its secret and its messages are of this server.';

export const webhooks = {
  name: 'connect/webhooks',
  events: ['webhook.test'],
  schema: [webhookTables],
  routes: { merchant: { '/webhooks': webhookRoutes } },
  operations: webhooksOperations,
  tags: { webhooks: 'Events, sent to your own systems' },
  abilities: { '/webhooks': { read: 'run', write: 'run' } },
  jobs: (deps) => [{ name: 'sweepWebhooks', everyMs: HOUR_MS, run: () => sweepWebhooks(deps) }],
  deliveryHandlers: { webhook: { lane: 'webhook', deliver: deliverMessage } },
  tables: {
    webhookEndpoints: { carried: { skipped: OF_THIS_SERVER } },
    webhookMessages: {
      carried: { skipped: OF_THIS_SERVER },
      person: {
        list: { skipped: 'What it sent is listed where it happened.' },
        move: { skipped: 'It was sent as it was then.' },
        erase: {
          skipped: 'It has the shop’s own id for the person, and is deleted after 30 days.',
        },
      },
    },
    webhookAttempts: { carried: { skipped: OF_THIS_SERVER } },
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    /** A message to a webhook endpoint. */
    webhook: { readonly endpointId: string; readonly messageId: string };
  }
}
