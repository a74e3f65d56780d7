import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { currency, lineOf, moneyMinor } from './values.ts';

/**
 * What a cost is for: goods beyond the margin that the settings say, a reward, sending messages, the programme whatever
 * happens, or advertising.
 */
const costKind = z.enum(['margin', 'reward', 'message', 'fixed', 'ads']);
export type CostKind = z.infer<typeof costKind>;

/** A local day of the programme's zone; days are counted from the first of them. */
const costDay = z.iso
  .date()
  .refine((day) => day >= '1970-01-01', faulty('notADay', 'must not be before 1970'));

/** Something that was paid: `POST /v1/insights/costs`. */
export const costInput = z.strictObject({
  day: costDay,
  kind: costKind,
  /** Where it was spent, such as `email` or the name of an advertiser; null where it belongs to none. */
  channel: lineOf(LIMITS.costChannelMax).nullable().default(null),
  amountMinor: moneyMinor,
  currency,
  note: lineOf(LIMITS.costNoteMax).nullable().default(null),
});
export type CostInput = z.output<typeof costInput>;

/** Which costs are listed: `GET /v1/insights/costs`. */
export const costsQuery = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});

/** A cost as it is kept. */
export interface CostEntry {
  readonly id: string;
  readonly day: string;
  readonly kind: CostKind;
  readonly channel: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  /** The same in the shop's currency, by the rate the programme had when it was entered. */
  readonly shopMinor: number;
  readonly note: string | null;
  readonly enteredAt: string;
}
