import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id, line } from './values.ts';
import { longWords } from './words.ts';

/** Why there is a case: a low score, a request for help, or somebody of the shop who opened it. */
export const caseReason = z.enum(['npsLow', 'csatLow', 'cesLow', 'reviewLow', 'help', 'byHand']);
export type CaseReason = z.infer<typeof caseReason>;

/** How bad it is: what harms somebody is `high`. */
const caseSeverity = z.enum(['normal', 'high']);
export type CaseSeverity = z.infer<typeof caseSeverity>;

/** Where a case stands. `waiting` is for the shopper; `resolved` may be opened again, `closed` is over. */
export const caseState = z.enum(['open', 'waiting', 'resolved', 'closed']);
export type CaseState = z.infer<typeof caseState>;

/** Where something was said that may open a case. */
export type CaseSourceKind = 'response' | 'review';

/** What a score is of, which says from where on it is low. */
export type ScoredBy = 'nps' | 'csat' | 'ces' | 'review';

/** `POST /v1/cases`: one that somebody of the shop opens. */
export const caseInput = z.strictObject({
  shopperId: id,
  orderId: id.nullable().default(null),
  reason: z.literal('byHand').default('byHand'),
  severity: caseSeverity.default('normal'),
  /** What it is about: a note, which the shopper never sees. */
  text: longWords(LIMITS.caseTextMax),
});
export type CaseInput = z.infer<typeof caseInput>;

/** `POST /v1/cases/{id}/entries`: what somebody of the shop does about it. */
export const caseEntryInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reply'), text: longWords(LIMITS.caseTextMax) }),
  z.strictObject({ kind: z.literal('note'), text: longWords(LIMITS.caseTextMax) }),
  z.strictObject({
    kind: z.literal('state'),
    state: caseState,
    /** What became of it, with `resolved`: `replaced`, `refunded`. */
    outcome: line.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('owner'), ownerId: id }),
  z.strictObject({ kind: z.literal('points'), points: z.int().min(1).max(LIMITS.pointsMax) }),
]);
export type CaseEntryInput = z.infer<typeof caseEntryInput>;

/** What a case is looked for by. */
export const casesQuery = z.strictObject({
  /** One, or several with commas between them. */
  state: z
    .string()
    .regex(new RegExp(`^(${caseState.options.join('|')})(,(${caseState.options.join('|')}))*$`))
    .optional(),
  /** `me`, or somebody's id. */
  owner: id.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  shopperId: id.optional(),
  cursor: z.string().optional(),
});
export type CasesQuery = z.infer<typeof casesQuery>;

/** `POST /me/cases`: a request for help. */
export const helpInput = z.strictObject({
  orderId: id.nullable().default(null),
  text: longWords(LIMITS.caseTextMax),
});
export type HelpInput = z.infer<typeof helpInput>;

/** `POST /me/cases/{id}/messages` */
export const caseMessageInput = z.strictObject({ text: longWords(LIMITS.caseTextMax) });

/** `PUT /me/cases/{id}/outcome`: did the shop put it right? */
export const caseOutcomeInput = z.strictObject({ solved: z.boolean() });

/** A case as the shop reads it. */
export interface Case {
  readonly id: string;
  readonly state: CaseState;
  readonly severity: CaseSeverity;
  readonly reason: CaseReason;
  /** The merchant's own id; null for guests, and once the shopper was erased. */
  readonly shopperId: string | null;
  readonly shopperName: string | null;
  readonly orderId: string | null;
  /** The first words of it; null where nothing was written, or is not any more. */
  readonly title: string | null;
  /** Who looks after it; null while the shop has nobody. */
  readonly ownerId: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly openedAt: string;
  readonly firstReplyAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  /** When the shopper is asked whether it was put right. */
  readonly followUpAt: string | null;
  readonly outcome: string | null;
  /** What the shopper said to that; null while they have not. */
  readonly solved: boolean | null;
  /** How often it was opened again. */
  readonly reopened: number;
  readonly pointsGiven: number;
}

export type CaseEntryKind =
  | 'signal'
  | 'note'
  | 'reply'
  | 'message'
  | 'state'
  | 'owner'
  | 'points'
  | 'link';

/** One thing that happened to a case. */
export interface CaseEntry {
  readonly id: string;
  readonly at: string;
  readonly by: {
    readonly kind: 'person' | 'key' | 'shopper' | 'rule';
    readonly name: string | null;
  };
  readonly kind: CaseEntryKind;
  readonly note: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whom a case is about, as far as it helps to judge it. */
interface CaseShopper {
  /** For whom has no id of the merchant's: where they are found, `/v1/guests/{guestId}`. */
  readonly guestId: string | null;
  readonly available: number;
  /** Spent in the shop's currency, in minor units, and orders that count. */
  readonly spendMinor: number;
  readonly orderCount: number;
}

/** `GET /v1/cases/{id}` */
export interface CaseDetail extends Case {
  /** Null once they were erased. */
  readonly shopper: CaseShopper | null;
  readonly entries: readonly CaseEntry[];
}

/** A case as its shopper sees it: what was said, and neither notes nor who looks after it. */
export interface OwnCase {
  readonly id: string;
  readonly state: CaseState;
  readonly orderId: string | null;
  readonly openedAt: string;
  /** Whether the shop asks now whether it was put right. */
  readonly asks: boolean;
  readonly messages: readonly {
    readonly at: string;
    readonly from: 'you' | 'shop';
    readonly text: string;
  }[];
}

/** `GET /v1/cases/desk`: who may look after cases, and how many there are. */
export interface CaseDesk {
  readonly people: readonly { readonly userId: string; readonly name: string }[];
  /** Who asks; null for a key. */
  readonly me: string | null;
  readonly counts: {
    /** Open and waiting ones: one's own, all, and those that are late. */
    readonly mine: number;
    readonly open: number;
    readonly overdue: number;
  };
}
