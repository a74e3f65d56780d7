import { z } from 'zod';
import { LIMITS } from './limits.ts';

const userIds = z
  .array(z.string().min(1).max(LIMITS.idLengthMax))
  .max(LIMITS.reportReadersMax)
  .default([]);

/** What figures need to know of a shop that its orders do not tell: `PUT /v1/insights/settings`. */
export const insightSettings = z.strictObject({
  /** What of the goods' value is left once they are paid for; null where nobody has said it. */
  marginShare: z.number().min(0).max(1).nullable().default(null),
  /** From which day on all orders are known; who had bought before stands in no cohort, gap or forecast (E72). */
  completeFrom: z.iso.date().nullable().default(null),
  /** What the programme costs each month, whatever happens, in minor units of the shop's currency. */
  fixedCostMinorPerMonth: z.int().min(0).max(LIMITS.moneyMinorMax).default(0),
  report: z
    .strictObject({
      every: z.enum(['week', 'month']).default('month'),
      /** People of the team who asked for it; nobody else gets one. */
      userIds,
    })
    .default({ every: 'month', userIds: [] }),
  /** Who is told by e-mail of a change that is worth saying. */
  alerts: z.strictObject({ userIds }).default({ userIds: [] }),
});

export type InsightSettings = z.infer<typeof insightSettings>;

/** What somebody wants to be told by e-mail, and in which language of the console: `PUT /v1/insights/mine`. */
export const myInsightMail = z.strictObject({
  report: z.boolean(),
  alerts: z.boolean(),
  language: z.enum(['en', 'ja']),
});
export type MyInsightMailInput = z.infer<typeof myInsightMail>;

/** How figures are read: `GET /v1/insights`. */
export const insightsQuery = z.object({
  /** Takes them anew where they are older than ten seconds, for whoever asks for it. */
  anew: z.literal('true').optional(),
});
