import { HOUR_MS, MINUTE_MS } from '../../platform/lib/clock.ts';
import { forgetFigures } from './figures/read-figure.ts';
import { keepScales } from './scale/keep-scales.ts';
import { insightsOperations } from './operations.ts';
import { insightTables } from './tables.ts';
import { lookForAlerts } from './telling/look-for-alerts.ts';
import { planReports } from './telling/plan-reports.ts';
import { sendAlerts, sendReport } from './telling/send-mail.ts';
import { tellingTables } from './telling/tables.ts';
import { insightRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const insights = {
  name: 'backoffice/insights',
  schema: [insightTables, tellingTables],
  routes: { merchant: { '/insights': insightRoutes } },
  operations: insightsOperations,
  tags: { insights: 'What the programme does for the shop' },
  jobs: (deps) => [
    { name: 'forgetFigures', everyMs: HOUR_MS, run: () => forgetFigures(deps) },
    { name: 'keepScales', everyMs: MINUTE_MS, run: () => keepScales(deps) },
    { name: 'lookForAlerts', everyMs: 10 * MINUTE_MS, run: () => lookForAlerts(deps) },
    { name: 'planReports', everyMs: MINUTE_MS, run: () => planReports(deps) },
  ],
  abilities: {
    '/insights': { read: 'read', write: 'run' },
    // What comes by e-mail is what its reader may see here anyway.
    '/insights/mine': { read: 'read', write: 'read' },
  },
  deliveryHandlers: { alertMail: sendAlerts, reportMail: sendReport },
  tables: {
    insightSettings: { carried: {} },
    costs: { carried: { id: '' } },
    alerts: { carried: { id: '' } },
    alertLooks: { carried: {} },
    reports: { carried: { key: '' } },
    insightReaders: { carried: { userId: '' } },
    insights: { carried: { skipped: 'They are counted anew.' } },
    keptFigures: { carried: { skipped: 'They are counted anew.' } },
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    /** The alerts that opened on a local day, to somebody of the team. */
    alertMail: { readonly day: number; readonly userId: string };
    /** The report of a period, to somebody of the team. */
    reportMail: { readonly period: string; readonly userId: string };
  }
}
