import { z } from 'zod';
import { columnsOf, type Counted, type ShopperName } from './list-parts.ts';
import { LIMITS } from './limits.ts';
import { CODE_COLUMNS, CODE_STATES } from './list-words.ts';
import type { Redemption } from './redemptions.ts';
import type { RewardKind } from './rewards.ts';
import { id, instant, line } from './values.ts';
import { cleanLine } from './words.ts';

/** `GET /v1/redemptions`: the newest first, or the oldest. */
export const codesQuery = z.object({
  /** A whole code, however it is written. */
  search: z.string().overwrite(cleanLine).max(LIMITS.idLengthMax).optional(),
  state: z.enum(CODE_STATES).optional(),
  /** The merchant's id of whose it is. */
  shopperId: id.optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
export type CodesQuery = z.output<typeof codesQuery>;

/** `GET /v1/exports/codes`: the same as a table for spreadsheets, in columns of one's choice. */
export const codeExportQuery = codesQuery
  .omit({ cursor: true, limit: true, counted: true })
  .extend({ columns: columnsOf(CODE_COLUMNS) });

/** A reward somebody has taken, in a list. */
export interface ListedCode extends Omit<Redemption, 'balance'> {
  readonly shopper: ShopperName | null;
  /** In the languages of the programme it was taken under. */
  readonly rewardName: Readonly<Record<string, string>> | null;
}

export interface CodeList {
  readonly items: readonly ListedCode[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}

/** `GET /v1/redemptions/{redemptionId}`: all there is to say of a code. */
export interface CodePage extends ListedCode {
  readonly kind: RewardKind | null;
  /** Least money of a basket it can be used on; null where any will do. */
  readonly minimumBasketMinor: number | null;
  /** Who made the code. */
  readonly madeBy: 'here' | 'pool' | 'platform';
  readonly endedAt: string | null;
  /** Orders it was used on. */
  readonly uses: readonly { readonly orderId: string; readonly amountMinor: number }[];
  /** Whether it can be given another end, and whether it can be ended without its points. */
  readonly canExtend: boolean;
  readonly canVoid: boolean;
  /** Where its points would go back to, were it released now. */
  readonly returns: readonly {
    readonly points: number;
    readonly expireAt: string | null;
    /** Their end is past: they would expire at once. */
    readonly isLate: boolean;
  }[];
  /** What people did about it, the newest first. */
  readonly acts: readonly {
    readonly at: string;
    readonly actor: string;
    readonly operation: string;
    readonly reason: string | null;
  }[];
}

/** Why something is done by hand: kept with the act in the log. */
export const reasonInput = z.strictObject({ reason: line });

/** A new end of a code. */
export const extension = reasonInput.extend({ expiresAt: instant });
