import type { Area } from '../../area.ts';
import type { CaseSignal } from '../../case-signals.ts';
import { goOnHandingOver } from './hand-over.ts';
import { hearSignal } from './hear-signal.ts';
import { caseTables } from './tables.ts';

export const cases = {
  name: 'engagement/cases',
  schema: [caseTables],
  events: ['case.opened', 'case.overdue', 'case.resolved', 'case.reopened', 'case.closed'],
  deliveryHandlers: { caseSignal: hearSignal, caseHandOver: goOnHandingOver },
  tables: {
    cases: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    caseEntries: { carried: { id: '' } },
    caseSettings: { carried: {} },
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    caseSignal: { readonly source: CaseSignal['source'] };
    caseHandOver: Record<never, never>;
  }
}
