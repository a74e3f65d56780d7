import { outboxTables } from './tables.ts';
import { HOUR_MS } from '../lib/clock.ts';
import { sweepOutbox } from './deliver-due.ts';
import type { Area } from '../../area.ts';

export const outbox = {
  name: 'platform/outbox',
  schema: [outboxTables],
  jobs: (deps) => [{ name: 'sweepOutbox', everyMs: HOUR_MS, run: () => sweepOutbox(deps) }],
  tables: {
    outbox: { carried: { id: '' } },
  },
} satisfies Area;
