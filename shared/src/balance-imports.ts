import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { columnsOf, type Counted } from './list-parts.ts';
import { IMPORT_COLUMNS, IMPORT_STATES } from './list-words.ts';
import { dateOrder, decimalMark, type DateOrder, type DecimalMark } from './imports.ts';
import { text } from './values.ts';

/** What a column of a file of members can mean. */
const balanceField = z.enum([
  'shopperId',
  'email',
  'name',
  'firstName',
  'lastName',
  'points',
  'lifetimePoints',
  'tier',
  'birthday',
  'referralCode',
  'referredBy',
  'tags',
  'date',
  'reason',
]);
export type BalanceField = z.infer<typeof balanceField>;

/** Whose file it is. */
export type BalanceFormat = 'smile' | 'loyaltyLion' | 'yotpo' | 'rivo' | 'easyPoints' | 'csv';

/** How a file of members is to be read: the part `options` of the form. */
export const balanceOptions = z.strictObject({
  /** `balances`: a line for each member, with what they have. `history`: a line for each movement, with its day. */
  kind: z.enum(['balances', 'history']).default('balances'),
  /** The order of day, month and year where the file does not show it. */
  dateOrder: dateOrder.optional(),
  /** What stands before the decimals of a number where the file does not show it. */
  decimalMark: decimalMark.optional(),
  /** Columns by the field they are for, where their names do not say it. */
  columns: z.partialRecord(balanceField, text).default({}),
  encoding: z.string().max(LIMITS.idLengthMax).optional(),
  /** The tiers of the programme by what the file calls them. */
  tiers: z.record(text, text).default({}),
});
export type BalanceOptions = z.infer<typeof balanceOptions>;

/** Why a line cannot be taken, or what about it is not as the file says. */
export interface BalanceFault {
  /** The line of the file, the header being 1. */
  readonly line: number;
  readonly code:
    | 'shopperMissing'
    | 'shopperUnknown'
    | 'pointsInvalid'
    /** The points could be two numbers: say `decimalMark`. */
    | 'pointsAmbiguous'
    | 'emailInvalid'
    | 'duplicate'
    | 'dateInvalid'
    | 'dateAmbiguous'
    | 'dateInFuture'
    | 'erased'
    /** It was taken, without an address: what stands there is none. */
    | 'emailLeftOut'
    /** It was taken, without what was ever earned: it is no number, or less than the points. */
    | 'lifetimeLeftOut'
    /** It was taken, without what was ever earned, which could be two numbers: say `decimalMark`. */
    | 'lifetimeAmbiguous'
    /** It was taken, without a birthday: what stands there is no day. */
    | 'birthdayLeftOut'
    /** It was taken, without a birthday, which could be two days: say `dateOrder`. */
    | 'birthdayAmbiguous'
    /** It was taken; a text of it was too long, and its beginning was kept. */
    | 'textCut'
    /** It was taken, without a text, a code or tags that cannot be kept. */
    | 'textLeftOut'
    /** It was taken; the tier they have is another than the file’s. */
    | 'tierDiffers'
    /** It was taken; the programme has no such tier: name the one that is meant. */
    | 'tierUnknown'
    /** It was taken; who recommended them is not here. */
    | 'referrerUnknown'
    /** It was taken; somebody else has this referral code. */
    | 'referralCodeTaken';
  readonly detail: string;
}

/** What a line would change. */
export interface BalanceChange {
  readonly line: number;
  readonly shopperId: string;
  readonly isNew: boolean;
  readonly before: number;
  readonly after: number;
}

/** The same, with what the file says of who it is. */
export interface BalanceSample extends BalanceChange {
  readonly name: string | null;
  readonly email: string | null;
  /** What the file calls their tier. */
  readonly tier: string | null;
}

/** What would come of a file of members. */
export interface BalancePreview {
  readonly format: BalanceFormat;
  readonly encoding: string;
  /** The order of day and month, and what stands before decimals; null where nothing of the file needs it, or shows it. */
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
  readonly columns: Readonly<Partial<Record<BalanceField, string>>>;
  readonly unused: readonly string[];
  readonly rows: number;
  readonly ready: number;
  readonly refused: number;
  /** Points there would be more of, over all of them. */
  readonly points: number;
  readonly newShoppers: number;
  /** Tiers the file names, and which of the programme’s each means: null where none does. */
  readonly tiers: Readonly<Record<string, string | null>>;
  readonly faults: readonly BalanceFault[];
  /** The first of them, as the file has them, before and after. */
  readonly sample: readonly BalanceSample[];
}

/** A file of members that was taken in; asked for again while it goes on, it says how far it has come. */
export interface BalanceImport {
  readonly id: string;
  readonly source: string;
  readonly rows: number;
  readonly imported: number;
  readonly refused: number;
  readonly points: number;
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly faults: readonly BalanceFault[];
}

/** What a list of files is narrowed to. */
const importFilters = z.object({
  state: z.enum(IMPORT_STATES).default('all'),
  order: z.enum(['asc', 'desc']).default('desc'),
});

/** `GET /v1/balances/imports`. */
export const balanceImportsQuery = importFilters.extend({
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
export type BalanceImportsQuery = z.output<typeof balanceImportsQuery>;

/** `GET /v1/exports/member-imports`: the same as a table for spreadsheets, in columns of one's choice. */
export const balanceImportExportQuery = importFilters.extend({
  columns: columnsOf(IMPORT_COLUMNS),
});

/** Files of members. */
export interface BalanceImportList {
  readonly items: readonly BalanceImport[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}
