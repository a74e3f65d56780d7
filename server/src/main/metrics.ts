import type { Deps } from '../deps.ts';
import { countFailed } from '../connect/integrations/list-messages.ts';
import { outboxLag } from '../platform/outbox/outbox-lag.ts';
import { countFailing } from '../connect/webhooks/manage-endpoints.ts';

/** Names what is found out only when somebody asks how the server is. */
export const nameMetrics = (deps: Deps): void => {
  const { metrics, store } = deps;
  const alone = (value: number): Record<string, number> => ({ value });
  metrics.ask(
    { name: 'okaeri_statements_total', kind: 'count', help: 'Statements run since the start.' },
    async () => alone(store.statementCount()),
  );
  metrics.ask(
    {
      name: 'okaeri_writes_waiting',
      kind: 'gauge',
      help: 'Writes that wait for their turn, by who causes them.',
      label: 'lane',
    },
    async () => store.writes().waiting,
  );
  metrics.ask(
    { name: 'okaeri_writes_total', kind: 'count', help: 'Writes that were committed.' },
    async () => alone(store.writes().committed),
  );
  metrics.ask(
    {
      name: 'okaeri_write_groups_total',
      kind: 'count',
      help: 'Commits; writes divided by them is how many share one.',
    },
    async () => alone(store.writes().groups),
  );
  metrics.ask(
    {
      name: 'okaeri_webhook_endpoints_failing',
      kind: 'gauge',
      help: 'Addresses of shops that nothing has reached lately.',
    },
    async () => alone(await countFailing(deps)),
  );
  metrics.ask(
    {
      name: 'okaeri_platform_messages_failed',
      kind: 'gauge',
      help: 'Messages of platforms that could not be worked off.',
    },
    async () => alone(await countFailed(deps)),
  );
  const lag = async (of: 'due' | 'seconds'): Promise<Record<string, number>> =>
    Object.fromEntries(
      Object.entries(await outboxLag(deps)).map(([lane, found]) => [lane, found[of]]),
    );
  metrics.ask(
    {
      name: 'okaeri_outbox_due',
      kind: 'gauge',
      help: 'What should have left and has not.',
      label: 'lane',
    },
    () => lag('due'),
  );
  metrics.ask(
    {
      name: 'okaeri_outbox_lag_seconds',
      kind: 'gauge',
      help: 'How long the first of it has waited.',
      label: 'lane',
    },
    () => lag('seconds'),
  );
};
